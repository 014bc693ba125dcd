package dev.jacobi.bench.peers;

import dev.jacobi.bench.work.Data;
import dev.jacobi.bench.work.Work;
import java.util.List;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;

/// The second derivatives of the two-layer net's cost by its 200 weights W1.
final class NetHessian implements Work {
  private static final int N = 10;
  private static final int A = 20;
  private static final int K = 5;

  private final float[] x = Data.uniform("x", N, 1);
  private final float[] y = Data.uniform("y", K, 1);
  private final float[] w1 = Data.uniform("W1", A * N, 0.5);
  private final float[] b1 = Data.uniform("b1", A, 0.5);
  private final float[] w2 = Data.uniform("W2", K * A, 0.5);
  private final float[] b2 = Data.uniform("b2", K, 0.5);
  private final DSFactory factory = new DSFactory(A * N, 2);
  private final double[] hessian = new double[A * N * A * N];

  @Override
  public void run() {
    var hidden = new DerivativeStructure[A];
    for (int a = 0; a < A; a++) hidden[a] = hidden(a);
    DerivativeStructure cost = factory.constant(0);
    for (int k = 0; k < K; k++) {
      DerivativeStructure d = factory.constant(b2[k] - y[k]);
      for (int a = 0; a < A; a++) d = d.add(hidden[a].multiply(w2[k * A + a]));
      cost = cost.add(d.multiply(d));
    }
    read(cost);
  }

  private DerivativeStructure hidden(int a) {
    DerivativeStructure s = factory.constant(b1[a]);
    for (int i = 0; i < N; i++)
      s = s.add(factory.variable(a * N + i, w1[a * N + i]).multiply(x[i]));
    return s.getValue() > 0 ? s.multiply(3) : factory.constant(0);
  }

  private void read(DerivativeStructure cost) {
    var orders = new int[A * N];
    for (int i = 0; i < A * N; i++)
      for (int j = i; j < A * N; j++) {
        orders[i]++;
        orders[j]++;
        double h = cost.getPartialDerivative(orders);
        hessian[i * A * N + j] = h;
        hessian[j * A * N + i] = h;
        orders[i] = 0;
        orders[j] = 0;
      }
  }

  @Override
  public List<Array> results() {
    return List.of(new Array("H", hessian));
  }
}
