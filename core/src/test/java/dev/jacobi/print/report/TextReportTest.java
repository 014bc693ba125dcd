package dev.jacobi.print.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.print.Printer.Layout;
import org.junit.jupiter.api.Test;

class TextReportTest {
  @Test
  void networkReadsAsATeacherWritesIt() {
    assertThat(Samples.text(Samples.NET))
        .startsWith(
            """
            net.jacobi

            Given      x in R[n], y in R[K], W1 in R[a, n], b1 in R[a], W2 in R[K, a], b2 in R[K]

            Forward    s1 = W1 x + b1                     R[a]
                       a1 = 3 relu(s1)                    R[a]
                       s2 = W2 a1 + b2                    R[K]
                       C  = ||s2 - y||^2                  R

            Backward   dC/ds2 = 2 (s2 - y)                R[K]
                       dC/da1 = W2' dC/ds2                R[a]
            """)
        .contains("Results    dC/dW1 = dC/ds1 x'", "\n                  = 6 ")
        .contains("R[a, n]  layout ml\n")
        .contains("\nValid      where s1 != 0   for dC/dW1\n")
        .contains("\nChecked    2 results against differences, in ");
  }

  @Test
  void backwardPassIsSharedByAllResults() {
    var text = Samples.text(Samples.NET);
    assertThat(text.indexOf("dC/ds2 = ")).isEqualTo(text.lastIndexOf("dC/ds2 = "));
  }

  @Test
  void numeratorLayoutWritesTheTranspose() {
    var report = Samples.report(Samples.NET, Layout.NUMERATOR);
    assertThat(TextReport.of(report, Form.usual(), false, Paint.PLAIN))
        .contains("(dC/dW1)' = x (dC/ds1)'")
        .contains("R[n, a]  layout numerator")
        .contains("(dC/ds2)' = 2 (s2' - y')");
  }

  @Test
  void formsTellOnlyWhatWasAsked() {
    assertThat(Samples.text(Samples.NET, Form.MATRIX))
        .doesNotContain("Backward", "[i,j]", "dC/ds1 x'");
    assertThat(Samples.text(Samples.NET, Form.INDEX))
        .contains("dC/dW1[i,j] = ")
        .doesNotContain("x'");
    assertThat(Samples.text(Samples.NET, Form.LAYERS)).contains("dC/ds1 x'").doesNotContain("6 ");
    assertThat(Samples.text(Samples.NET, Form.STEPS)).contains("1. ", "chain rule through s2");
  }

  @Test
  void casesOfAKroneckerDeltaStandBelowTheEntry() {
    assertThat(Samples.text(Samples.SOFTMAX)).doesNotContain("if i = j");
    assertThat(Samples.text(Samples.SOFTMAX, Form.INDEX))
        .contains("dy[i]/dx[j] = beta y[i] (delta[i,j] - y[j])")
        .containsPattern("dy\\[i]/dx\\[j] = beta y\\[i] \\(1 - y\\[i]\\) +if i = j\n")
        .containsPattern("dy\\[i]/dx\\[j] = -beta y\\[i] y\\[j] +if i != j\n");
  }

  @Test
  void severalRequestsHaveHeadings() {
    var text = Samples.text(Samples.SOFTMAX + "derive L wrt x\nL(y) in R\n");
    assertThat(text).contains("\n\njacobian y wrt x\n\n", "\n\nderive L wrt x\n\n");
  }

  @Test
  void asciiSpellsGreekLettersOut() {
    var report = Samples.report(Samples.SOFTMAX.replace("beta", "β"));
    assertThat(TextReport.of(report, Form.usual(), true, Paint.PLAIN))
        .contains("beta in R")
        .isASCII();
    assertThat(TextReport.of(report, Form.usual(), false, Paint.PLAIN)).contains("β in R");
  }

  @Test
  void colourChangesNoWord() {
    var plain = Samples.text(Samples.NET);
    var colour = TextReport.of(Samples.report(Samples.NET), Form.usual(), false, Paint.COLOUR);
    assertThat(colour).contains("\u001b[1;34mForward\u001b[0m");
    assertThat(colour.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
  }

  @Test
  void aHessianGivesItsGradientAName() {
    var model =
        "X in R[m, n], w in R[n], t in R[m]\np = tanh(X w)\nC = ||p - t||^2\nhessian C wrt w\n";
    assertThat(Samples.text(model)).contains("hess(C, w) = 2 X' diag(").doesNotContain("\u00b7");
  }

  @Test
  void aDerivativeOfFourAxesIsAMatrixBetweenColumns() {
    var model = "A in R[m, n], X in R[n, p], B in R[p, q]\nY = A X B\njacobian Y wrt X\n";
    assertThat(Samples.text(model))
        .contains("dvec(Y)/dvec(X) = kron(B', A)")
        .contains("R[m q, n p]  layout ml, vec by columns")
        .contains("dY[i,j]/dX[k,l] = A[i,k] B[l,j]");
  }
}
