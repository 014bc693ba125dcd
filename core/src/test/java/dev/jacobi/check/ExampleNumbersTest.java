package dev.jacobi.check;

import static dev.jacobi.check.Judged.NET;
import static dev.jacobi.check.Judged.judged;
import static dev.jacobi.check.Judged.last;
import static dev.jacobi.check.Judged.verdict;
import static dev.jacobi.check.Judged.verdicts;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Numbers in a derivation: sizes and examples are no claims, and one has to give the next.
class ExampleNumbersTest {
  private static final String NORM =
      """
      x in R[n]
      m = sum(x) / n
      s = sum((x - m).^2) / n
      h[i] = (x[i] - m) / sqrt(s)
      L(h) in R
      """;

  @Test
  void aLengthIsToldAndNotClaimed() {
    assertThat(verdict(NET, "with $K = 10$ classes")).isEqualTo(Verdict.DEFINITION);
    assertThat(verdict(NET, "pixels, $n = 28 \\times 28$")).isEqualTo(Verdict.DEFINITION);
  }

  @Test
  void aNumberOfTheTestsIsNoSizeOfTheDocument() {
    String wrong = "$\\frac{\\partial h_i}{\\partial x_i} = \\frac{n - 1 - h_i^2}{3 \\sqrt{s}}$";
    assertThat(last(NORM, wrong).verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(last(NORM, wrong.replace("3", "n")).verdict()).isIn(Verdict.PROVED, Verdict.AGREES);
  }

  @Test
  void sumsMayBeCountedFromZero() {
    String key = "x in R[n], w in R[n]\ny = w' x\n";
    assertThat(last(key, "$y = \\sum_{i=0}^{n-1} w_i x_i$").verdict()).isEqualTo(Verdict.NOTATION);
    assertThat(last(key, "$y = \\sum_{i=0}^{n-2} w_i x_i$").verdict()).isNotEqualTo(Verdict.PROVED);
    assertThat(last(key, "$y = \\sum_{i=0}^{n-1} i w_i x_i$").verdict()).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void theNumbersOfAnExampleAreNoClaim() {
    String key = "W in R[2, 2], x in R[2]\nz = W x\n";
    String text = "Take $x = \\begin{bmatrix} 1 \\\\ 3 \\end{bmatrix}$. Then $z = W x = %s$";
    String product =
        "\\begin{bmatrix} 1 & 2 \\\\ 0 & 1 \\end{bmatrix} \\begin{bmatrix} 1 \\\\ 3 \\end{bmatrix}"
            + " = \\begin{bmatrix} 7 \\\\ 3 \\end{bmatrix}";
    assertThat(verdicts(key, text.formatted(product)))
        .containsExactly(Verdict.DEFINITION, Verdict.PROVED, Verdict.DEFINITION, Verdict.PROVED);
    assertThat(verdicts(key, text.formatted(product.replace("7", "8")))).endsWith(Verdict.REFUTED);
  }

  @Test
  void numbersForAConstantAreAClaim() {
    String key = "a in R\nq = a^2 / 2\n";
    String second = "$\\frac{\\partial^2 q}{\\partial a^2} = %s$";
    assertThat(last(key, second.formatted("0.5")).verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(last(key, second.formatted("1.0")).verdict()).isEqualTo(Verdict.PROVED);
  }

  @Test
  void theNumbersOfAnExampleGiveTheNextToTheDigitsThatAreWritten() {
    String key = "z, w in R, x, v in R[3]\nq = sigmoid(z)\nJ = (w - q)^2";
    String rounded = "$$J = (w - q)^2 = (0.1 - 0.05259044)^2 = %s$$";
    assertThat(verdict(key, rounded.formatted("0.002247666008770466"))).isEqualTo(Verdict.NOTATION);
    assertThat(verdict(key, rounded.formatted("0.0023"))).isEqualTo(Verdict.NOTATION);
    assertThat(verdict(key, rounded.formatted("0.0033"))).isEqualTo(Verdict.REFUTED);
    String exponential = "$$q = \\frac{1}{1+e^{-z}} = \\frac{1}{1+e^{-0.628}} = 0.65203583$$";
    assertThat(judged(key, exponential))
        .extracting(Relation::verdict)
        .doesNotContain(Verdict.REFUTED);
    String norms =
        "$$\\|x\\|^2 \\|v\\|^2 = (\\sqrt{1^2+3^2+1^2})^2 (\\sqrt{%s^2+6^2})^2 = 11 \\cdot 52$$";
    assertThat(verdict(key, norms.formatted("(-4)"))).isEqualTo(Verdict.PROVED);
    assertThat(verdict(key, norms.formatted("-4"))).isEqualTo(Verdict.REFUTED);
    assertThat(verdict(key, "$$\\frac{\\partial^2 J}{\\partial w^2} = 0.5$$"))
        .isEqualTo(Verdict.REFUTED);
  }

  @Test
  void aCaseInNumbersOfWhatTheKeySaysOfAllIsNoClaim() {
    String key = "x in R[n], P in sym[n], q in R[n]\nf = 1/2 x' P x + q' x\n";
    String matrix = "\\begin{bmatrix} 4 & 1 \\\\ 1 & 2 \\end{bmatrix}";
    assertThat(Judged.verdict(key, "$f = \\frac12 x^T " + matrix + " x$"))
        .isEqualTo(Verdict.DEFINITION);
    assertThat(Judged.verdict(key, "We start at $x_0 = [0, 0]^T$")).isEqualTo(Verdict.DEFINITION);
    assertThat(Judged.verdict(key, "Consider $P x = q$.")).isEqualTo(Verdict.DEFINITION);
    assertThat(Judged.verdict(key, "Consider $f = x^T P x + q^T x$.")).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void aWorkedExampleIsHeldAgainstTheNumbersItGives() {
    String key = "x, y, w, b in R\nh = w x + b\nL = (h - y)^2\n";
    String given = "Let $x = 2$, $y = 5$, $w = 3$ and $b = 1$. Then ";
    Relation r = Judged.last(key, given + "$h = w x + b = 3 \\cdot 2 + 1 = 7$");
    assertThat(r.verdict()).isEqualTo(Verdict.CONDITIONAL);
    assertThat(r.condition()).contains("x = 2, y = 5, w = 3, b = 1, as is given");
    assertThat(Judged.verdict(key, given + "$\\frac{\\partial L}{\\partial w} = 8$"))
        .isEqualTo(Verdict.CONDITIONAL);
    assertThat(Judged.verdict(key, given + "$\\frac{\\partial L}{\\partial w} = 4$"))
        .isEqualTo(Verdict.REFUTED);
    assertThat(Judged.verdict(key, "Let $x = 2$. Then $h = 7$.")).isEqualTo(Verdict.DEFINITION);
    assertThat(Judged.verdict(key, "# One\n\n" + given + "\n\n# Two\n\n$h = 7$"))
        .isEqualTo(Verdict.REFUTED); // other numbers may hold there
    assertThat(Judged.verdict(key, "$\\frac{\\partial L}{\\partial w} = 8$"))
        .isEqualTo(Verdict.REFUTED);
  }
}
