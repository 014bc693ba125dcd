package dev.jacobi.check;

import dev.jacobi.elaborate.Claims;
import dev.jacobi.eval.Evaluator;
import dev.jacobi.eval.Point;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Index;
import dev.jacobi.notation.Syntax;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a formula ought to be equal to, in numbers at one point: most guesses are ruled out there
/// before the full comparison is asked. Definitions are evaluated once and kept.
final class Target {
  private static final int POINTS = 8;
  private static final double DIFFERENT = Double.POSITIVE_INFINITY;
  private static final double SMALL = 1e-9;
  private static final double TOLERANCE = 1e-7;

  private final Setting setting;
  private final Comparison comparison;
  private final List<Claims.Meaning> where; // the cases
  private final Claims.Meaning truth;
  private final List<Index> letters = new ArrayList<>();
  private final Map<Index, String> names = new HashMap<>(); // of the letters
  private final Map<List<Index>, double[]> known = new HashMap<>();
  private Optional<Point> point = Optional.empty();
  private Optional<Estimate> estimate = Optional.empty();
  private final Map<List<Index>, double[]> masks = new HashMap<>(); // where the cases hold

  Target(Setting setting, Comparison comparison, List<Syntax.Compare> cases, Syntax truth) {
    this.setting = setting;
    this.comparison = comparison;
    this.truth = comparison.meaning(truth);
    this.where = new ArrayList<>();
    for (Syntax.Compare c : cases)
      where.add(comparison.meaning(new Syntax.Indicator(c, c.place())));
    add(this.truth);
    where.forEach(this::add);
    for (String l : comparison.letters()) comparison.index(l).ifPresent(i -> names.put(i, l));
    boolean hot = !cases.isEmpty() && setting.oneHot().isPresent(); // a letter may be its place
    boolean telling = false; // where all is zero, or rounding, nothing can be told apart
    for (int n = 0; n < POINTS && !telling && hasTruth() && !hot; n++) {
      Point p = setting.point(n);
      double[] x = array(this.truth, letters, p);
      if (!isFinite(x)) continue;
      telling = greatest(x) > SMALL;
      if (telling || point.isEmpty()) point = Optional.of(p);
    }
    if (!comparison.isCode()) estimate = point.map(p -> new Estimate(setting, comparison, p));
  }

  private void add(Claims.Meaning m) {
    for (Index i : m.entry().free())
      if (!truth.axes().contains(i) && !letters.contains(i) && !setting.model.isInteger(i))
        letters.add(i);
  }

  private boolean hasTruth() {
    return truth.problem().isEmpty();
  }

  /// The ratio of the truth to a formula where it is the same at every entry: 1 where they are
  /// equal, and where that cannot be told; infinite where it is not; not a number where the formula
  /// does not fit.
  double ratio(Syntax s) {
    if (point.isEmpty()) return 1;
    if (estimate.isPresent() && !(s instanceof Syntax.Num)) {
      Estimate.Result r = estimate.get().of(s);
      if (r == Estimate.MISFIT) {
        if (!comparison.isStrict()) comparison.countAsRead(s);
        return Double.NaN;
      }
      if (r instanceof Estimate.Result.Known(Grid g)) {
        if (!extents(truth).equals(longer(g.shape()))) return Double.NaN;
        List<Index> all = all(g);
        Optional<double[]> numbers = numbers(g, all);
        if (numbers.isPresent()) {
          if (all.size() > letters.size()) comparison.countAsRead(s);
          return ratio(truthOver(all), numbers.get());
        }
      }
    }
    return ratioRead(s);
  }

  /// The letters of the truth, and those that only these numbers have.
  private List<Index> all(Grid g) {
    List<Index> all = new ArrayList<>(letters);
    for (String l : g.letters) {
      Optional<Index> i = comparison.index(l);
      if (i.isEmpty() || all.contains(i.get()) || truth.axes().contains(i.get())) continue;
      names.put(i.get(), l);
      all.add(i.get());
    }
    return all;
  }

  /// By these letters and the axes of the truth, where it has no others.
  private Optional<double[]> numbers(Grid g, List<Index> letters) {
    List<String> order = new ArrayList<>();
    List<Extent> over = new ArrayList<>();
    List<Integer> lengths = new ArrayList<>();
    for (Index i : letters) {
      if (truth.axes().contains(i)) continue;
      order.add(names.getOrDefault(i, ""));
      over.add(i.extent);
      lengths.add(point.orElseThrow().size(i.extent));
    }
    return g.by(order, over, lengths).map(x -> masked(x, letters));
  }

  private double[] masked(double[] x, List<Index> letters) {
    if (where.isEmpty()) return x;
    double[] mask =
        masks.computeIfAbsent(
            letters,
            over -> {
              double[] one = new double[x.length];
              Arrays.fill(one, 1);
              return masked(one, truth, over);
            });
    for (int q = 0; q < x.length; q++) if (mask[q] == 0) x[q] = 0;
    return x;
  }

  private double ratioRead(Syntax s) {
    Claims.Meaning m = comparison.meaning(s);
    if (m.problem().isPresent()) return Double.NaN;
    if (m.axes().isEmpty() && m.entry().isZero()) return 1;
    if (!extents(truth).equals(extents(m))) return Double.NaN;
    List<Index> all = all(m);
    return ratio(truthOver(all), masked(array(m, all, point.get()), m, all));
  }

  private static double ratio(double[] a, double[] b) {
    double x = 0;
    double y = 0;
    for (int q = 0; q < a.length; q++) { // the greatest entry tells
      if (!Double.isFinite(b[q])) return DIFFERENT;
      if (Math.abs(a[q]) > Math.abs(x)) {
        x = a[q];
        y = b[q];
      }
    }
    if (x == 0 || y == 0) return greatest(b) < 1e-12 && x == 0 ? 1 : DIFFERENT;
    double ratio = x / y;
    double limit = TOLERANCE * Math.abs(x);
    for (int q = 0; q < a.length; q++)
      if (!(Math.abs(a[q] - ratio * b[q]) <= limit)) return DIFFERENT;
    return Math.abs(ratio - 1) < TOLERANCE ? 1 : ratio;
  }

  /// Whether a ratio is likely to be a constant: of many entries, and not of two roundings; of a
  /// single number, where it is a simple one.
  boolean isConstant(double ratio) {
    double r = Math.abs(ratio);
    if (!(r > 1e-4 && r < 1e4)) return false;
    if (truthOver(letters).length > 1) return true;
    for (int n = 1; n <= 12; n++)
      for (double x : new double[] {r * n, n / r})
        if (Math.abs(x - Math.rint(x)) < TOLERANCE && x < 13) return true;
    return false;
  }

  /// How far a formula points away from the truth, whatever its length: 0 for a multiple of it, 1
  /// where that cannot be told cheaply.
  double angle(Syntax s) {
    if (estimate.isEmpty() || !(estimate.get().of(s) instanceof Estimate.Result.Known(Grid g)))
      return 1;
    if (!extents(truth).equals(longer(g.shape()))) return 1;
    Optional<double[]> numbers = numbers(g, letters);
    if (numbers.isEmpty()) return 1;
    double[] a = truthOver(letters);
    double[] b = numbers.get();
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int q = 0; q < a.length; q++) {
      ab += a[q] * b[q];
      aa += a[q] * a[q];
      bb += b[q] * b[q];
    }
    double cosine = Math.abs(ab) / Math.sqrt(aa * bb);
    return cosine >= 0 ? 1 - cosine : 1;
  }

  /// How long a dimension is at the point; 0 where there is none.
  int size(String dimension) {
    return point.map(p -> p.dimensions().getOrDefault(dimension, 0)).orElse(0);
  }

  private static double greatest(double[] x) {
    double g = 0;
    for (double d : x) g = Math.max(g, Math.abs(d));
    return g;
  }

  /// The letters of the truth, and those that only this formula leaves free.
  private List<Index> all(Claims.Meaning m) {
    List<Index> all = new ArrayList<>(letters);
    for (Index i : m.entry().free())
      if (!all.contains(i) && !m.axes().contains(i) && !setting.model.isInteger(i)) all.add(i);
    return all;
  }

  private double[] truthOver(List<Index> all) {
    return known.computeIfAbsent(all, l -> masked(array(truth, l, point.orElseThrow()), truth, l));
  }

  /// By the letters, then by the axes of its own.
  private double[] array(Claims.Meaning m, List<Index> letters, Point p) {
    List<Index> all = new ArrayList<>(letters);
    all.removeAll(m.axes());
    all.addAll(m.axes());
    return new Evaluator(setting.model, p).array(m.entry(), all);
  }

  /// Nothing counts where a case does not hold.
  private double[] masked(double[] x, Claims.Meaning m, List<Index> letters) {
    double[] r = x;
    for (Claims.Meaning w : where) {
      if (w.problem().isPresent()) continue;
      r = r.clone();
      List<Index> all = new ArrayList<>(letters);
      all.removeAll(m.axes());
      all.addAll(m.axes());
      double[] one = new Evaluator(setting.model, point.orElseThrow()).array(w.entry(), all);
      for (int q = 0; q < r.length; q++) if (one[q] == 0) r[q] = 0;
    }
    return r;
  }

  private static List<Extent> extents(Claims.Meaning m) {
    return longer(m.axes().stream().map(i -> i.extent).toList());
  }

  private static List<Extent> longer(List<Extent> all) {
    return all.stream().filter(e -> !e.equals(Extent.ONE)).toList();
  }

  private static boolean isFinite(double[] x) {
    for (double d : x) if (!Double.isFinite(d)) return false;
    return true;
  }
}
