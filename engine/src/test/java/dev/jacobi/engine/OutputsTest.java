package dev.jacobi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacobi.Jacobi;
import org.junit.jupiter.api.Test;

class OutputsTest {
  private static final String MODEL =
      """
      x in R[n], W in R[m, n], t in R[m], unused in R
      y = W x
      L(y) in R
      C = ||y - t||^2
      derive L wrt x
      """;

  @Test
  void onlyWhatIsReadHasToBeGiven() {
    var model = Jacobi.read("model", MODEL);
    assertThat(Outputs.of("y").inputs(model)).containsExactlyInAnyOrder("x", "W");
    assertThat(Outputs.of("C").gradients("W").inputs(model))
        .containsExactlyInAnyOrder("x", "W", "t");
  }

  @Test
  void anUnknownFunctionHasNoValueButADerivativeThatIsGiven() {
    var model = Jacobi.read("model", MODEL);
    assertThat(Outputs.requestedBy(model).values()).isEmpty();
    assertThat(Outputs.requestedBy(model).inputs(model)).containsExactlyInAnyOrder("W", "dL/dy");
  }

  @Test
  void namesThatNothingDeclaresAreRefused() {
    var model = Jacobi.read("model", MODEL);
    assertThatThrownBy(() -> Outputs.of("q").inputs(model))
        .isInstanceOf(EngineException.class)
        .hasMessage("no name `q` is declared or defined");
    assertThatThrownBy(() -> Outputs.of("C").gradients("q").inputs(model))
        .hasMessage("no name `q` is declared or defined");
  }
}
