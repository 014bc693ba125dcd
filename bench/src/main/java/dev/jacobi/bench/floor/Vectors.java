package dev.jacobi.bench.floor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The few loops over a row that the floors share.
final class Vectors {
  static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  static final int V = S.length();

  private static final float LOG2E = 1.442695041f;
  private static final float LN2_HIGH = 0.693359375f;
  private static final float LN2_LOW = -2.12194440e-4f;

  /// Added and taken off again, it rounds to an integer that stands in the lowest bits.
  private static final float ROUND = 0x1.8p23f;

  private Vectors() {}

  /// The polynomial of Cephes, about 1 ulp between -87 and 88, where it stops.
  static FloatVector exp(FloatVector x) {
    var clipped = x.min(88.3f).max(-87.3f);
    var n = clipped.mul(LOG2E).add(ROUND);
    IntVector power = n.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23).add(127 << 23);
    var whole = n.sub(ROUND);
    var r = whole.mul(-LN2_HIGH).add(clipped);
    r = whole.mul(-LN2_LOW).add(r);
    var p = r.mul(1.9875691500e-4f).add(1.3981999507e-3f);
    p = p.fma(r, r.broadcast(8.3334519073e-3f));
    p = p.fma(r, r.broadcast(4.1665795894e-2f));
    p = p.fma(r, r.broadcast(1.6666665459e-1f));
    p = p.fma(r, r.broadcast(0.5f));
    p = p.fma(r.mul(r), r.add(1));
    return p.mul(power.reinterpretAsFloats());
  }

  /// The same for one number.
  static float exp(float x) {
    float clipped = Math.max(Math.min(x, 88.3f), -87.3f);
    float n = clipped * LOG2E + ROUND;
    int power = (Float.floatToRawIntBits(n) << 23) + (127 << 23);
    float whole = n - ROUND;
    float r = Math.fma(whole, -LN2_LOW, Math.fma(whole, -LN2_HIGH, clipped));
    float p = Math.fma(r, 1.9875691500e-4f, 1.3981999507e-3f);
    p = Math.fma(p, r, 8.3334519073e-3f);
    p = Math.fma(p, r, 4.1665795894e-2f);
    p = Math.fma(p, r, 1.6666665459e-1f);
    p = Math.fma(p, r, 0.5f);
    return Math.fma(p, r * r, r + 1) * Float.intBitsToFloat(power);
  }

  static float sigmoid(float x) {
    return 1 / (1 + exp(-x));
  }

  static FloatVector sigmoid(FloatVector x) {
    return x.broadcast(1).div(exp(x.neg()).add(1));
  }

  /// Row by row, in place.
  static void softmaxRows(float[] x, int rows, int width) {
    for (int i = 0; i < rows; i++) softmax(x, i * width, x, i * width, width);
  }

  static void softmax(float[] x, int from, float[] y, int to, int width) {
    float greatest = greatest(x, from, width);
    var sums = FloatVector.zero(S);
    int j = 0;
    for (; j <= width - V; j += V) {
      var e = exp(FloatVector.fromArray(S, x, from + j).sub(greatest));
      e.intoArray(y, to + j);
      sums = sums.add(e);
    }
    float sum = sums.reduceLanes(VectorOperators.ADD);
    for (; j < width; j++) sum += y[to + j] = exp(x[from + j] - greatest);
    scale(y, to, width, 1 / sum);
  }

  private static float greatest(float[] x, int from, int width) {
    float greatest = Float.NEGATIVE_INFINITY;
    int j = 0;
    if (width >= V) {
      var most = FloatVector.fromArray(S, x, from);
      for (j = V; j <= width - V; j += V) most = most.max(FloatVector.fromArray(S, x, from + j));
      greatest = most.reduceLanes(VectorOperators.MAX);
    }
    for (; j < width; j++) greatest = Math.max(greatest, x[from + j]);
    return greatest;
  }

  static void scale(float[] x, int from, int width, float by) {
    for (int j = from; j < from + width; j++) x[j] *= by;
  }

  static float dot(float[] x, int from, float[] y, int at, int width) {
    var sums = FloatVector.zero(S);
    var more = sums;
    int j = 0;
    for (; j <= width - 2 * V; j += 2 * V) {
      sums = FloatVector.fromArray(S, x, from + j).fma(FloatVector.fromArray(S, y, at + j), sums);
      more =
          FloatVector.fromArray(S, x, from + j + V)
              .fma(FloatVector.fromArray(S, y, at + j + V), more);
    }
    for (; j <= width - V; j += V)
      sums = FloatVector.fromArray(S, x, from + j).fma(FloatVector.fromArray(S, y, at + j), sums);
    float sum = sums.add(more).reduceLanes(VectorOperators.ADD);
    for (; j < width; j++) sum = Math.fma(x[from + j], y[at + j], sum);
    return sum;
  }

  /// `y ← y + c x`.
  static void add(float c, float[] x, int from, float[] y, int to, int width) {
    int j = 0;
    for (; j <= width - V; j += V)
      FloatVector.fromArray(S, x, from + j)
          .fma(FloatVector.broadcast(S, c), FloatVector.fromArray(S, y, to + j))
          .intoArray(y, to + j);
    for (; j < width; j++) y[to + j] = Math.fma(c, x[from + j], y[to + j]);
  }
}
