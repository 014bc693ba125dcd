package dev.jacobi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.jacobi.Jacobi;
import org.junit.jupiter.api.Test;

/// Where what a norm is of vanishes, the norm has a kink.
class NormAtZeroTest {
  private static double[] at(String text, String wrt, double... v) {
    var model = Jacobi.read("kink", text);
    assertThat(model.problems()).isEmpty();
    var c = Engine.create().compile(model, Outputs.requestedBy(model), Sizes.of("n", v.length));
    Tensors in = c.inputs().put("v", v);
    return c.run(in).doubles(wrt);
  }

  @Test
  void theGradientOfANormAtZeroIsZero() {
    String text = "v in R[n]\nC = ||v||\nderive C wrt v\n";
    assertThat(at(text, "dC/dv", 0, 0, 0)).containsExactly(0, 0, 0);
    assertThat(at(text, "dC/dv", 3, 4)).containsExactly(new double[] {0.6, 0.8}, within(1e-15));
  }

  @Test
  void soItIsBehindAnArrayThatIsZeroAndOfSeveralSums() {
    String text =
        "v in R[n]\ns = relu(v)\nC = norm2(v .* s) + sqrt(sum(s.^2) + sum(v.^2))\nderive C wrt v\n";
    assertThat(at(text, "dC/dv", 0, 0)).containsExactly(0, 0);
  }

  @Test
  void aHessianThereIsNoNumber() {
    String text = "v in R[n]\nC = ||v||\nhessian C wrt v\n";
    assertThat(at(text, "hess(C, v)", 0, 0)).contains(Double.NaN);
  }

  @Test
  void noMoreIsTheReciprocalOfANorm() {
    String text = "v in R[n]\nf = 1 / ||v||\nderive f wrt v\n";
    assertThat(at(text, "f", 0, 0)).containsExactly(Double.POSITIVE_INFINITY);
    assertThat(at(text, "df/dv", 0, 0)).contains(Double.NaN);
  }
}
