package dev.jacobi.print.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LeftSideTest {
  private static final String MODEL =
      """
      x in R[n], W in R[m, n]
      y = tanh(W x)
      C = ||y||^2
      L(y) in R
      """;

  private static List<String> matrix(String request) {
    return Samples.report(MODEL + request).outcomes().stream()
        .map(o -> spelled(o.closed().left()) + " = " + spelled(o.closed().matrix().orElseThrow()))
        .toList();
  }

  private static List<String> byEntry(String request) {
    return Samples.report(MODEL + request).outcomes().stream()
        .map(o -> spelled(o.closed().entryLeft()))
        .toList();
  }

  private static String spelled(dev.jacobi.notation.Syntax s) {
    return dev.jacobi.notation.TextSpelling.PLAIN.spell(s);
  }

  @Test
  void saysWhichEntryWasAskedFor() {
    assertThat(matrix("derive C wrt W[1,2]"))
        .containsExactly("dC/dW[1,2] = 2 x[2] y[1] (1 - y[1]^2)");
    assertThat(byEntry("derive C wrt x[1], x[2]")).containsExactly("dC/dx[1]", "dC/dx[2]");
    assertThat(byEntry("hessian C wrt x[1]")).containsExactly("hess(C, x)[1,1]");
  }

  @Test
  void saysWhichRowWasAskedFor() {
    assertThat(matrix("jacobian y wrt x[2]")).containsExactly("dy/dx[2] = W[:,2] .* (1 - y.^2)");
    assertThat(byEntry("jacobian y[1] wrt x")).containsExactly("dy[1]/dx[i]");
  }

  @Test
  void secondDerivativesOfAnUnknownFunctionAreHessians() {
    assertThat(matrix("hessian L wrt y")).containsExactly("hess(L, y) = hess(L, y)");
    assertThat(byEntry("hessian L wrt x")).containsExactly("hess(L, x)[i,j]");
  }
}
