package dev.jacobi.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Derivations by differentials, as Magnus and Neudecker write them: `dJ = tr(E' X dW)`.
class DifferentialsTest {
  private static final String LEAST_SQUARES =
      """
      X in R[n, p], W in R[p, q], Y in R[n, q]
      E = X W - Y
      J = ||E||^2 / 2
      """;

  private static Relation last(String key, String formula) {
    Checked c = Checker.check("notes.md", "$$" + formula + "$$", Optional.of(key));
    assertThat(c.errors()).isEmpty();
    return c.relations().getLast();
  }

  private static void proved(String key, String formula) {
    assertThat(last(key, formula).verdict()).as(formula).isEqualTo(Verdict.PROVED);
  }

  @Test
  void aDifferentialIsWhatTheOthersMove() {
    proved(LEAST_SQUARES, "dE = X\\, dW");
    proved(LEAST_SQUARES, "\\mathrm{d} E = X \\mathrm{d} W");
    proved(LEAST_SQUARES, "dE = (dX) W + X dW - dY");
    proved(LEAST_SQUARES, "dE_{ij} = \\sum_k X_{ik} dW_{kj}");
    proved(LEAST_SQUARES, "dJ = \\operatorname{tr}(E^T dE) = \\operatorname{tr}((X^T E)^T dW)");
    proved(LEAST_SQUARES, "dJ = \\langle E, dE \\rangle");
  }

  @Test
  void aFormulaHasOneToo() {
    String key = "X in inv[n], A in R[n, n], x in R[n]";
    proved(key, "d(X^{-1}) = -X^{-1} (dX) X^{-1}");
    proved(key, "d \\operatorname{tr}(A X) = \\operatorname{tr}(A\\, dX)");
    proved(key, "d(x^T x) = 2 x^T dx");
    assertThat(last(key, "d(X^{-1}) = X^{-1} (dX) X^{-1}").diagnosis()).contains(Code.SIGN);
  }

  @Test
  void itsMistakesAreNamedInTheWritersOwnLetters() {
    Relation factor = last(LEAST_SQUARES, "dJ = \\operatorname{tr}(2 E^T X dW)");
    assertThat(factor.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(factor.diagnosis()).contains(Code.FACTOR);
    assertThat(factor.correct().orElseThrow().text()).isEqualTo("tr(E' X dW)");
    Relation shape = last(LEAST_SQUARES, "dJ = \\operatorname{tr}(E^T X^T dW)");
    assertThat(shape.verdict()).isEqualTo(Verdict.MALFORMED);
    assertThat(shape.diagnosis()).contains(Code.TRANSPOSE);
  }

  @Test
  void ofABackwardPassTheLetterStillIsADerivativeOfTheCost() {
    proved(LEAST_SQUARES, "dW = X^T dE");
    assertThat(last(LEAST_SQUARES, "dW = X\\, dE").verdict()).isEqualTo(Verdict.MALFORMED);
    assertThat(last(LEAST_SQUARES, "dW_{ij} = \\sum_k X_{kj} dE_{ki}").verdict().isWrong())
        .isTrue();
  }
}
