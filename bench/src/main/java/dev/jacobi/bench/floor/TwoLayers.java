package dev.jacobi.bench.floor;

import dev.jacobi.bench.work.Data;
import dev.jacobi.bench.work.Work;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// `C = ‖W2 (3 relu(W1 x + b1)) + b2 − y‖²` for one example of 10, with 20 hidden units and 5
/// outputs: the gradient of all parameters. Rows are not padded: the last vector of a row overlaps
/// the one before.
final class TwoLayers implements Work {
  private static final VectorSpecies<Float> S8 = FloatVector.SPECIES_256;
  private static final VectorSpecies<Float> S4 = FloatVector.SPECIES_128;
  private static final int N = 10;
  private static final int A = 20;
  private static final int K = 5;

  private final float[] x = Data.uniform("x", N, 1);
  private final float[] y = Data.uniform("y", K, 1);
  private final float[] w1 = Data.uniform("W1", A * N, 0.5);
  private final float[] b1 = Data.uniform("b1", A, 0.5);
  private final float[] w2 = Data.uniform("W2", K * A, 0.5);
  private final float[] b2 = Data.uniform("b2", K, 0.5);
  private final float[] dw1 = new float[A * N];
  private final float[] db1 = new float[A];
  private final float[] dw2 = new float[K * A];
  private final float[] db2 = new float[K];
  private final float[] a1 = new float[A];

  @Override
  public void run() {
    hidden();
    output();
    backward();
  }

  private void hidden() {
    float x0 = x[0], x1 = x[1], x2 = x[2], x3 = x[3], x4 = x[4];
    float x5 = x[5], x6 = x[6], x7 = x[7], x8 = x[8], x9 = x[9];
    for (int j = 0, r = 0; j < A; j++, r += N) {
      float even = Math.fma(w1[r], x0, b1[j]);
      float odd = w1[r + 1] * x1;
      even = Math.fma(w1[r + 2], x2, even);
      odd = Math.fma(w1[r + 3], x3, odd);
      even = Math.fma(w1[r + 4], x4, even);
      odd = Math.fma(w1[r + 5], x5, odd);
      even = Math.fma(w1[r + 6], x6, even);
      odd = Math.fma(w1[r + 7], x7, odd);
      even = Math.fma(w1[r + 8], x8, even);
      odd = Math.fma(w1[r + 9], x9, odd);
      a1[j] = 3 * Math.max(even + odd, 0);
    }
  }

  private void output() {
    var h0 = FloatVector.fromArray(S8, a1, 0);
    var h1 = FloatVector.fromArray(S8, a1, 8);
    var h2 = FloatVector.fromArray(S4, a1, 16);
    for (int k = 0, r = 0; k < K; k++, r += A) {
      var sum = h0.mul(FloatVector.fromArray(S8, w2, r));
      sum = h1.fma(FloatVector.fromArray(S8, w2, r + 8), sum);
      var rest = h2.mul(FloatVector.fromArray(S4, w2, r + 16));
      rest = rest.add((FloatVector) sum.castShape(S4, 0)).add((FloatVector) sum.castShape(S4, 1));
      float s = (rest.lane(0) + rest.lane(1)) + (rest.lane(2) + rest.lane(3));
      float d = 2 * (s + b2[k] - y[k]);
      db2[k] = d;
      h0.mul(d).intoArray(dw2, r);
      h1.mul(d).intoArray(dw2, r + 8);
      h2.mul(d).intoArray(dw2, r + 16);
    }
  }

  private void backward() {
    float d0 = db2[0], d1 = db2[1], d2 = db2[2], d3 = db2[3], d4 = db2[4];
    for (int j = 0; j < A; j++) {
      float sum = Math.fma(w2[j], d0, w2[A + j] * d1);
      sum += Math.fma(w2[2 * A + j], d2, w2[3 * A + j] * d3) + w2[4 * A + j] * d4;
      db1[j] = a1[j] > 0 ? 3 * sum : 0;
    }
    var low = FloatVector.fromArray(S8, x, 0);
    var high = FloatVector.fromArray(S8, x, N - 8);
    for (int j = 0, r = 0; j < A; j++, r += N) {
      low.mul(db1[j]).intoArray(dw1, r);
      high.mul(db1[j]).intoArray(dw1, r + N - 8);
    }
  }

  @Override
  public List<Array> results() {
    return List.of(
        Array.of("dW1", dw1), Array.of("db1", db1), Array.of("dW2", dw2), Array.of("db2", db2));
  }
}
