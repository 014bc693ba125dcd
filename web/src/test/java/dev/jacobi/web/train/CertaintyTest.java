package dev.jacobi.web.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CertaintyTest {
  private static double[] pair(double first, double second) {
    return new double[] {first, second};
  }

  @Test
  void numbersThatAddUpToOneByChanceAtOnePlaceAreNoShares() {
    double[] all = Certainty.of(List.of(pair(1, 0), pair(1.2, 0.1)));
    assertThat(all[0]).isEqualTo(1 / (1 + Math.exp(1)));
  }

  @Test
  void sharesAreShownAsTheyAre() {
    assertThat(Certainty.of(List.of(pair(0.75, 0.25), pair(0.5, 0.5)))).containsExactly(0.25, 0.5);
  }
}
