package dev.jacobi.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.Jacobi;
import dev.jacobi.Model;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Derivations with an activation of which only the name is known.
class OpenFunctionsTest {
  private static final String KEY =
      """
      x in R[n], W in R[a, n], b in R[a]
      u in R
      f(u) in R
      z = W x + b
      h = f(z)
      J(h) in R
      """;

  private static List<Relation> judged(String document) {
    Checked c = Checker.check("notes.md", document, Optional.of(KEY));
    assertThat(c.errors()).isEmpty();
    return c.relations();
  }

  private static Verdict verdict(String formula) {
    return judged("$$" + formula + "$$").getLast().verdict();
  }

  @Test
  void itsValuesAndItsSlopesAreKnownByName() {
    assertThat(verdict("h_j = f(z_j)")).isEqualTo(Verdict.PROVED);
    assertThat(verdict("h = f(Wx + b)")).isEqualTo(Verdict.PROVED);
    assertThat(verdict("\\frac{\\partial h_j}{\\partial z_j} = f'(z_j)")).isEqualTo(Verdict.PROVED);
    assertThat(
            verdict(
                "\\frac{\\partial J}{\\partial z} = \\frac{\\partial J}{\\partial h} \\odot f'(z)"))
        .isEqualTo(Verdict.PROVED);
  }

  @Test
  void aSlopeThatIsMissingOrTakenElsewhereIsNamed() {
    Relation elsewhere =
        judged(
                "$$\\frac{\\partial J}{\\partial z} = \\frac{\\partial J}{\\partial h} \\odot f'(h)$$")
            .getLast();
    assertThat(elsewhere.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(elsewhere.diagnosis()).contains(Code.ARGUMENT);
    assertThat(verdict("\\frac{\\partial J}{\\partial z} = \\frac{\\partial J}{\\partial h}"))
        .isEqualTo(Verdict.REFUTED);
    assertThat(
            verdict(
                "\\frac{\\partial J}{\\partial z} = \\frac{\\partial J}{\\partial h} \\odot f(z)"))
        .isEqualTo(Verdict.REFUTED);
  }

  @Test
  void aFunctionOfAnUnknownFunctionIsAValue() {
    Model m =
        Jacobi.read(
            "m", "x in R[n], W in R[m, n]\ns = W x\nh(s) in R[m]\nL(h) in R\nderive L wrt x\n");
    assertThat(m.problems()).isEmpty();
    assertThat(m.deriveRequests()).isNotEmpty();
  }
}
