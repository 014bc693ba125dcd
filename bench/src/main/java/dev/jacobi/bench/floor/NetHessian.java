package dev.jacobi.bench.floor;

import dev.jacobi.bench.work.Data;
import dev.jacobi.bench.work.Work;
import java.util.List;
import jdk.incubator.vector.FloatVector;

/// The second derivatives of [TwoLayers]'s cost by W1, all 200 × 200: `H[a,i,b,j] = 18 1[s1[a] > 0]
/// 1[s1[b] > 0] (W2' W2)[a,b] x[i] x[j]`.
final class NetHessian implements Work {
  private static final int N = 10;
  private static final int A = 20;
  private static final int K = 5;
  private static final int V = Vectors.V;

  private final float[] x = Data.uniform("x", N, 1);
  private final float[] w1 = Data.uniform("W1", A * N, 0.5);
  private final float[] b1 = Data.uniform("b1", A, 0.5);
  private final float[] w2 = Data.uniform("W2", K * A, 0.5);
  private final float[] masked = new float[K * A];
  private final float[] row = new float[A * N];
  private final float[] hessian = new float[A * N * A * N];

  @Override
  public void run() {
    for (int a = 0; a < A; a++) {
      float s = b1[a];
      for (int i = 0; i < N; i++) s = Math.fma(w1[a * N + i], x[i], s);
      float active = s > 0 ? 1 : 0;
      for (int k = 0; k < K; k++) masked[k * A + a] = active * w2[k * A + a];
    }
    for (int a = 0; a < A; a++) block(a);
  }

  private void block(int a) {
    for (int b = 0; b < A; b++) {
      float g = 0;
      for (int k = 0; k < K; k++) g = Math.fma(masked[k * A + a], masked[k * A + b], g);
      for (int j = 0; j < N; j++) row[b * N + j] = 18 * g * x[j];
    }
    for (int i = 0; i < N; i++) times(x[i], (a * N + i) * A * N);
  }

  /// The last vector overlaps the one before.
  private void times(float by, int at) {
    for (int j = 0; j < A * N - V; j += V) times(by, at, j);
    times(by, at, A * N - V);
  }

  private void times(float by, int at, int j) {
    FloatVector.fromArray(Vectors.S, row, j).mul(by).intoArray(hessian, at + j);
  }

  @Override
  public List<Array> results() {
    return List.of(Array.of("H", hessian));
  }
}
