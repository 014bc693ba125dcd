package dev.jacobi.engine.minimize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// What the methods have in common: directions differ, steps and endings do not.
public abstract sealed class Descent permits Lbfgs, Newton {
  private double tolerance = 1e-8;
  private int iterations = 1000;
  private Consumer<Minimum.Step> listener = _ -> {};

  /// It ends when no entry of the gradient exceeds this times its greatest at the start (or times
  /// 1, if that is less).
  public Descent tolerance(double t) {
    tolerance = t;
    return this;
  }

  public Descent iterations(int n) {
    iterations = n;
    return this;
  }

  /// Tells of each step when it is done.
  public Descent listen(Consumer<Minimum.Step> l) {
    listener = l;
    return this;
  }

  /// The direction from x, into `d`.
  abstract void direction(Objective f, double[] x, double[] gradient, double[] d);

  /// A step `s` was made, along which the gradient changed by `y`.
  abstract void moved(double[] s, double[] y);

  /// How far the first step goes.
  abstract double first(double[] gradient);

  /// Goes downhill from where the objective starts.
  public Minimum of(Objective f) {
    double[] x = f.start();
    double[] g = new double[x.length];
    double value = f.at(x, g);
    List<Minimum.Step> steps = new ArrayList<>();
    tell(steps, value, g);
    if (!Double.isFinite(value) || !finite(g))
      return end(Minimum.Ending.NOT_FINITE, value, x, steps);
    double[] d = new double[x.length];
    double enough = tolerance * Math.max(1, greatest(g));
    while (greatest(g) > enough) {
      if (steps.size() > iterations) return end(Minimum.Ending.UNFINISHED, value, x, steps);
      direction(f, x, g, d);
      var search = new LineSearch(f, x, d, value, g);
      if (!search.from(steps.size() == 1 ? first(g) : 1))
        return end(Minimum.Ending.STALLED, value, x, steps);
      double[] s = difference(search.x(), x);
      moved(s, difference(search.gradient(), g));
      x = search.x().clone();
      g = search.gradient().clone();
      value = search.value();
      tell(steps, value, g);
    }
    return end(Minimum.Ending.CONVERGED, value, x, steps);
  }

  private void tell(List<Minimum.Step> steps, double value, double[] g) {
    steps.add(new Minimum.Step(steps.size(), value, greatest(g)));
    listener.accept(steps.getLast());
  }

  private static Minimum end(Minimum.Ending e, double value, double[] x, List<Minimum.Step> steps) {
    return new Minimum(e, value, Arrays.stream(x).boxed().toList(), steps);
  }

  private static double[] difference(double[] a, double[] b) {
    double[] d = new double[a.length];
    for (int q = 0; q < d.length; q++) d[q] = a[q] - b[q];
    return d;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int q = 0; q < a.length; q++) sum += a[q] * b[q];
    return sum;
  }

  static double greatest(double[] g) {
    double most = 0;
    for (double x : g) most = Math.max(most, Math.abs(x));
    return most;
  }

  private static boolean finite(double[] g) {
    for (double x : g) if (!Double.isFinite(x)) return false;
    return true;
  }
}
