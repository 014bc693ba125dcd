package dev.jacobi.learn.train;

import dev.jacobi.Model;
import dev.jacobi.eval.Evaluator;
import dev.jacobi.eval.Point;
import dev.jacobi.eval.Sampler;
import dev.jacobi.expr.ValueSet;
import dev.jacobi.expr.Variable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Tells whether the cost of a batch is the sum of those of its examples: by its value at a random
/// point, of all together and of each alone.
final class Totals {
  private static final long SEED = 20_251_128;
  private static final double TOLERANCE = 1e-9;

  private final int n;
  private final double together;
  private final double sum; // of the examples, each alone

  private Totals(Model model, String cost, String batch, List<String> data) {
    var names = model.read().model();
    var sampler = new Sampler(names, SEED);
    Point all = sampler.shortened().orElse(sampler).point(0);
    this.n = all.dimensions().get(batch);
    this.together = new Evaluator(names, all).array(cost)[0];
    double sum = 0;
    for (int q = 0; q < n; q++)
      sum += new Evaluator(names, alone(names, all, batch, data, q)).array(cost)[0];
    this.sum = sum;
  }

  static Task.Total of(Model model, String cost, String batch, List<String> data) {
    var t = new Totals(model, cost, batch, data);
    return t.n > 1 && isSame(t.together, t.sum) ? Task.Total.SUM : Task.Total.MEAN;
  }

  /// Whether the cost of a batch is the sum of those of its examples, or their mean.
  static boolean addUp(Task task) {
    if (task.total() == Task.Total.SUM || task.one() != task.model()) return true;
    var t = new Totals(task.model(), task.cost(), task.batch(), task.data());
    return isSame(t.together, t.sum / t.n);
  }

  private static boolean isSame(double a, double b) {
    return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(b));
  }

  private static Point alone(
      dev.jacobi.expr.Model names, Point all, String batch, List<String> data, int example) {
    int n = all.dimensions().get(batch);
    Map<String, Integer> sizes = new HashMap<>(all.dimensions());
    sizes.put(batch, 1);
    var p = new Point(sizes, all.shortened(), SEED);
    for (Variable v : names.variables().values()) {
      if (v.set() == ValueSet.INTEGERS) {
        p.put(v.name(), all.integer(v.name()));
        continue;
      }
      double[] x = all.array(v.name());
      int width = x.length / n;
      boolean own = data.contains(v.name());
      p.put(v.name(), own ? Arrays.copyOfRange(x, example * width, (example + 1) * width) : x);
    }
    return p;
  }
}
