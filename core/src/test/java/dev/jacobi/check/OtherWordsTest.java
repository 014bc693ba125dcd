package dev.jacobi.check;

import static dev.jacobi.check.Judged.NET;
import static dev.jacobi.check.Judged.judged;
import static dev.jacobi.check.Judged.last;
import static dev.jacobi.check.Judged.verdict;
import static dev.jacobi.check.Judged.verdicts;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What words and signs around a formula say of it.
class OtherWordsTest {
  private static final String LINE =
      "x, y in R[m]\nw, b in R\nE = sum[i] (y[i] - w x[i] - b)^2\neta in R+\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Setting the derivative by $b$ to zero gives",
        "Igualando la derivada a cero,",
        "Nullsetzen der Ableitung ergibt",
        "En annulant la dérivée, qui vaut 0,",
        "令导数等于零，",
        "Uguagliando la derivata a zero:",
        "Igualando a derivada a zero, temos"
      })
  void wordsSetADerivativeToZero(String words) {
    String text = words + "\n\n$$b = \\frac1m \\sum_i (y_i - w x_i)$$\n";
    assertThat(verdict(LINE, text)).isEqualTo(Verdict.CONDITIONAL);
    assertThat(verdict(LINE, text.replace("y_i - w", "y_i + w"))).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void aChainGoesOnBehindAReason() {
    String text =
        """
        $$\\frac{\\partial L}{\\partial s_j} = -t_j + p_j \\sum_i t_i$$

        The label has one one ($\\sum_i t_i = 1$):
        $$= p_j - t_j$$
        """;
    assertThat(judged(NET, text)).extracting(Relation::verdict).containsOnly(Verdict.PROVED);
    assertThat(judged(NET, text)).hasSize(3);
    assertThat(verdict(NET, text.replace("p_j - t_j", "t_j - p_j"))).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void aDisplayGoesOnOverABlankLineBehindARow() {
    String text =
        "$$\n\\frac{\\partial L}{\\partial s} = p - t \\\\\n\n\\frac{\\partial L}{\\partial b} = p - t\n$$\n\nSo\n$$\ns = W x + b\n$$\n";
    assertThat(verdicts(NET, text)).containsExactly(Verdict.PROVED, Verdict.PROVED, Verdict.PROVED);
  }

  @Test
  void aChainMayNameWhatItCameTo() {
    String text =
        "$$\\frac{\\partial L}{\\partial s} = p - t =: r$$\n\n$$\\frac{\\partial L}{\\partial W} = r x^T$$";
    assertThat(verdicts(NET, text))
        .containsExactly(Verdict.PROVED, Verdict.DEFINITION, Verdict.PROVED);
  }

  @Test
  void anInstructionBeforeACostIsNoPartOfIt() {
    assertThat(verdict(LINE, "$$\\min_{w, b} E(w, b) = \\sum_i (y_i - w x_i - b)^2$$"))
        .isEqualTo(Verdict.PROVED);
    assertThat(verdict(LINE, "$$\\min_{w, b} E(w, b) = \\sum_i (y_i - w x_i + b)^2$$"))
        .isEqualTo(Verdict.REFUTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{} if $A$ is symmetric.",
        "For symmetric $A$: {}",
        "If $A = A^T$, then {}",
        "{} (da $A$ symmetrisch ist)",
        "若 $A$ 对称，则 {}"
      })
  void wordsCallAMatrixSymmetric(String words) {
    String key = "A, B in R[n,n], x in R[n]\n";
    String claim = "$\\frac{\\partial x^T A x}{\\partial x} = 2 A x$";
    assertThat(judged(key, words.replace("{}", claim)))
        .filteredOn(q -> q.written().contains("partial"))
        .extracting(Relation::verdict)
        .containsOnly(Verdict.CONDITIONAL);
    assertThat(verdict(key, claim)).isEqualTo(Verdict.REFUTED);
    assertThat(judged(key, words.replace("{}", claim.replace("2 A", "A"))))
        .filteredOn(q -> q.written().contains("partial"))
        .extracting(Relation::verdict)
        .containsOnly(Verdict.REFUTED);
  }

  @Test
  void aMatrixInADisplayIsSymmetric() {
    String key = "A in R[n,n], x in R[n]\n";
    Relation r =
        last(
            key,
            "$$\\frac{\\partial x^T A x}{\\partial x} = 2 A x, \\quad \\text{if } A \\text{ is symmetric}$$");
    assertThat(r.condition()).contains("A = A', as the words say");
  }

  @Test
  void theStepOfANumberIsANameOfItsOwn() {
    String text = "$$\\Delta w = -\\eta \\frac{\\partial E}{\\partial w}$$\n\n$$\\Delta w = ";
    String sum = "\\eta \\sum_i (y_i - w x_i - b) x_i$$";
    assertThat(verdicts(LINE, text + "2 " + sum))
        .containsExactly(Verdict.DEFINITION, Verdict.PROVED);
    assertThat(verdicts(LINE, text + sum)) // the step of another rule
        .containsExactly(Verdict.DEFINITION, Verdict.DEFINITION);
    String key = LINE + "D = -eta dE/dw\nalias \"\\Delta w\" = D\n";
    assertThat(verdict(key, "$$\\Delta w = -2 " + sum)).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void anAliasMayHaveAPrime() {
    String key = "x, xp, a in R\nk = exp(-a (x - xp)^2)\nalias \"x'\" = xp\n";
    assertThat(verdict(key, "$k = e^{-a (x - x')^2}$")).isEqualTo(Verdict.PROVED);
    assertThat(verdict(key, "$k = e^{-a (x' + x)^2}$")).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void aSmallTAboveAMatrixIsItsTranspose() {
    assertThat(verdict(NET, "$\\frac{\\partial L}{\\partial W} = (p - t) x^t$"))
        .isNotEqualTo(Verdict.PROVED); // t is a name there
    String key = "u in R[n], W in R[m,n]\nz = W u\nC = 1/2 ||z||^2\n";
    String slope = "$\\frac{\\partial C}{\\partial u} = W^t z$";
    assertThat(verdict(key, slope)).isEqualTo(Verdict.PROVED);
    assertThat(verdict(key, "At time $t = 1$: " + slope)).isNotEqualTo(Verdict.PROVED);
  }

  @Test
  void aFunctionMayBeSpokenOfAtALetterOfItsOwn() {
    String key = "x in R[n]\ng(u) = 1 / (1 + exp(-u))\nh = g(x)\n";
    assertThat(verdict(key, "$g(r) = \\frac{1}{1 + e^{-r}}$")).isEqualTo(Verdict.PROVED);
    assertThat(verdict(key, "$g'(r) = g(r) (1 - g(r))$")).isEqualTo(Verdict.PROVED);
    assertThat(verdict(key, "$\\tanh'(r) = 1 - \\tanh(r)$")).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void aFunctionOfTheLanguageMayHaveAnotherName() {
    String key = "Z in R[n,m]\nA = tanh(Z)\nL(A) in R\nalias \"g^{[1]}\" = tanh\n";
    assertThat(verdict(key, "$A = g^{[1]}(Z)$")).isEqualTo(Verdict.PROVED);
    String slope = "$\\frac{\\partial L}{\\partial Z} = \\frac{\\partial L}{\\partial A} * ";
    assertThat(verdict(key, slope + "g^{[1]'}(Z)$")).isEqualTo(Verdict.PROVED);
    assertThat(verdict(key, slope + "g^{[1]\\prime}(Z)$")).isEqualTo(Verdict.PROVED);
    assertThat(verdict(key, slope + "g^{[1]}(Z)$")).isNotEqualTo(Verdict.PROVED);
  }

  @Test
  void theSlopeOfAFunctionWithoutItsArgument() {
    String key = "w, x, t in R\ns = w x\ny = sigmoid(s)\nC = 1/2 (y - t)^2\n";
    String chain =
        "$\\frac{\\partial C}{\\partial w} = (y - t) \\frac{\\partial \\sigma}{\\partial s} x$";
    assertThat(verdict(key, chain)).isEqualTo(Verdict.PROVED);
    assertThat(verdict(key, chain.replace(" x$", "$"))).isEqualTo(Verdict.REFUTED);
  }
}
