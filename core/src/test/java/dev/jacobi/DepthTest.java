package dev.jacobi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.notation.Statement;
import org.junit.jupiter.api.Test;

class DepthTest {
  /// The Hessian of a deep network has a sum within a sum for each of its layers.
  @Test
  void theWorkForAHessianGrowsWithTheDepthAndNotWithItsPower() {
    long six = workOfHessian(6);
    long twelve = workOfHessian(12);
    assertThat(twelve).isLessThan(8 * six);
  }

  private static long workOfHessian(int layers) {
    var text = new StringBuilder("x in R[n0], y in R[n" + layers + "]\n");
    for (int l = 1; l <= layers; l++) text.append("W%d in R[n%d, n%d]\n".formatted(l, l, l - 1));
    text.append("a0 = x\n");
    for (int l = 1; l <= layers; l++) text.append("a%d = tanh(W%d a%d)\n".formatted(l, l, l - 1));
    text.append("C = 1/2 ||a%d - y||^2\nhessian C wrt W1\n".formatted(layers));
    Model model = Jacobi.read("deep", text.toString());
    for (Statement.Request r : model.read().requests()) model.deriveUnchecked(r);
    return model.read().model().t.work().done();
  }
}
