package dev.jacobi.check;

import dev.jacobi.elaborate.Claims;
import dev.jacobi.eval.Evaluator;
import dev.jacobi.eval.Point;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Function;
import dev.jacobi.expr.Index;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.notation.Trees;
import dev.jacobi.notation.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The numbers of formulas at one point, part by part: a guess that changes one part of a formula
/// costs only the way up to the whole. It only rules out; what it lets pass is read and compared as
/// any formula is.
final class Estimate {
  private static final int MOST = 40_000;
  private static final int STEPS = 10; // of work, for one part

  /// What is known of a formula.
  sealed interface Result {
    record Known(Grid grid) implements Result {}

    /// Its shapes do not fit, however it is read.
    record Misfit() implements Result {}

    /// It takes the whole reader to tell.
    record Unknown() implements Result {}
  }

  static final Result MISFIT = new Result.Misfit();
  static final Result UNKNOWN = new Result.Unknown();

  private static final Set<String> SHAPING = Set.of("sum", "rowsum", "colsum", "diag");

  private final Setting setting;
  private final Comparison comparison;
  private final Point point;
  private final Evaluator evaluator;
  private final Set<String> letters = new HashSet<>(); // those met so far, free or bound
  private final Map<String, Extent> extents = new java.util.HashMap<>(); // that letters ran over
  private final IdentityHashMap<Syntax, Result> known = new IdentityHashMap<>();
  private final Map<List<String>, Result> slopes = new java.util.HashMap<>();

  Estimate(Setting setting, Comparison comparison, Point point) {
    this.setting = setting;
    this.comparison = comparison;
    this.point = point;
    this.evaluator = new Evaluator(setting.model, point);
    letters.addAll(comparison.letters());
  }

  Result of(Syntax s) {
    Result r = known.get(s);
    if (r != null) return r;
    if (known.size() > MOST) known.clear();
    r = computed(s);
    setting
        .model
        .t
        .work()
        .spend(r instanceof Result.Known k ? STEPS + k.grid().numbers().length : STEPS);
    known.put(s, r);
    return r;
  }

  private Result computed(Syntax s) {
    return switch (s) {
      case Syntax.Num n -> new Result.Known(Grid.number(Double.parseDouble(n.digits())));
      case Syntax.Name n -> isLetter(n) ? UNKNOWN : whole(s);
      case Syntax.Negate n -> mapped(of(n.of()), s, Optional::of, x -> -x);
      case Syntax.Transpose t -> mapped(of(t.of()), s, Grid::transposed, x -> x);
      case Syntax.Binary b -> binary(b);
      case Syntax.Call c -> call(c);
      case Syntax.Prime p -> prime(p);
      case Syntax.Entry e -> entry(e);
      case Syntax.Bound b -> bound(b);
      case Syntax.Derivative d -> derivative(d);
      case Syntax.Indicator i -> of(i.condition());
      case Syntax.Compare c -> compare(c);
      case Syntax.Norm _, Syntax.Block _ -> whole(s);
      case Syntax.Colon _ -> UNKNOWN;
    };
  }

  private boolean isLetter(Syntax s) {
    return s instanceof Syntax.Name n && letters.contains(n.text());
  }

  /// A part without letters, read as it would be by itself.
  private Result whole(Syntax s) {
    boolean[] any = {false};
    Trees.walk(s, x -> any[0] |= isLetter(x));
    return any[0] ? UNKNOWN : read(s);
  }

  private Result read(Syntax s) {
    Claims.Meaning m = comparison.meaning(s);
    if (m.problem().isPresent())
      return comparison.isStrict() || !m.unknown() && isPlain(s) ? MISFIT : UNKNOWN;
    for (Index i : m.entry().free())
      if (!m.axes().contains(i) && !setting.model.isInteger(i)) return UNKNOWN;
    return grid(m.entry(), m.axes());
  }

  /// Whether it means by itself what it means anywhere: on paper, derivatives and the identity take
  /// their shapes from what they meet.
  private boolean isPlain(Syntax s) {
    boolean[] plain = {true};
    Trees.walk(
        s,
        x ->
            plain[0] &=
                switch (x) {
                  case Syntax.Name n -> setting.model.knows(n.text()) || setting.isExtent(n.text());
                  case Syntax.Num _, Syntax.Negate _, Syntax.Transpose _, Syntax.Binary _ -> true;
                  case Syntax.Prime _, Syntax.Norm _ -> true;
                  case Syntax.Call c ->
                      SHAPING.contains(c.function()) || setting.isEntrywise(c.function());
                  default -> false;
                });
    return plain[0];
  }

  private Result grid(Expr entry, List<Index> axes) {
    List<Extent> extents = axes.stream().map(i -> i.extent).toList();
    int[] sizes = extents.stream().mapToInt(point::size).toArray();
    return new Result.Known(new Grid(List.of(), extents, sizes, evaluator.array(entry, axes)));
  }

  // ---- operators

  private interface Turn {
    Optional<Grid> of(Grid g);
  }

  private Result mapped(
      Result r, Syntax s, Turn turn, java.util.function.DoubleUnaryOperator each) {
    if (!(r instanceof Result.Known(Grid g))) return r;
    Optional<Grid> turned = turn.of(g);
    return turned.isPresent() ? new Result.Known(turned.get().map(each)) : whole(s);
  }

  private Result binary(Syntax.Binary b) {
    Result left = of(b.left());
    Result right = of(b.right());
    if (left == MISFIT || right == MISFIT) return MISFIT;
    if (!(left instanceof Result.Known(Grid x)) || !(right instanceof Result.Known(Grid y)))
      return UNKNOWN;
    Optional<Grid> r =
        switch (b.op()) {
          case PLUS -> x.with(y, Double::sum);
          case MINUS -> x.with(y, (p, q) -> p - q);
          case HADAMARD -> x.with(y, (p, q) -> p * q);
          case TIMES -> x.times(y);
          case QUOTIENT -> y.rank() == 0 ? x.with(y, (p, q) -> p / q) : Optional.empty();
          case ENTRY_QUOTIENT -> x.with(y, (p, q) -> p / q);
          case POWER -> x.rank() + y.rank() == 0 ? x.with(y, Math::pow) : Optional.empty();
          case ENTRY_POWER -> y.rank() == 0 ? x.with(y, Math::pow) : Optional.empty();
        };
    if (r.isPresent()) return new Result.Known(r.get());
    return neverFit(b.op(), x, y) && isPlain(b) ? misfit(b) : whole(b);
  }

  private Result misfit(Syntax s) {
    comparison.countAsRead(s);
    return MISFIT;
  }

  /// Whether there is no other way to read what did not fit: a vector may yet lie along a matrix.
  private static boolean neverFit(Syntax.Op op, Grid x, Grid y) {
    if (x.shape().contains(Extent.ONE) || y.shape().contains(Extent.ONE)) return false;
    return switch (op) {
      case PLUS, MINUS, HADAMARD -> x.rank() == y.rank();
      case TIMES -> x.rank() <= 2 && y.rank() <= 2;
      case QUOTIENT, ENTRY_QUOTIENT, POWER, ENTRY_POWER -> false;
    };
  }

  private Result compare(Syntax.Compare c) {
    Result left = of(c.left());
    Result right = of(c.right());
    if (!(left instanceof Result.Known(Grid x)) || !(right instanceof Result.Known(Grid y)))
      return left == MISFIT || right == MISFIT ? MISFIT : UNKNOWN;
    Optional<Grid> r =
        x.with(
            y,
            (p, q) ->
                switch (c.relation()) {
                      case LESS -> p < q;
                      case AT_MOST -> p <= q;
                      case EQUAL -> p == q;
                      case DIFFERENT -> p != q;
                      case AT_LEAST -> p >= q;
                      case MORE -> p > q;
                    }
                    ? 1
                    : 0);
    return r.isPresent() ? new Result.Known(r.get()) : whole(c);
  }

  // ---- functions

  private Result call(Syntax.Call c) {
    String name = Vocabulary.canonicalName(c.function());
    name = Vocabulary.ALIASES.getOrDefault(name, name);
    if (c.arguments().size() != 1 || setting.isFunction(name)) return whole(c);
    Syntax argument = c.arguments().get(0);
    if (setting.isEntrywise(name)) {
      Function f = Function.row(name);
      return mapped(of(argument), c, Optional::of, x -> f.value(x, x));
    }
    return switch (name) {
      case "sum" -> mapped(of(argument), c, Estimate::total, x -> x);
      case "rowsum" -> ofMatrix(of(argument), g -> Optional.of(overColumns(g)), c);
      case "colsum" ->
          ofMatrix(
              of(argument),
              g -> g.transposed().map(Estimate::overColumns).flatMap(Grid::transposed),
              c);
      case "diag" -> mapped(of(argument), c, Grid::diagonal, x -> x);
      default -> whole(c);
    };
  }

  private Result ofMatrix(Result r, Turn turn, Syntax s) {
    return mapped(r, s, g -> g.rank() == 2 ? turn.of(g) : Optional.empty(), x -> x);
  }

  private static Grid overColumns(Grid g) {
    return g.summed(g.extents.size() - 1);
  }

  private static Optional<Grid> total(Grid g) {
    Grid r = g;
    while (r.rank() > 0) r = r.summed(r.letters.size());
    return Optional.of(r);
  }

  /// f'(x_i) is an entry of f'(x).
  private Result prime(Syntax.Prime p) {
    if (p.at() instanceof Syntax.Entry e)
      return of(
          new Syntax.Entry(
              new Syntax.Prime(p.function(), e.of(), p.place()), e.indices(), e.place()));
    return whole(p);
  }

  // ---- letters

  private Result entry(Syntax.Entry e) {
    if (e.of() instanceof Syntax.Name n && Vocabulary.canonicalName(n.text()).equals("delta"))
      return setting.knows("delta") ? UNKNOWN : delta(e.indices());
    if (isLetter(e.of())) return UNKNOWN;
    return indexed(of(e.of()), e.indices(), e);
  }

  private Result indexed(Result of, List<Syntax> indices, Syntax s) {
    if (!(of instanceof Result.Known(Grid g))) return of;
    if (!indices.stream().allMatch(this::isIndex)) return whole(s);
    List<String> names = indices.stream().map(i -> ((Syntax.Name) i).text()).toList();
    letters.addAll(names);
    if (names.size() == g.rank())
      for (int q = 0; q < names.size(); q++) extents.put(names.get(q), g.shape().get(q));
    Optional<Grid> entry = g.entry(names);
    if (entry.isPresent()) return new Result.Known(entry.get());
    return comparison.isStrict() && g.letters.isEmpty() ? MISFIT : UNKNOWN;
  }

  /// Kronecker's, of two letters of which one is known to run over an extent.
  private Result delta(List<Syntax> indices) {
    if (indices.size() != 2 || !indices.stream().allMatch(this::isIndex)) return UNKNOWN;
    String i = ((Syntax.Name) indices.get(0)).text();
    String j = ((Syntax.Name) indices.get(1)).text();
    Optional<Extent> e = over(i).or(() -> over(j));
    if (e.isEmpty()) return UNKNOWN;
    int n = point.size(e.get());
    double[] one = new double[n * n];
    for (int q = 0; q < n; q++) one[q * n + q] = 1;
    Grid g = new Grid(List.of(), List.of(e.get(), e.get()), new int[] {n, n}, one);
    return g.entry(List.of(i, j)).<Result>map(Result.Known::new).orElse(UNKNOWN);
  }

  private Optional<Extent> over(String letter) {
    return comparison
        .index(letter)
        .map(i -> i.extent)
        .or(() -> Optional.ofNullable(extents.get(letter)));
  }

  private boolean isIndex(Syntax s) {
    return s instanceof Syntax.Name n
        && !setting.isExtent(n.text())
        && (letters.contains(n.text()) || !setting.knows(n.text()));
  }

  private Result derivative(Syntax.Derivative d) {
    List<Syntax> indices = new ArrayList<>();
    Optional<String> of = array(d.of(), indices);
    int outer = indices.size();
    Optional<String> by = array(d.wrt(), indices);
    if (of.isEmpty() || by.isEmpty() || indices.isEmpty()) return whole(d);
    boolean full =
        setting.model.shape(of.get()).size() == outer
            && setting.model.shape(by.get()).size() == indices.size() - outer;
    if (!full || !comparison.isStrict() && setting.isFunction(of.get())) return whole(d);
    Result slope =
        slopes.computeIfAbsent(List.of(of.get(), by.get()), k -> slope(k.get(0), k.get(1)));
    return indexed(slope, indices, d);
  }

  private Result slope(String of, String by) {
    try {
      Claims.Derivatives.Value v = setting.slopes.of(of, List.of(by));
      return grid(v.entry(), v.axes());
    } catch (IllegalArgumentException e) {
      return UNKNOWN;
    }
  }

  /// The name of an entry, whose indices are added.
  private Optional<String> array(Syntax s, List<Syntax> indices) {
    if (s instanceof Syntax.Entry e) {
      indices.addAll(e.indices());
      return e.of() instanceof Syntax.Entry ? Optional.empty() : array(e.of(), indices);
    }
    return s instanceof Syntax.Name n && setting.model.knows(n.text())
        ? Optional.of(n.text())
        : Optional.empty();
  }

  private Result bound(Syntax.Bound b) {
    b.binders().forEach(x -> letters.add(x.index()));
    if (!b.operator().equals("sum")) return UNKNOWN;
    Result body = of(b.body());
    if (!(body instanceof Result.Known(Grid whole))) return body;
    Grid g = whole;
    for (Syntax c : b.conditions()) {
      Optional<Grid> mask = mask(c);
      Optional<Grid> left = mask.isPresent() ? g.with(mask.get(), (p, q) -> p * q) : mask;
      if (left.isEmpty()) return UNKNOWN;
      g = left.get();
    }
    for (Syntax.Binder x : b.binders()) {
      int at = g.letters.indexOf(x.index());
      if (at < 0 || !isWhole(x, g.extents.get(at))) return UNKNOWN;
      g = g.summed(at);
    }
    return new Result.Known(g);
  }

  /// Whether a range is written as the whole axis: from 1 to its extent.
  private static boolean isWhole(Syntax.Binder x, Extent axis) {
    if (x.range().isEmpty()) return true;
    return x.range().get(0) instanceof Syntax.Num one
        && one.digits().equals("1")
        && TextSpelling.PLAIN.spell(x.range().get(1)).equals(axis.toString());
  }

  /// 1 where two letters are equal, or differ, as the condition says.
  private Optional<Grid> mask(Syntax condition) {
    if (!(condition instanceof Syntax.Compare c)) return Optional.empty();
    boolean differ = c.relation() == Syntax.Relation.DIFFERENT;
    if (!differ && c.relation() != Syntax.Relation.EQUAL) return Optional.empty();
    return delta(List.of(c.left(), c.right())) instanceof Result.Known(Grid d)
        ? Optional.of(differ ? d.map(x -> 1 - x) : d)
        : Optional.empty();
  }
}
