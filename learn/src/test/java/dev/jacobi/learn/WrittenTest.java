package dev.jacobi.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.learn.optimise.Choice;
import dev.jacobi.learn.optimise.Optimiser;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WrittenTest {
  @Test
  void numbersAreWrittenAsPeopleDo() {
    Map<Double, String> all =
        Map.of(
            1e-8, "1e-8", 0.001, "0.001", 32.0, "32", 0.9, "0.9", -2.5e-7, "-2.5e-7", 1e7, "1e7",
            1.25e9, "1.25e9", 0.0, "0");
    all.forEach((x, text) -> assertThat(Written.number(x)).isEqualTo(text));
  }

  @Test
  void whatIsWrittenIsReadAsTheSameNumber() {
    var random = new java.util.Random(1);
    for (int q = 0; q < 10_000; q++) {
      double x = Double.longBitsToDouble(random.nextLong());
      assertThat(Double.valueOf(Written.number(x))).isEqualTo(Double.valueOf(x));
    }
  }

  @Test
  void anOptimiserIsToldInSuchNumbers() {
    assertThat(Choice.of(Optimiser.ADAM)).hasToString("adam:beta1=0.9,beta2=0.999,eps=1e-8");
  }
}
