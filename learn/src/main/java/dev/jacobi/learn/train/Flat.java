package dev.jacobi.learn.train;

import dev.jacobi.engine.Precision;
import dev.jacobi.engine.Tensor;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;

/// The numbers of several arrays, one after another, as they travel between machines.
public final class Flat implements Serializable {
  private static final long serialVersionUID = 1;

  private final float[] floats; // of one precision or the other; the other is empty
  private final double[] doubles;

  private Flat(Precision p, int size) {
    this.floats = new float[p == Precision.FLOAT ? size : 0];
    this.doubles = new double[p == Precision.DOUBLE ? size : 0];
  }

  static Flat empty() {
    return new Flat(Precision.FLOAT, 0);
  }

  static Flat of(Precision p, Collection<Tensor> arrays) {
    int size = 0;
    for (Tensor t : arrays) size = Math.addExact(size, t.size());
    var flat = new Flat(p, size);
    int at = 0;
    for (Tensor t : arrays) for (int q = 0; q < t.size(); q++) flat.set(at++, t.at(q));
    return flat;
  }

  /// The sum of all that are not empty, each times its weight, added in the order of the list.
  static Flat sum(Precision p, List<Flat> all, double... weights) {
    double[] sum = new double[all.stream().mapToInt(Flat::size).max().orElse(0)];
    for (int k = 0; k < weights.length; k++) {
      Flat f = all.get(k);
      for (int q = 0; q < f.size(); q++) sum[q] += weights[k] * f.at(q);
    }
    var flat = new Flat(p, sum.length);
    for (int q = 0; q < sum.length; q++) flat.set(q, sum[q]);
    return flat;
  }

  /// Copies the numbers back.
  void to(Collection<Tensor> arrays) {
    int at = 0;
    for (Tensor t : arrays) for (int q = 0; q < t.size(); q++) t.set(q, at(at++));
  }

  public int size() {
    return floats.length + doubles.length;
  }

  private double at(int q) {
    return floats.length > 0 ? floats[q] : doubles[q];
  }

  private void set(int q, double value) {
    if (floats.length > 0) floats[q] = (float) value;
    else doubles[q] = value;
  }
}
