package dev.jacobi;

import dev.jacobi.eval.Evaluator;
import dev.jacobi.eval.Point;
import dev.jacobi.eval.Sampler;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.ValueSet;
import dev.jacobi.expr.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Values of some examples at a random point, apart and stacked.
final class Examples {
  private static final int COUNT = 3;
  private static final long SEED = 20_250_714;

  private final Model names;
  private final List<Point> points = new ArrayList<>();
  private final Map<String, double[]> inputs = new HashMap<>();
  private final Map<String, Integer> integers = new HashMap<>();

  Examples(Model names, Set<String> batched) {
    this.names = names;
    Point first = sampler(0).point(0);
    for (int q = 0; q < COUNT; q++) {
      // points of even numbers have the same sizes
      Point p = first.copy();
      Point other = sampler(q).point(0);
      for (String b : batched) p.put(b, other.array(b));
      points.add(p);
    }
    for (Variable v : names.variables().values()) {
      if (v.set() == ValueSet.INTEGERS) integers.put(v.name(), first.integer(v.name()));
      else inputs.put(v.name(), apart(v.name(), batched.contains(v.name())));
    }
  }

  /// Extents that are large numbers are shortened: what is compared are sums over them on both
  /// sides.
  private Sampler sampler(int q) {
    var sampler = new Sampler(names, SEED + q);
    return sampler.shortened().orElse(sampler);
  }

  /// The array of a name: of each example, one behind the other, where they differ.
  double[] apart(String name, boolean differs) {
    if (!differs) return new Evaluator(names, points.getFirst()).array(name);
    double[] all = new double[0];
    for (Point p : points) {
      double[] x = new Evaluator(names, p).array(name);
      int at = all.length;
      all = Arrays.copyOf(all, at + x.length);
      System.arraycopy(x, 0, all, at, x.length);
    }
    return all;
  }

  /// The array of a name of the batch's model.
  double[] together(Model batch, String extent, String name) {
    Map<String, Integer> sizes = new HashMap<>(points.getFirst().dimensions());
    sizes.put(extent, COUNT);
    var p = new Point(sizes, points.getFirst().shortened(), SEED);
    inputs.forEach(p::put);
    integers.forEach(p::put);
    return new Evaluator(batch, p).array(name);
  }
}
