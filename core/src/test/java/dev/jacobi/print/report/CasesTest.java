package dev.jacobi.print.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.notation.TextSpelling;
import java.util.List;
import org.junit.jupiter.api.Test;

class CasesTest {
  private static List<String> cases(String text) {
    return Samples.report(text).outcomes().getFirst().cases().stream()
        .map(c -> c.text() + ": " + TextSpelling.PLAIN.spell(c.entry()))
        .toList();
  }

  @Test
  void oneDeltaHasTwoCases() {
    assertThat(cases(Samples.SOFTMAX))
        .containsExactly("i = j: beta y[i] (1 - y[i])", "i != j: -beta y[i] y[j]");
  }

  @Test
  void zeroIsACaseToo() {
    assertThat(cases("x in R[n]\ny = tanh(x)\njacobian y wrt x\n"))
        .containsExactly("i = j: 1 - y[i]^2", "i != j: 0");
  }

  @Test
  void twoDeltasCollectWhatIsZero() {
    assertThat(cases("X in R[m, n]\nY = tanh(X)\njacobian Y wrt X\n"))
        .containsExactly("i = k and j = l: 1 - Y[i,j]^2", "otherwise: 0");
  }

  @Test
  void withoutDeltaThereAreNone() {
    assertThat(cases("x in R[n], W in R[m, n]\ny = W x\njacobian y wrt x\n")).isEmpty();
  }
}
