package dev.jacobi.bench.floor;

import dev.jacobi.bench.work.Data;
import dev.jacobi.bench.work.Task;
import dev.jacobi.bench.work.Work;
import java.util.Arrays;
import java.util.List;

/// `X' (p (1 − p) (X v))` at `p = sigmoid(X w)`: each row of X is read once.
final class LogisticProduct implements Work {
  private final int m;
  private final int n;
  private final float[] x;
  private final float[] w;
  private final float[] v;
  private final float[] product;

  LogisticProduct(Task task) {
    this.m = task.size("m");
    this.n = task.size("n");
    this.x = Data.uniform("X", m * n, 1);
    this.w = Data.uniform("w", n, 0.1);
    this.v = Data.uniform("v", n, 1);
    this.product = new float[n];
  }

  @Override
  public void run() {
    Arrays.fill(product, 0);
    for (int i = 0; i < m; i++) {
      float y = Vectors.sigmoid(Vectors.dot(x, i * n, w, 0, n));
      float along = Vectors.dot(x, i * n, v, 0, n);
      Vectors.add(y * (1 - y) * along, x, i * n, product, 0, n);
    }
  }

  @Override
  public List<Array> results() {
    return List.of(Array.of("Hv", product));
  }
}
