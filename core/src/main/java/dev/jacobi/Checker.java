package dev.jacobi;

import dev.jacobi.eval.Evaluator;
import dev.jacobi.eval.Point;
import dev.jacobi.eval.Sampler;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Holds derived results against differences of the forward formulas, in random directions at
/// random points of two size assignments. It uses nothing of what derived them.
///
/// Results of one output are checked together: all their variables move at once, so that the work
/// does not grow with their number.
final class Checker {
  private static final int POINTS = 2;
  private static final int DIRECTIONS = 2;
  private static final double TOLERANCE = 2e-5; // a wrong formula is off by far more
  private static final double CLOSE = 2e-7; // near enough to try no other step
  private static final double[] STEPS = {3e-4, 3e-5, 2e-3};
  private static final double BEND = 1e-3; // how much the slopes on two sides may differ

  private final Model model;
  private final long seed;

  Checker(Model model, long seed) {
    this.model = model;
    this.seed = seed;
  }

  /// How results were checked: in how many directions, the greatest relative error, and which
  /// extents stood for less.
  record Check(int points, double worst, Map<Long, Integer> shortened) {
    private boolean holds() {
      return points > 0 && worst <= TOLERANCE;
    }
  }

  /// What is to be checked: a result, the name that is differentiated, by which name, and the
  /// upstream or direction of a product (else empty).
  record Subject(Result result, String of, String by, String with) {}

  /// @throws DerivationException when a result does not agree
  Check check(List<Subject> subjects) {
    var sampler = new Sampler(model, seed);
    var shortened = sampler.shortened().map(s -> shortened(subjects, s)).filter(Check::holds);
    if (shortened.isPresent()) return shortened.get();
    Check all = measure(subjects, sampler);
    if (all.holds()) return all;
    for (Subject s : subjects) {
      Check one = subjects.size() == 1 ? all : measure(List.of(s), sampler);
      if (one.points == 0)
        throw new DerivationException.Unchecked(
            what(s)
                + " could not be checked: it is not finite, has a kink or is too steep at every"
                + " point that was tried");
      if (one.worst > TOLERANCE)
        throw new DerivationException(
            what(s)
                + " does not agree with differences (relative error "
                + brief(one.worst)
                + "); it is not shown");
    }
    return all;
  }

  private static String what(Subject s) {
    return "the derivative of " + s.result.of() + " by " + String.join(", ", s.result.wrt());
  }

  private static String brief(double x) {
    return String.format(java.util.Locale.ROOT, "%.0e", x);
  }

  /// A formula may reach for the 784th entry, which is not there.
  private Check shortened(List<Subject> subjects, Sampler sampler) {
    try {
      return measure(subjects, sampler);
    } catch (IndexOutOfBoundsException e) {
      return new Check(0, 0, Map.of());
    }
  }

  private Check measure(List<Subject> subjects, Sampler sampler) {
    Map<Long, Integer> shortened = Map.of();
    double worst = 0;
    int points = 0;
    for (int n = 0; n < 4 * POINTS && points < POINTS; n++) {
      Point p = sampler.point(n);
      shortened = p.shortened();
      double error = atPoint(subjects, p, new Random(seed + n));
      if (Double.isNaN(error)) continue;
      worst = Math.max(worst, error);
      points++;
    }
    return new Check(points * DIRECTIONS, worst, shortened);
  }

  private double atPoint(List<Subject> subjects, Point p, Random random) {
    Point work = p.copy();
    List<double[]> derived = new ArrayList<>();
    for (Subject s : subjects) derived.add(derived(s.result, work));
    double worst = 0;
    for (int d = 0; d < DIRECTIONS; d++) {
      double error = inDirection(subjects, derived, p, random);
      if (Double.isNaN(error)) return error;
      worst = Math.max(worst, error);
    }
    return worst;
  }

  private double inDirection(
      List<Subject> subjects, List<double[]> derived, Point p, Random random) {
    List<double[]> directions = new ArrayList<>();
    double[] sum = new double[0];
    for (int q = 0; q < subjects.size(); q++) {
      Subject s = subjects.get(q);
      double[] direction = direction(s, p, random);
      directions.add(direction);
      double[] part = contract(s.result, p, derived.get(q), direction);
      sum = q == 0 ? part : plus(sum, part);
    }
    double best = Double.NaN;
    for (double step : STEPS) { // a steep function needs a short one, a rounded one a long one
      double[] difference = difference(subjects, p, directions, step);
      Subject first = subjects.get(0);
      if (first.result.kind() == Result.Kind.VJP)
        difference = new double[] {dot(difference, value(p, first.with))};
      double error = relative(sum, difference);
      if (Double.isNaN(best) || error < best) best = error;
      if (best <= CLOSE) break;
    }
    boolean tells = best <= TOLERANCE || !isTied(model, p) && isSmooth(subjects, p, directions);
    return tells ? best : Double.NaN;
  }

  /// Whether a greatest or least value is attained at several places: a derivative counts them all.
  static boolean isTied(Model model, Point p) {
    for (Definition d : model.definitions().values()) {
      if (!(d.body() instanceof Definition.Extreme e)) continue;
      List<Index> axes = new ArrayList<>(d.parameters());
      axes.add(e.over());
      double[] all = new Evaluator(model, p.copy()).array(e.expr(), axes);
      int side = p.size(e.over().extent);
      for (int q = 0; q < all.length; q += side) {
        double[] row = Arrays.copyOfRange(all, q, q + side);
        Arrays.sort(row);
        int end = e.greatest() ? side - 1 : 0;
        int next = e.greatest() ? side - 2 : 1;
        if (side > 1 && Math.abs(row[end] - row[next]) <= 1e-9 * Math.abs(row[end])) return true;
      }
    }
    return false;
  }

  /// Whether differences tell a derivative here: not where the slopes on the two sides differ
  /// however short the step, nor where rounding is as large as what is looked for.
  private boolean isSmooth(List<Subject> subjects, Point p, List<double[]> directions) {
    double wide = STEPS[0] / Math.max(1, norm(directions));
    double narrow = STEPS[1] / Math.max(1, norm(directions));
    double[] at = moved(subjects, p, directions, 0);
    double[][] far = {moved(subjects, p, directions, wide), moved(subjects, p, directions, -wide)};
    double[][] near = {
      moved(subjects, p, directions, narrow), moved(subjects, p, directions, -narrow)
    };
    double scale = 1e-3;
    for (int q = 0; q < at.length; q++)
      scale = Math.max(scale, Math.abs(near[0][q] - near[1][q]) / (2 * narrow));
    for (int q = 0; q < at.length; q++) {
      double slope = (near[0][q] - near[1][q]) / (2 * narrow);
      double bend = Math.abs(near[0][q] + near[1][q] - 2 * at[q]) / (2 * narrow);
      double before = Math.abs(far[0][q] + far[1][q] - 2 * at[q]) / (2 * wide);
      boolean settles = Math.abs(slope - (far[0][q] - far[1][q]) / (2 * wide)) <= TOLERANCE * scale;
      boolean bends = bend > BEND * scale && bend > before / 3;
      boolean rounds = Math.ulp(at[q]) / narrow > TOLERANCE * scale;
      if (!settles || bends || rounds) return false;
    }
    return true;
  }

  private double[] direction(Subject s, Point p, Random random) {
    boolean forward = isForward(s.result);
    if (forward) return value(p, s.with);
    double[] d = new double[value(p, s.by).length];
    for (int q = 0; q < d.length; q++) d[q] = random.nextGaussian();
    return d;
  }

  private static boolean isForward(Result r) {
    return r.kind() == Result.Kind.JVP || r.kind() == Result.Kind.HVP;
  }

  /// The derived array; adjoints that it is written in are computed first, in order, and kept.
  private double[] derived(Result r, Point p) {
    var evaluator = new Evaluator(model, p);
    evaluator.layers(r.layers());
    return evaluator.array(r.entry(), r.axes());
  }

  private double[] value(Point p, String name) {
    double[] given = p.array(name);
    return given != null ? given : new Evaluator(model, p.copy()).array(name);
  }

  /// Central differences with one step of extrapolation: error of order h⁴.
  private double[] difference(
      List<Subject> subjects, Point p, List<double[]> directions, double step) {
    double h = step / Math.max(1, norm(directions));
    double[] near = central(subjects, p, directions, h);
    double[] far = central(subjects, p, directions, 2 * h);
    double[] r = new double[near.length];
    for (int q = 0; q < r.length; q++) r[q] = (4 * near[q] - far[q]) / 3;
    return r;
  }

  private double[] central(List<Subject> subjects, Point p, List<double[]> directions, double h) {
    double[] up = moved(subjects, p, directions, h);
    double[] down = moved(subjects, p, directions, -h);
    double[] r = new double[up.length];
    for (int q = 0; q < r.length; q++) r[q] = (up[q] - down[q]) / (2 * h);
    return r;
  }

  /// What is differentiated, with every variable moved. Those that are definitions are moved from
  /// their value at the point, one by one along the way.
  private double[] moved(List<Subject> subjects, Point p, List<double[]> directions, double h) {
    Point to = p.copy();
    for (int q = 0; q < subjects.size(); q++) {
      double[] y = value(p, subjects.get(q).by).clone();
      double[] d = directions.get(q);
      for (int k = 0; k < y.length; k++) y[k] += h * d[k];
      to.put(subjects.get(q).by, y);
    }
    return new Evaluator(model, to).array(subjects.get(0).of);
  }

  /// Σ over the inner axes of the derived array times the direction.
  private double[] contract(Result r, Point p, double[] derived, double[] direction) {
    if (isForward(r)) return derived;
    int inner = 1;
    for (Index i : r.inner()) inner *= p.size(i.extent);
    double[] s = new double[derived.length / inner];
    for (int o = 0; o < s.length; o++)
      for (int q = 0; q < inner; q++) s[o] += derived[o * inner + q] * direction[q];
    return s;
  }

  private static double dot(double[] a, double[] b) {
    double s = 0;
    for (int q = 0; q < a.length; q++) s += a[q] * b[q];
    return s;
  }

  private static double[] plus(double[] a, double[] b) {
    double[] r = new double[a.length];
    for (int q = 0; q < r.length; q++) r[q] = a[q] + b[q];
    return r;
  }

  /// The root mean square of all directions' entries.
  private static double norm(List<double[]> v) {
    double s = 0;
    int n = 0;
    for (double[] d : v)
      for (double x : d) {
        s += x * x;
        n++;
      }
    return Math.sqrt(s / Math.max(1, n));
  }

  private static double relative(double[] a, double[] b) {
    double worst = 0;
    double scale = 1e-3;
    for (double x : b) scale = Math.max(scale, Math.abs(x));
    for (int q = 0; q < a.length; q++) {
      if (!Double.isFinite(a[q]) || !Double.isFinite(b[q])) return Double.NaN;
      worst = Math.max(worst, Math.abs(a[q] - b[q]) / scale);
    }
    return worst;
  }
}
