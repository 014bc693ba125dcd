package dev.jacobi.bench.floor;

import dev.jacobi.bench.floor.Gemm.View;
import dev.jacobi.bench.work.Data;
import dev.jacobi.bench.work.Task;
import dev.jacobi.bench.work.Work;
import java.util.List;

/// `X' diag(p (1 − p)) X` at `p = sigmoid(X w)`, by the triangle above its diagonal.
final class LogisticHessian implements Work {
  private final int m;
  private final int n;
  private final float[] x;
  private final float[] w;
  private final float[] p;
  private final float[] scaled;
  private final float[] hessian;
  private final Gemm gemm = new Gemm();

  LogisticHessian(Task task) {
    this.m = task.size("m");
    this.n = task.size("n");
    this.x = Data.uniform("X", m * n, 1);
    this.w = Data.uniform("w", n, 0.1);
    this.p = new float[m];
    this.scaled = new float[m * n];
    this.hessian = new float[n * n];
  }

  @Override
  public void run() {
    for (int i = 0; i < m; i++) {
      float y = Vectors.sigmoid(Vectors.dot(x, i * n, w, 0, n));
      p[i] = y * (1 - y);
      times(p[i], i * n);
    }
    gemm.symmetric(n, m, View.transposed(scaled, n), View.rows(x, n), View.rows(hessian, n));
  }

  private void times(float by, int at) {
    for (int j = at; j < at + n; j++) scaled[j] = by * x[j];
  }

  @Override
  public List<Array> results() {
    return List.of(Array.of("H", hessian));
  }
}
