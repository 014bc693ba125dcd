package dev.jacobi;

import dev.jacobi.eval.Evaluator;
import dev.jacobi.eval.Point;
import dev.jacobi.eval.Sampler;
import dev.jacobi.expr.Adjoint;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Holds a derived result against differences of the forward formulas, in random directions at random
/// points of two size assignments. It uses nothing of what derived the result.
final class Checker {
  private static final int POINTS = 2;
  private static final int DIRECTIONS = 2;
  private static final double TOLERANCE = 2e-6;

  private final Model model;
  private final long seed;

  Checker(Model model, long seed) {
    this.model = model;
    this.seed = seed;
  }

  /// How a result was checked: at how many points, and the greatest relative error.
  record Check(int points, double worst) {}

  /// @throws DerivationException when the result does not agree
  Check check(Result r, String differentiated, String by, java.util.Optional<String> with) {
    var sampler = new Sampler(model, seed);
    double worst = 0;
    int points = 0;
    for (int n = 0; n < 2 * POINTS && points < POINTS; n++) {
      Point p = sampler.point(n);
      double error = directions(r, differentiated, by, with, p, new Random(seed + n));
      if (Double.isNaN(error)) continue;
      worst = Math.max(worst, error);
      points++;
    }
    if (worst > TOLERANCE)
      throw new DerivationException(
          "the derivative of "
              + r.of()
              + " by "
              + String.join(", ", r.wrt())
              + " does not agree with differences (relative error "
              + String.format("%.1e", worst)
              + "); it is not shown");
    return new Check(points * DIRECTIONS, worst);
  }

  private double directions(
      Result r, String of, String by, java.util.Optional<String> with, Point p, Random random) {
    double[] derived = derived(r, p.copy());
    double worst = 0;
    for (int d = 0; d < DIRECTIONS; d++) {
      double[] x = value(p, by);
      double[] direction = new double[x.length];
      for (int q = 0; q < x.length; q++) direction[q] = random.nextGaussian();
      boolean forward = r.kind() == Result.Kind.JVP || r.kind() == Result.Kind.HVP;
      if (forward) direction = value(p, with.orElseThrow());
      double[] difference = difference(p, of, by, x, direction);
      double[] contracted = contract(r, p, derived, direction);
      if (r.kind() == Result.Kind.VJP) difference = new double[] {dot(difference, value(p, with.orElseThrow()))};
      worst = Math.max(worst, relative(contracted, difference));
    }
    return worst;
  }

  /// The derived array; adjoints that it is written in are computed first, in order.
  private double[] derived(Result r, Point p) {
    for (Adjoint a : r.layers()) {
      List<Index> axes = new ArrayList<>(a.outer());
      axes.addAll(a.entry());
      p.put(a.symbol(), axes, new Evaluator(model, p).array(a.named(), axes));
    }
    return new Evaluator(model, p).array(r.entry(), r.axes());
  }

  private static double dot(double[] a, double[] b) {
    double s = 0;
    for (int q = 0; q < a.length; q++) s += a[q] * b[q];
    return s;
  }

  private double[] value(Point p, String name) {
    return new Evaluator(model, p.copy()).array(name);
  }

  /// Central differences with one step of extrapolation: error of order h⁴.
  private double[] difference(Point p, String of, String by, double[] x, double[] direction) {
    double h = 3e-4 / Math.max(1, norm(direction));
    double[] near = central(p, of, by, x, direction, h);
    double[] far = central(p, of, by, x, direction, 2 * h);
    double[] r = new double[near.length];
    for (int q = 0; q < r.length; q++) r[q] = (4 * near[q] - far[q]) / 3;
    return r;
  }

  private double[] central(
      Point p, String of, String by, double[] x, double[] direction, double h) {
    double[] up = at(p, of, by, x, direction, h);
    double[] down = at(p, of, by, x, direction, -h);
    double[] r = new double[up.length];
    for (int q = 0; q < r.length; q++) r[q] = (up[q] - down[q]) / (2 * h);
    return r;
  }

  private double[] at(Point p, String of, String by, double[] x, double[] direction, double h) {
    Point moved = p.copy();
    double[] y = x.clone();
    for (int q = 0; q < y.length; q++) y[q] += h * direction[q];
    moved.put(by, y);
    return new Evaluator(model, moved).array(of);
  }

  /// Σ over the inner axes of the derived array times the direction.
  private double[] contract(Result r, Point p, double[] derived, double[] direction) {
    boolean product = r.kind() == Result.Kind.JVP || r.kind() == Result.Kind.HVP;
    if (product) return derived;
    int inner = size(p, r.inner());
    int outer = derived.length / inner;
    double[] s = new double[outer];
    for (int o = 0; o < outer; o++)
      for (int q = 0; q < inner; q++) s[o] += derived[o * inner + q] * direction[q];
    return s;
  }

  private static int size(Point p, List<Index> axes) {
    int n = 1;
    for (Index i : axes) n *= p.size(i.extent);
    return n;
  }

  private static double norm(double[] v) {
    double s = 0;
    for (double x : v) s += x * x;
    return Math.sqrt(s / Math.max(1, v.length));
  }

  private static double relative(double[] a, double[] b) {
    double worst = 0;
    double scale = 1e-3;
    for (double x : b) scale = Math.max(scale, Math.abs(x));
    for (int q = 0; q < a.length; q++) worst = Math.max(worst, Math.abs(a[q] - b[q]) / scale);
    for (double x : a) if (Double.isNaN(x) || Double.isInfinite(x)) return Double.NaN;
    for (double x : b) if (Double.isNaN(x) || Double.isInfinite(x)) return Double.NaN;
    return worst;
  }
}
