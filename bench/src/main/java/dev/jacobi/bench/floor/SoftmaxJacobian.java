package dev.jacobi.bench.floor;

import dev.jacobi.bench.work.Data;
import dev.jacobi.bench.work.Work;
import java.util.List;
import jdk.incubator.vector.FloatVector;

/// `J = diag(p) − p p'` at `p = softmax(x)`.
final class SoftmaxJacobian implements Work {
  private final int n;
  private final float[] x;
  private final float[] p;
  private final float[] jacobian;

  SoftmaxJacobian(int n) {
    this.n = n;
    this.x = Data.uniform("x", n, 2);
    this.p = new float[n + Vectors.V];
    this.jacobian = new float[n * n];
  }

  @Override
  public void run() {
    Vectors.softmax(x, 0, p, 0, n);
    for (int i = 0; i < n; i++) {
      row(-p[i], i * n);
      jacobian[i * n + i] += p[i];
    }
  }

  /// A row's last vector may run into the next row, which is written later.
  private void row(float by, int at) {
    int end = Math.min(n, jacobian.length - Vectors.V - at + 1);
    int j = 0;
    for (; j < end; j += Vectors.V)
      FloatVector.fromArray(Vectors.S, p, j).mul(by).intoArray(jacobian, at + j);
    for (; j < n; j++) jacobian[at + j] = by * p[j];
  }

  @Override
  public List<Array> results() {
    return List.of(Array.of("J", jacobian));
  }
}
