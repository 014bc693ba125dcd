package dev.jacobi.check;

import dev.jacobi.elaborate.Claims;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Terms;
import dev.jacobi.expr.Variable;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Trees;
import dev.jacobi.notation.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `dE = X dW`, `dJ = tr(E' dE)`: differentials, how little a name moves when others do. That of a
/// declared name is free; that of a name made of others is its derivative by each of them, times
/// theirs.
///
/// `dW = x' dz` of a backward pass says something else: there d stands for a derivative of the
/// cost, and what is on the right comes later in the model, not earlier.
final class Differentials {
  private static final String MARK = "·";

  private final Setting setting;
  private final Comparison comparison;
  private final Terms t;

  Differentials(Setting setting, Comparison comparison) {
    this.setting = setting;
    this.comparison = comparison;
    this.t = setting.model.t;
  }

  /// The sides of a chain as differentials, where its first is one of what the others move; the
  /// formulas as they were written.
  Optional<List<Syntax>> read(List<Syntax> written) {
    Set<String> heads = heads(written.getFirst());
    Set<String> moved = new LinkedHashSet<>();
    for (Syntax s : written.subList(1, written.size()))
      Trees.walk(
          s,
          x -> {
            of(x).ifPresent(moved::add);
            formula(x).ifPresent(f -> moved.addAll(Interpreter.names(f)));
          });
    moved.removeIf(n -> !setting.model.knows(n));
    boolean whole = of(array(written.getFirst())).isEmpty();
    boolean earlier = moved.stream().allMatch(m -> isEarlier(m, heads, whole));
    if (heads.isEmpty() || moved.isEmpty() || !earlier) return Optional.empty();
    Set<String> moving = moving(heads, moved);
    try {
      return Optional.of(
          written.stream().map(s -> Trees.map(s, x -> differential(x, moving))).toList());
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // something has no derivative
    }
  }

  /// What the first side is the differential of: a name, an entry of one, or what a formula speaks
  /// of.
  private Set<String> heads(Syntax head) {
    Syntax array = array(head);
    Set<String> all = new LinkedHashSet<>();
    of(array).filter(setting.model.definitions()::containsKey).ifPresent(all::add);
    formula(array).ifPresent(f -> all.addAll(Interpreter.names(f)));
    all.removeIf(n -> !setting.model.knows(n));
    return all;
  }

  private static Syntax array(Syntax s) {
    return s instanceof Syntax.Entry e ? e.of() : s;
  }

  /// Whether a name comes before one of the others in the model; a formula speaks of it itself.
  private boolean isEarlier(String name, Set<String> heads, boolean formula) {
    return heads.stream().anyMatch(h -> setting.restsOn(h, name) && (formula || !h.equals(name)));
  }

  /// A sentence or a name as people write it.
  static String said(String text) {
    return text.replaceAll(MARK + "(d\\w+)" + MARK + "\\d+", "$1").replace(MARK + "d", "d");
  }

  /// The formula in the names of people.
  static Syntax said(Syntax s) {
    return Trees.map(
        s, x -> x instanceof Syntax.Name n ? new Syntax.Name(said(n.text()), n.place()) : x);
  }

  /// What `dW` is the differential of.
  private Optional<String> of(Syntax s) {
    if (!(s instanceof Syntax.Name n) || setting.knows(Vocabulary.canonicalName(n.text())))
      return Optional.empty();
    String name = Vocabulary.canonicalName(n.text());
    if (!name.startsWith("d") || name.length() < 2) return Optional.empty();
    String rest = name.substring(1);
    for (String x : List.of(rest, rest.replace("_", "")))
      if (setting.model.knows(x)) return Optional.of(x);
    return Optional.empty();
  }

  /// The declared names that move: those that the chain moves, else all that the first rests on.
  private Set<String> moving(Set<String> heads, Set<String> moved) {
    Set<String> all = new LinkedHashSet<>(setting.model.variables().keySet());
    all.removeIf(v -> heads.stream().noneMatch(h -> setting.restsOn(h, v)) || setting.isInteger(v));
    Set<String> said = new LinkedHashSet<>(all);
    said.retainAll(moved);
    return said.isEmpty() ? all : said;
  }

  private Syntax differential(Syntax s, Set<String> moving) {
    Optional<Syntax> formula = formula(s);
    if (formula.isPresent()) return new Syntax.Name(ofFormula(formula.get(), moving), s.place());
    Optional<String> of = of(s);
    return of.isEmpty() ? s : new Syntax.Name(name(of.get(), moving), s.place());
  }

  /// `d(X W)`, `d tr(A X)`, where nothing is called d.
  private Optional<Syntax> formula(Syntax s) {
    if (setting.knows("d") || setting.isExtent("d")) return Optional.empty();
    return switch (s) {
      case Syntax.Call c when c.function().equals("d") && c.arguments().size() == 1 ->
          Optional.of(c.arguments().getFirst());
      case Syntax.Binary b
          when b.op() == Syntax.Op.TIMES
              && b.left() instanceof Syntax.Name n
              && n.text().equals("d") ->
          Optional.of(b.right());
      default -> Optional.empty();
    };
  }

  private String ofFormula(Syntax formula, Set<String> moving) {
    Claims.Meaning m = comparison.meaning(new Interpreter(setting).apply(formula, List.of()));
    if (m.problem().isPresent()) throw new IllegalArgumentException();
    String name = MARK + "d(" + Edits.spelled(formula) + ")" + moving;
    if (setting.model.knows(name)) return name;
    List<Expr> sum = new ArrayList<>();
    for (String v : moving) sum.add(times(setting.slopes.of(m.entry(), m.axes(), v), v, m.axes()));
    define(name, m.axes(), new Definition.Formula(t.add(sum)));
    return name;
  }

  private String name(String of, Set<String> moving) {
    setting.cost(); // known before anything new rests on it
    if (setting.model.variables().containsKey(of)) return free(of);
    String name = MARK + "d" + of;
    for (int q = 1; setting.model.knows(name); q++) {
      if (moving.equals(setting.moving.get(name))) return name;
      name = MARK + "d" + of + MARK + q;
    }
    setting.moving.put(name, moving);
    List<Index> axes = setting.model.indices(of);
    List<Expr> sum = new ArrayList<>();
    for (String v : moving)
      if (setting.restsOn(of, v)) sum.add(times(setting.slopes.of(of, List.of(v)), v, axes));
    define(name, axes, new Definition.Formula(t.add(sum)));
    return name;
  }

  private Expr times(Claims.Derivatives.Value slope, String v, List<Index> axes) {
    List<Index> outer = slope.axes().subList(0, axes.size());
    List<Index> inner = slope.axes().subList(axes.size(), slope.axes().size());
    Expr product = t.times(slope.entry(), t.symbol(free(v), inner));
    return t.substitute(t.sum(product, inner.toArray(new Index[0])), outer, axes);
  }

  private String free(String v) {
    String name = MARK + "d" + v;
    if (setting.model.knows(name)) return name;
    Variable x = setting.model.variables().get(v);
    List<Index> axes = new ArrayList<>();
    x.shape().forEach(e -> axes.add(t.index(e, "")));
    define(name, axes, new Definition.Unknown(name, List.of()));
    return name;
  }

  private void define(String name, List<Index> axes, Definition.Body body) {
    setting.model.define(new Definition(name, axes, body, Definition.Visibility.NAMED));
  }
}
