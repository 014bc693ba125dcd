package dev.jacobi.eval;

import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Opaque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Numbers for a model: the sizes of its dimensions and the arrays of its declared names,
/// row-major; the evaluator adds those of definitions.
public final class Point {
  private final Map<String, Integer> dimensions;
  private final Map<Long, Integer> shortened;
  private final Map<String, double[]> arrays = new HashMap<>();
  private final Map<String, Integer> integers = new HashMap<>();
  private final Map<String, List<Extent>> shapes = new HashMap<>();
  private final long seed;

  public Point(Map<String, Integer> dimensions, long seed) {
    this(dimensions, Map.of(), seed);
  }

  /// The same where some numbers, as extents, stand for less: 8 for 784, say.
  public Point(Map<String, Integer> dimensions, Map<Long, Integer> shortened, long seed) {
    this.dimensions = Map.copyOf(dimensions);
    this.shortened = shortened;
    this.seed = seed;
  }

  /// A copy in which the arrays are shared, but may be replaced.
  public Point copy() {
    var p = new Point(dimensions, shortened, seed);
    p.arrays.putAll(arrays);
    p.integers.putAll(integers);
    p.shapes.putAll(shapes);
    return p;
  }

  public void put(String name, double[] array) {
    arrays.put(name, array);
  }

  /// The array of a name that the model does not know, with its axes.
  public void put(String name, List<Index> axes, double[] array) {
    arrays.put(name, array);
    shapes.put(name, axes.stream().map(i -> i.extent).toList());
  }

  /// The shape of such a name, null for others.
  List<Extent> shape(String name) {
    return shapes.get(name);
  }

  public void put(String name, int integer) {
    integers.put(name, integer);
  }

  /// The array of a name, null when it has none.
  double[] given(String name) {
    return arrays.get(name);
  }

  public double[] array(String name) {
    return arrays.get(name);
  }

  public Map<String, Integer> dimensions() {
    return dimensions;
  }

  /// The numbers that stand for less where they are extents, with what they stand for.
  public Map<Long, Integer> shortened() {
    return shortened;
  }

  public int integer(String name) {
    return integers.get(name);
  }

  int dimension(String name) {
    Integer n = dimensions.get(name);
    if (n == null) throw new IllegalArgumentException("no size for " + name);
    return n;
  }

  public int size(Extent e) {
    if (!shortened.isEmpty() && e.isNumber()) {
      Integer less = shortened.get(e.number());
      if (less != null) return less;
    }
    return Math.toIntExact(e.value(this::dimension));
  }

  /// A function of one number of which only the name is known, or a derivative of it, at x.
  double opaque(Opaque f, double x) {
    return UnknownFunction.value(f, x, seed);
  }

  /// An unknown function of arrays, or a derivative of it: some smooth function, the same for one
  /// seed.
  double[] unknown(Model model, Definition d, Definition.Unknown u) {
    return new UnknownFunction(model, this, seed).value(d, u);
  }
}
