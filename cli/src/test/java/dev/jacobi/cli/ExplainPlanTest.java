package dev.jacobi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExplainPlanTest {
  private static final String NET = "../examples/two-layer.jacobi";

  @Test
  void stepsAreShownWithTheirOperations() {
    var run = Run.of("explain", "--plan", "--size", "n=784,a=128,K=10", NET);
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isEqualTo(Exit.OK);
    assertThat(run.out()).contains("gemv 128 x 784 x 1", "200 704", "dC/dW1", "bytes of arrays");
  }

  @Test
  void aMissingSizeIsNamed() {
    var run = Run.of("explain", "--plan", "--size", "n=3,a=4", NET);
    assertThat(run.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(run.err()).contains("how large K is: add --size K=…");
    assertThat(Run.of("explain", "--plan", "--size", "n=3", NET).err())
        .contains("how large a is: add --size a=…", "how large K is: add --size K=…");
  }

  @Test
  void onlySizesOfWhatIsReadAreAskedFor() {
    var run = Run.of("explain", "--plan", "--of", "a1", "--size", "n=3,a=4", NET);
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isEqualTo(Exit.OK);
  }
}
