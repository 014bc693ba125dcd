package dev.jacobi.eval;

import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Opaque;
import java.util.List;

/// Numbers for a function of which nothing is known: entry o is `Σ_r sin(c_or + Σ w_or · x)`, over
/// a few random waves r, c and w hashed from the seed; entries that a fact says are the same have
/// the same. A derivative of it, `dL/dy`, is the exact derivative of that: the wave's own w for
/// each derivative taken, and the sine a quarter turn further.
final class UnknownFunction {
  private static final int WAVES = 3;

  private final Model model;
  private final Point point;
  private final long seed;
  private final Turning turning;

  UnknownFunction(Model model, Point point, long seed) {
    this.model = model;
    this.point = point;
    this.seed = seed;
    this.turning = new Turning(model, point);
  }

  double[] value(Definition d, Definition.Unknown u) {
    List<String> by = u.by();
    String root = u.of();
    List<Extent> shape = d.shape();
    int derivatives = 0;
    for (String name : by) derivatives += model.shape(name).size();
    int outer = 1;
    for (Extent e : shape.subList(0, shape.size() - derivatives)) outer *= point.size(e);
    int inner = 1;
    for (Extent e : shape.subList(shape.size() - derivatives, shape.size())) inner *= point.size(e);
    double[] result = new double[outer * inner];
    for (int o = 0; o < outer; o++)
      for (int r = 0; r < WAVES; r++) wave(root, u, by, o, r, inner, result);
    return result;
  }

  private void wave(
      String root,
      Definition.Unknown u,
      List<String> by,
      int o,
      int r,
      int inner,
      double[] result) {
    int drawn = turning.ofValue(root, o);
    double phase = random(root, drawn, r, -1, 0);
    for (int a = 0; a < u.arguments().size(); a++) {
      double[] x = new Evaluator(model, point).array(u.arguments().get(a));
      for (int q = 0; q < x.length; q++)
        phase += weight(root, drawn, r, u.arguments().get(a), q) * x[q];
    }
    double s = Math.sin(phase + by.size() * Math.PI / 2);
    for (int n = 0; n < inner; n++) {
      double product = s;
      int rest = n;
      for (int q = by.size() - 1; q >= 0; q--) {
        int size = 1;
        for (Extent e : model.shape(by.get(q))) size *= point.size(e);
        product *= weight(root, drawn, r, by.get(q), rest % size);
        rest /= size;
      }
      result[o * inner + n] += product;
    }
  }

  private double weight(String root, int o, int r, String argument, int q) {
    return random(root + "/" + argument, o, r, turning.ofArgument(root, argument, q), 1);
  }

  /// A function of one number: the same waves, of x alone.
  static double value(Opaque f, double x, long seed) {
    double sum = 0;
    for (int r = 0; r < WAVES; r++) {
      double w = 0.5 + random(f.name() + "/", 0, r, 0, 1, seed);
      double phase = random(f.name(), 0, r, -1, 0, seed);
      sum += Math.pow(w, f.order()) * Math.sin(phase + w * x + f.order() * Math.PI / 2);
    }
    return sum;
  }

  private double random(String what, int a, int b, int c, int d) {
    return random(what, a, b, c, d, seed);
  }

  private static double random(String what, int a, int b, int c, int d, long seed) {
    long z = seed * 31 + what.hashCode();
    for (int x : new int[] {a, b, c, d}) {
      z = (z ^ (x + 0x9E3779B97F4A7C15L)) * 0xBF58476D1CE4E5B9L;
      z ^= z >>> 29;
    }
    return (z >>> 11) * 0x1.0p-53 * 2 - 1;
  }
}
