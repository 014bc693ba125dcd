package dev.jacobi.print.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.Jacobi;
import dev.jacobi.Model;
import dev.jacobi.expr.Result;
import org.junit.jupiter.api.Test;

class NumPyTest {
  private static String last(String text) {
    Model m = Jacobi.read("model", text);
    Result r = m.deriveRequests().getLast().result();
    return NumPy.function(m.read().model(), r, r.of(), r.wrt());
  }

  @Test
  void aBackwardPassReadsLayerByLayer() {
    String code =
        last(
            """
            x in R[n],  W1 in R[a, n],  b1 in R[a]
            y in R[K],  W2 in R[K, a],  b2 in R[K]
            s1 = W1 x + b1
            a1 = 3 relu(s1)
            s2 = W2 a1 + b2
            C = ||s2 - y||^2
            derive C wrt W1
            """);
    assertThat(code)
        .isEqualTo(
            """
            def dC_dW1(*, x, W1, b1, y, W2, b2):
                s1 = W1 @ x + b1
                a1 = 3 * np.maximum(s1, 0)
                s2 = W2 @ a1 + b2
                dC_ds2 = 2 * (s2 - y)
                dC_da1 = W2.T @ dC_ds2
                dC_ds1 = 3 * dC_da1 * (s1 > 0)
                dC_dW1 = np.outer(dC_ds1, x)
                return dC_dW1
            """);
  }

  @Test
  void aKeywordGainsAnUnderscore() {
    String code = last("lambda in R\nx in R[n]\nf = lambda x' x\nderive f wrt x");
    assertThat(code).startsWith("def df_dx(*, lambda_, x):").contains("2 * lambda_ * x");
  }

  @Test
  void sizesAreReadOffTheArraysAndAskedForWhereNoneShowsThem() {
    assertThat(last("x in R[2n]\nf = n sum(x)\nderive f wrt x"))
        .startsWith("def df_dx(*, x):\n    n = x.shape[0] // 2\n");
    assertThat(last("k in 1..K\nc in R\nf = K c\nderive f wrt c")).startsWith("def df_dc(*, K):");
  }

  @Test
  void whatAnUnknownFunctionGivesIsTakenByName() {
    assertThat(last("x in R[n]\nW in R[m, n]\ny = W x\nL(y) in R\nderive L wrt x"))
        .isEqualTo(
            """
            def dL_dx(*, W, dL_dy):
                dL_dx = W.T @ dL_dy
                return dL_dx
            """);
  }

  @Test
  void aNumberIsReturnedAsAFloat() {
    assertThat(last("c in R\nx in R[n]\nf = c sum(x)\nderive f wrt c")).contains("return float(");
  }

  @Test
  void aFunctionLeftOpenAndItsSlopeAreGivenByTheCaller() {
    String code =
        last("x in R[n]\nW in R[m, n]\nphi(u) in R\nC = sum(phi(W x)) / phi(2)\nderive C wrt x");
    assertThat(code).startsWith("def dC_dx(*, x, W, ").contains("dphi(W @ x)").contains("phi(2)");
    assertThat(code.lines().findFirst().orElseThrow()).contains("dphi").contains(", phi");
  }
}
