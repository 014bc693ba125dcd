package dev.jacobi.elaborate;

import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Terms;
import dev.jacobi.notation.Syntax;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How a formula is read: strictly, as a `.jacobi` text is, or as people write on paper, where a
/// derivative has the layout of its document, `∂A/∂B ∂B/∂C` is the chain rule whatever the axes of
/// B, and small slips of notation are read past and remembered.
public final class Manner {
  /// Where the axes of a derivative stand.
  public enum Layout {
    /// A gradient has the shape of its variable, a Jacobian is `[out, in]`.
    ML,
    /// A gradient is a row; the axes of the variable are turned around.
    NUMERATOR,
    /// A Jacobian is `[in, out]`.
    DENOMINATOR;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// Of a value that is a derivative and not laid out yet: of what, by what, and how many of its
  /// axes are those of the first.
  record Differential(String of, String by, int outer) {}

  private final boolean loose;
  private final boolean code;
  private final Layout layout;
  private final Set<String> defects = new LinkedHashSet<>();

  private Manner(boolean loose, boolean code, Layout layout) {
    this.loose = loose;
    this.code = code;
    this.layout = layout;
  }

  /// As a `.jacobi` text is.
  public static Manner strict() {
    return new Manner(false, false, Layout.ML);
  }

  /// As on paper, in one layout.
  public static Manner paper(Layout layout) {
    return new Manner(true, false, layout);
  }

  /// As NumPy and PyTorch do: a vector has one axis, which meets whatever it is multiplied with.
  public static Manner code() {
    return new Manner(true, true, Layout.ML);
  }

  boolean isCode() {
    return code;
  }

  boolean isLoose() {
    return loose;
  }

  /// What is read past: a sentence each.
  public Set<String> defects() {
    return defects;
  }

  void defect(String sentence) {
    defects.add(sentence);
  }

  // ---- layout

  /// A derivative laid out; anything else as it is.
  Value settled(Value v, Terms t) {
    if (v.differential().isEmpty()) return v;
    int outer = v.differential().get().outer();
    List<Index> of = new ArrayList<>(v.axes().subList(0, outer));
    List<Index> by = new ArrayList<>(v.axes().subList(outer, v.order()));
    if (of.isEmpty() || by.isEmpty()) return ofOrByNumber(v, of, by, t);
    of.removeIf(Manner::isUnit);
    by.removeIf(Manner::isUnit);
    List<Index> axes = new ArrayList<>();
    switch (layout) {
      case ML -> {
        axes.addAll(of);
        axes.addAll(by);
      }
      case NUMERATOR -> {
        axes.addAll(of);
        axes.addAll(by.reversed());
      }
      case DENOMINATOR -> {
        axes.addAll(by);
        axes.addAll(of.reversed());
      }
    }
    return new Value(withoutUnits(v, axes, t), axes);
  }

  /// By a vector or a matrix, of a number: same shape, or turned around. Of a vector, by a number:
  /// a column, or a row.
  private Value ofOrByNumber(Value v, List<Index> of, List<Index> by, Terms t) {
    boolean turn = layout == (of.isEmpty() ? Layout.NUMERATOR : Layout.DENOMINATOR);
    List<Index> axes = of.isEmpty() ? by : of;
    if (!turn || axes.isEmpty()) return new Value(v.entry(), axes);
    if (axes.size() == 1) axes.addFirst(t.index(Extent.ONE, ""));
    else axes = axes.reversed();
    return new Value(v.entry(), axes);
  }

  private static boolean isUnit(Index i) {
    return i.extent.equals(Extent.ONE);
  }

  private static Expr withoutUnits(Value v, List<Index> kept, Terms t) {
    Expr e = v.entry();
    for (Index i : v.axes())
      if (!kept.contains(i))
        e = t.substitute(e, java.util.Map.of(i, dev.jacobi.expr.At.of(Extent.ONE)));
    return e;
  }

  // ---- products

  /// The chain rule: a sum over all axes of what the one is by and the other is of.
  Optional<Value> chain(Value l, Value r, Arithmetic arithmetic) {
    if (l.differential().isEmpty() || r.differential().isEmpty()) return Optional.empty();
    Differential a = l.differential().get();
    Differential b = r.differential().get();
    if (a.by().equals(b.of()) && layout != Layout.DENOMINATOR)
      return Optional.of(contracted(l, r, arithmetic));
    if (b.by().equals(a.of()) && layout != Layout.NUMERATOR)
      return Optional.of(contracted(r, l, arithmetic));
    return Optional.empty();
  }

  private static Value contracted(Value first, Value second, Arithmetic arithmetic) {
    Terms t = arithmetic.terms();
    Value l = arithmetic.refreshed(first);
    Value r = arithmetic.refreshed(second);
    int outer = l.differential().orElseThrow().outer();
    List<Index> meet = l.axes().subList(outer, l.order());
    int rOuter = r.differential().orElseThrow().outer();
    Expr right = t.substitute(r.entry(), r.axes().subList(0, rOuter), meet);
    List<Expr> terms = new ArrayList<>();
    for (var m : right.terms())
      terms.add(t.sum(t.times(l.entry(), t.of(m)), meet.toArray(new Index[0])));
    List<Index> axes = new ArrayList<>(l.axes().subList(0, outer));
    axes.addAll(r.axes().subList(rOuter, r.order()));
    var d =
        new Differential(l.differential().get().of(), r.differential().orElseThrow().by(), outer);
    return new Value(t.add(terms), axes, Optional.of(d));
  }

  /// `δ ∘ ∂σ(z)/∂z`: met entry by entry, the derivative of an entrywise function is its slopes.
  Value slopes(Value v, Value other, Terms t) {
    if (v.differential().isEmpty()) return v;
    int outer = v.differential().get().outer();
    List<Index> of = v.axes().subList(0, outer);
    List<Index> by = v.axes().subList(outer, v.order());
    boolean square = of.size() == by.size() && !of.isEmpty();
    for (int q = 0; square && q < of.size(); q++)
      square = of.get(q).extent.equals(by.get(q).extent);
    if (!square || other.order() != outer) return settled(v, t);
    defect("a Jacobian that meets an entrywise product is read as its diagonal");
    return new Value(t.substitute(v.entry(), by, of), of);
  }

  /// A product with more than two axes on a side: the last axis of the one meets the first of the
  /// other.
  Optional<Value> contraction(Value l, Value r, Terms t) {
    if (l.order() + r.order() < 4 || l.order() == 0 || r.order() == 0) return Optional.empty();
    if (l.order() <= 2 && r.order() <= 2) return Optional.empty();
    Index k = l.axes().getLast();
    if (!k.extent.equals(r.extent(0))) return Optional.empty();
    Expr right = t.substitute(r.entry(), r.axes().getFirst(), k);
    List<Index> axes = new ArrayList<>(l.axes().subList(0, l.order() - 1));
    axes.addAll(r.axes().subList(1, r.order()));
    axes.removeIf(Manner::isUnit);
    List<Expr> terms = new ArrayList<>();
    for (var m : right.terms()) terms.add(t.sum(t.times(l.entry(), t.of(m)), k));
    return Optional.of(new Value(t.add(terms), axes));
  }

  /// Whether a product is one that derivatives may chain through.
  static boolean isProduct(Syntax.Binary b) {
    return b.op() == Syntax.Op.TIMES || b.op() == Syntax.Op.HADAMARD;
  }
}
