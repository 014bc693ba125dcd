package dev.jacobi.eval;

import dev.jacobi.expr.Adjoint;
import dev.jacobi.expr.At;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Function;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import dev.jacobi.expr.Opaque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The slow, obvious evaluator: index notation in doubles, straight from its meaning. It is the
/// oracle that results are held against, and shares no rule with what derives them.
public final class Evaluator {
  private static final int MOST_KEPT = 200_000; // numbers, of what was asked for before
  private static final int OVERHEAD = 16; // numbers as large as a table is beside its own

  private final Model model;
  private final Point point;
  private final Trial trial;
  private final Order order;
  private final Exponents exponents = new Exponents(this::value);
  private final Map<Expr, Table> done = new HashMap<>();
  private int kept;

  public Evaluator(Model model, Point point) {
    this(model, point, Trial.NONE);
  }

  public Evaluator(Model model, Point point, Trial trial) {
    this.model = model;
    this.point = point;
    this.trial = trial;
    this.order = new Order(point);
  }

  /// Sees each number that is computed, and may change it, to find what an answer owes to rounding.
  public interface Trial {
    Trial NONE = new Trial() {};

    /// What to go on with in the place of a factor, a product or a sum.
    default double computed(double x) {
      return x;
    }

    /// A number that decides whether something counts.
    default void compared(Factor.Comparison with, double x) {}
  }

  private Table tried(Table x) {
    return trial == Trial.NONE ? x : x.map(trial::computed);
  }

  /// The array of a formula over the given axes, row-major.
  public double[] array(Expr e, List<Index> axes) {
    if (kept > MOST_KEPT) forget();
    int[] shape = new int[axes.size()];
    for (int q = 0; q < shape.length; q++) shape[q] = point.size(axes.get(q).extent);
    return value(e).arranged(axes, shape).data();
  }

  /// The array of a declared or defined name, row-major.
  public double[] array(String name) {
    double[] given = point.given(name);
    if (given != null) return given;
    Definition d = model.definitions().get(name);
    if (d == null) throw new IllegalArgumentException("no value for " + name);
    List<String> order = new ArrayList<>();
    pending(name, order);
    for (String n : order)
      if (point.given(n) == null) point.put(n, define(model.definitions().get(n)));
    return point.given(name);
  }

  /// Computes adjoints in order and keeps them under their symbols, for formulas that are written
  /// in them.
  public void layers(List<Adjoint> layers) {
    for (Adjoint a : layers) {
      if (point.given(a.symbol()) != null) continue;
      List<Index> axes = new ArrayList<>(a.outer());
      axes.addAll(a.entry());
      point.put(a.symbol(), axes, array(a.named(), axes));
    }
  }

  /// The definitions a name rests on that have no value yet, each after what it uses; no recursion.
  private void pending(String name, List<String> order) {
    java.util.Deque<String> open = new java.util.ArrayDeque<>(List.of(name));
    java.util.Set<String> entered = new java.util.HashSet<>();
    while (!open.isEmpty()) {
      String n = open.peek();
      Definition d = model.definitions().get(n);
      if (d == null || point.given(n) != null || order.contains(n)) {
        open.pop();
      } else if (!entered.add(n)) {
        open.pop();
        order.add(n);
      } else {
        for (String u : d.uses()) if (point.given(u) == null) open.push(u);
      }
    }
  }

  private double[] define(Definition d) {
    return switch (d.body()) {
      case Definition.Formula f -> array(f.expr(), d.parameters());
      case Definition.Inverse i -> Matrices.inverse(array(i.of()), side(d.parameters().get(0)));
      case Definition.Determinant det -> {
        int n = point.size(model.shape(det.of()).get(0));
        double v = Matrices.determinant(array(det.of()), n);
        yield new double[] {det.logarithm() ? Math.log(Math.abs(v)) : v};
      }
      case Definition.Extreme e -> {
        Table x = withAxis(value(e.expr()), e.over());
        double start = e.greatest() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        yield arranged(x.reduce(e.over(), start, e.greatest() ? Math::max : Math::min), d);
      }
      case Definition.ProductOver p ->
          arranged(withAxis(value(p.expr()), p.over()).reduce(p.over(), 1, (a, b) -> a * b), d);
      case Definition.ArgMax _ -> throw new IllegalStateException("argmax");
      case Definition.Unknown u -> point.unknown(model, d, u);
    };
  }

  private double[] arranged(Table x, Definition d) {
    int[] shape = d.parameters().stream().mapToInt(this::side).toArray();
    return x.arranged(d.parameters(), shape).data();
  }

  private Table withAxis(Table x, Index axis) {
    if (x.axes().contains(axis)) return x;
    Table one = Table.over(List.of(axis), new int[] {side(axis)}).map(_ -> 1);
    return x.with(one, (a, b) -> a * b);
  }

  /// A range such as `1..n − m` may be empty at some sizes.
  private int side(Index i) {
    return Math.max(0, point.size(i.extent));
  }

  // ---- formulas

  private Table value(Expr e) {
    Table r = done.get(e);
    if (r == null) {
      r = Table.scalar(0);
      for (Monomial m : e.terms()) r = tried(r.with(value(m), Double::sum));
      done.put(e, r);
      kept += OVERHEAD + r.data().length;
    }
    return r;
  }

  private void forget() {
    done.clear();
    kept = 0;
  }

  /// Factors are multiplied in one by one; an index is summed as soon as no factor left holds it.
  private Table value(Monomial m) {
    List<Power> left = new ArrayList<>(m.powers());
    left.sort((a, b) -> Boolean.compare(isCondition(b), isCondition(a)));
    Map<Power, Table> exponentials = exponents.together(left);
    List<Index> summed = new ArrayList<>(m.summed());
    Table r = Table.scalar(m.coefficient.doubleValue());
    while (!left.isEmpty()) {
      Power p = order.next(left, r.axes(), summed);
      left.remove(p);
      Table factor = exponentials.containsKey(p) ? tried(exponentials.get(p)) : power(p);
      List<Index> gone = new ArrayList<>();
      for (Index i : summed)
        if (!Order.holds(left, i) && (r.axes().contains(i) || factor.axes().contains(i)))
          gone.add(i);
      summed.removeAll(gone);
      r = r.contracted(factor, gone, this::product);
      model.t.work().spend(r.data().length * order.volume(gone));
    }
    for (Index i : summed) {
      double n = side(i);
      r = r.map(x -> x * n);
    }
    return r;
  }

  private double product(double a, double b) {
    return trial == Trial.NONE ? times(a, b) : trial.computed(times(a, b));
  }

  /// A condition that fails wins over a value that is not finite.
  private static double times(double a, double b) {
    return a == 0 || b == 0 ? 0 : a * b;
  }

  private static boolean isCondition(Power p) {
    return p.base() instanceof Factor.Relation;
  }

  private Table power(Power p) {
    Table base = tried(factor(p.base()));
    if (p.exponent().isOne()) return base;
    return tried(base.with(value(p.exponent()), Math::pow));
  }

  private Table factor(Factor f) {
    return switch (f) {
      case Factor.Symbol s -> symbol(s);
      case Factor.Relation r -> relation(r);
      case Factor.Apply a -> applied(a);
      case Factor.Indicator i -> value(i.of).map(x -> counts(i.comparison, x) ? 1 : 0);
      case Factor.Group g -> value(g.of);
      case Factor.Radical r -> Table.scalar(r.of.doubleValue());
    };
  }

  private Table applied(Factor.Apply a) {
    if (a.function == Function.LOG && Exponents.isSum(a.argument(0)))
      return exponents.logarithm(a.argument(0).term(0));
    Table x = value(a.argument(0));
    return switch (a.function) {
      case Opaque f -> x.map(u -> point.opaque(f, u));
      case Function f when f.arity == 1 -> x.map(u -> f.value(u, 0));
      case Function f -> x.with(value(a.argument(1)), f::value);
    };
  }

  private boolean counts(Factor.Comparison c, double x) {
    trial.compared(c, x);
    return holds(c, x);
  }

  /// Values that are equal in theory may differ in the last places.
  private static boolean holds(Factor.Comparison c, double x) {
    return switch (c) {
      case POSITIVE -> x > 0;
      case NOT_NEGATIVE -> !(x < 0); // what is no number fails its opposite
      case ZERO -> Math.abs(x) < 1e-12;
    };
  }

  private Table symbol(Factor.Symbol s) {
    if (s.name.equals("pi")) return Table.scalar(Math.PI);
    if (s.name.equals("inf")) return Table.scalar(Double.POSITIVE_INFINITY);
    if (model.integers().containsKey(s.name)) return Table.scalar(point.integer(s.name));
    if (model.dimensions().contains(s.name) && !model.knows(s.name))
      return Table.scalar(point.dimension(s.name));
    double[] data = array(s.name);
    List<dev.jacobi.expr.Extent> own = point.shape(s.name);
    List<dev.jacobi.expr.Extent> shape = own != null ? own : model.shape(s.name);
    List<Index> axes = List.of(s.free());
    int[] sizes = axes.stream().mapToInt(this::side).toArray();
    Table r = Table.over(axes, sizes);
    int[] at = new int[sizes.length];
    for (int n = 0; n < r.data().length; n++) {
      r.data()[n] = entry(s, shape, data, axes, at);
      step(at, sizes);
    }
    return r;
  }

  /// An entry outside the array is 0: a condition beside it says so.
  private double entry(
      Factor.Symbol s,
      List<dev.jacobi.expr.Extent> shape,
      double[] data,
      List<Index> axes,
      int[] at) {
    int offset = 0;
    for (int q = 0; q < s.arity(); q++) {
      int size = point.size(shape.get(q));
      long place = place(s.slot(q), axes, at);
      if (place < 1 || place > size) return 0;
      offset = offset * size + (int) place - 1;
    }
    return data[offset];
  }

  private long place(At slot, List<Index> axes, int[] at) {
    long sum = point.size(slot.offset);
    for (int q = 0; q < slot.indices.length; q++) {
      Index i = slot.indices[q];
      int axis = axes.indexOf(i);
      long v = model.isInteger(i) ? point.integer(i.letter) : at[axis] + 1;
      sum += slot.coefficients[q] * v;
    }
    return sum;
  }

  private Table relation(Factor.Relation r) {
    List<Index> axes = new ArrayList<>(List.of(r.free()));
    axes.removeIf(model::isInteger);
    int[] sizes = axes.stream().mapToInt(this::side).toArray();
    Table x = Table.over(axes, sizes);
    int[] at = new int[sizes.length];
    for (int n = 0; n < x.data().length; n++) {
      long v = place(r.at, axes, at);
      x.data()[n] = (r.equality ? v == 0 : v >= 0) ? 1 : 0;
      step(at, sizes);
    }
    return x;
  }

  private static void step(int[] at, int[] sizes) {
    for (int d = sizes.length - 1; d >= 0; d--) {
      if (++at[d] < sizes[d]) return;
      at[d] = 0;
    }
  }
}
