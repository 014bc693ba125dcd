package dev.jacobi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.notation.TextSpelling;
import dev.jacobi.print.report.Report;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Extents given as large numbers, as a network of pictures has them.
class LargeExtentsTest {
  private static final String NETWORK =
      """
      X in R[N, 784]
      T in onehot[N, 10]
      W1 in R[784, 512], b1 in R[512]
      W2 in R[512, 256], b2 in R[256]
      W3 in R[256, 10], b3 in R[10]
      H1 = relu(X W1 + ones(N) b1')
      H2 = relu(H1 W2 + ones(N) b2')
      S = H2 W3 + ones(N) b3'
      C = ce_logits(S, T)
      derive C wrt W1, b1, W2, b2, W3, b3
      """;

  @Test
  void aNetworkOfPicturesIsDerivedAndCheckedWithItsExtentsShortened() {
    Report report = report(NETWORK);
    assertThat(report.problems()).isEmpty();
    assertThat(report.outcomes()).hasSize(6);
    for (Report.Outcome o : report.outcomes()) {
      assertThat(o.shortened()).isEqualTo(Map.of(256L, 8, 512L, 9, 784L, 10));
      assertThat(o.worst()).isLessThan(1e-7);
    }
    assertThat(report.outcomes().get(5).closed().matrix().map(TextSpelling.PLAIN::spell))
        .contains("colsum(softmax(S) - T)' / N");
  }

  @Test
  void whatNoMemoryHoldsIsNeverDrawn() {
    Report report =
        report("x in R[2000000000]\nA in R[2000000000, 2000000000]\nL = x' A x\nderive L wrt x\n");
    assertThat(report.problems()).isEmpty();
    assertThat(report.outcomes().getFirst().closed().matrix().map(TextSpelling.PLAIN::spell))
        .contains("(A + A') x");
  }

  @Test
  void shortExtentsStayAsTheyAre() {
    Report report = report("x in R[16]\nL = x' x\nderive L wrt x\n");
    assertThat(report.outcomes().getFirst().shortened()).isEmpty();
  }

  @Test
  void aPartOfALongAxisIsCheckedAtItsSize() {
    // shortened, the condition i <= 100 would hold everywhere
    Report report = report("x in R[300]\nL = sum[i=1..100] x[i]^2\nderive L wrt x\n");
    assertThat(report.problems()).isEmpty();
    assertThat(report.outcomes().getFirst().shortened()).isEmpty();
    assertThat(report("x in R[300]\nL = sum[i=1..299] x[i] x[i+1]\nderive L wrt x\n").outcomes())
        .allMatch(o -> o.shortened().isEmpty() && o.worst() < 1e-7);
  }

  @Test
  void aFormulaThatRestsOnTheNumberItselfIsCheckedAtItsSize() {
    // the sum of 300 ones is written as 300, and not as what stands for it
    Report report =
        report("x in R[300]\nL = sum[i=1..300] 1 x[i]^2 sum[j=1..300] 1\nderive L wrt x\n");
    assertThat(report.problems()).isEmpty();
    assertThat(report.outcomes().getFirst().worst()).isLessThan(1e-7);
    assertThat(report("x in R[300]\nL = mean(x)^2 + x[300] x[1]\nderive L wrt x\n").problems())
        .isEmpty();
  }

  @Test
  void aMatrixProductOfLongSidesNeedsNoTableOfAllProducts() {
    // at its real size: the products of `x' A B x` are 18 million
    String text =
        "A in R[300, 200], B in R[200, 300], x in R[300]\nL = x' A B x + x[300]\nderive L wrt A, x\n";
    assertThat(report(text).problems()).isEmpty();
  }

  @Test
  void aBatchOfThemHasNoNamesThatNobodyUses() {
    Model one =
        Jacobi.read(
            "net",
            """
            x in R[784], y in onehot[10]
            W in R[10, 784], b in R[10]
            z = W x + b
            C = ce_logits(z, y)
            derive C wrt W, b
            """);
    Model batch = Batch.of(one, "N", List.of("x", "y"), "C", Batch.Total.MEAN);
    assertThat(batch.text()).contains("C = ce_logits(z, y)").doesNotContain("u1");
    assertThat(
            Reports.of(batch, Reports.Ask.plain()).outcomes().stream()
                .map(o -> TextSpelling.PLAIN.spell(o.closed().matrix().orElseThrow())))
        .containsExactly("(softmax(z) - y)' x / N", "colsum(softmax(z) - y)' / N");
  }

  private static Report report(String text) {
    return Reports.of(Jacobi.read("model", text), Reports.Ask.plain());
  }
}
