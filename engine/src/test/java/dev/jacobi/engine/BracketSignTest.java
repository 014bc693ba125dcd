package dev.jacobi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.Jacobi;
import dev.jacobi.Model;
import dev.jacobi.eval.Sampler;
import org.junit.jupiter.api.Test;

/// A bracket holds one of its two signs, and which one may change with what its indices are called.
class BracketSignTest {
  @Test
  void aBracketMetUnderOtherIndicesKeepsItsValue() {
    String text =
        """
        A, B in R[n, n]
        C = ||A B - B A||^2
        derive C wrt A, B
        """;
    for (int n = 0; n < 3; n++) {
      Model model = Jacobi.read("commutator", text);
      var point = new Sampler(model.read().model(), 7).point(n);
      assertThat(Oracle.wrong(Engine.create(), model, point, Precision.DOUBLE, 1e-10)).isEmpty();
    }
  }
}
