package dev.jacobi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacobi.notation.TextSpelling;
import dev.jacobi.print.Printer.Layout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchTest {
  private static Model batch(String example, List<String> inputs, Batch.Total total)
      throws IOException {
    return Batch.of(Jacobi.read(Path.of("../examples", example)), "N", inputs, "C", total);
  }

  @Test
  void aNetworkForOneExampleIsWrittenInMatrixNotationForMany() throws IOException {
    assertThat(batch("two-layer.jacobi", List.of("x", "y"), Batch.Total.SUM).text())
        .isEqualTo(
            """
            x in R[N, n]
            y in R[N, K]
            W1 in R[a, n]
            b1 in R[a]
            W2 in R[K, a]
            b2 in R[K]
            s1 = x W1' + ones(N) b1'
            a1 = 3 relu(s1)
            s2 = a1 W2' + ones(N) b2'
            C = ||s2 - y||^2
            derive C wrt W1, b1, W2, b2
            """);
  }

  @Test
  void anAxisOfOneEntryIsAnAxis() {
    Model one =
        Jacobi.read(
            "one", "x in R[n], y in R[1]\nW in R[1, n], b in R[1]\ns = W x + b\nC = mse(s, y)\n");
    Model m = Batch.of(one, "N", List.of("x", "y"), "C", Batch.Total.MEAN);
    assertThat(m.problems()).isEmpty();
    assertThat(m.text()).contains("\nC = mse(s, y)\n");
    assertThat(m.read().model().shape("s")).hasToString("[N, 1]");
  }

  @Test
  void aLossOfOneNumberIsOverABatchThatOfItsExamples() {
    Model one =
        Jacobi.read(
            "one",
            "x in R[n], y in {0,1}\nw in R[n], b in R\np = sigmoid(w' x + b)\nC = bce(p, y)\n"
                + "derive C wrt w, b\n");
    assertThat(one.problems()).isEmpty();
    var byBias = one.deriveRequests().getLast().result();
    assertThat(
            TextSpelling.PLAIN.spell(
                one.printer()
                    .matrix(byBias.entry(), byBias.outer(), byBias.inner(), Layout.ML)
                    .orElseThrow()))
        .isEqualTo("p - y");
    Model m = Batch.of(one, "N", List.of("x", "y"), "C", Batch.Total.MEAN);
    assertThat(m.problems()).isEmpty();
    assertThat(m.text()).contains("\nC = bce(p, y)\n");
  }

  @Test
  void itsGradientsAreThoseOfABatch() throws IOException {
    Model m = batch("tanh-softmax-ce.jacobi", List.of("x", "t"), Batch.Total.MEAN);
    List<String> gradients =
        m.deriveRequests().stream()
            .map(Model.Derived::result)
            .map(r -> m.printer().matrix(r.entry(), r.outer(), r.inner(), Layout.ML).orElseThrow())
            .map(TextSpelling.PLAIN::spell)
            .toList();
    assertThat(gradients)
        .containsExactly(
            "((1 - h.^2) .* ((y - t) W2))' x / N",
            "colsum((1 - h.^2) .* ((y - t) W2))' / N",
            "(y - t)' h / N",
            "colsum(y - t)' / N");
  }

  @ParameterizedTest
  @CsvSource({
    "two-layer.jacobi, x y",
    "five-layer.jacobi, x y",
    "tanh-softmax-ce.jacobi, x t",
    "two-layer-bce.jacobi, x y",
    "focal-loss.jacobi, z",
    "triplet-loss.jacobi, a p n"
  })
  void everyGradientOfABatchPassesItsCheck(String example, String inputs) throws IOException {
    Model one = Jacobi.read(Path.of("../examples", example));
    List<String> known =
        List.of(inputs.split(" ")).stream()
            .filter(n -> one.read().model().variables().containsKey(n))
            .toList();
    String cost = TextSpelling.PLAIN.spell(one.read().requests().getFirst().of());
    Model m = Batch.of(one, "N", known, cost, Batch.Total.SUM);
    assertThat(m.problems()).isEmpty();
    assertThat(m.deriveRequests()).isNotEmpty();
  }

  @Test
  void whatAllExamplesShareKeepsItsShape() {
    Model one = Jacobi.read("m", "x in R[n], A in sym[n]\nB = A A\nC = x' B x\nderive C wrt A");
    assertThat(Batch.of(one, "N", List.of("x"), "C", Batch.Total.SUM).text())
        .contains("B = A A\n", "x in R[N, n]\n");
  }

  @Test
  void aNameThatIsTakenOrUnknownIsSaid() {
    Model one = Jacobi.read("m", "x in R[N], w in R[N]\nC = w' x");
    assertThatThrownBy(() -> Batch.of(one, "N", List.of("x"), "C", Batch.Total.SUM))
        .hasMessageContaining("taken");
    assertThatThrownBy(() -> Batch.of(one, "M", List.of("q"), "C", Batch.Total.SUM))
        .hasMessageContaining("no name `q`");
    assertThatThrownBy(() -> Batch.of(one, "M", List.of("x"), "w", Batch.Total.SUM))
        .hasMessageContaining("no number");
  }

  @Test
  void theInverseOfAMatrixThatDiffersBetweenExamplesIsRefused() {
    Model one = Jacobi.read("m", "x in R[n], t in R\nM = x x' + I(n)\nV = inv(M)\nC = tr(V)");
    assertThatThrownBy(() -> Batch.of(one, "N", List.of("x"), "C", Batch.Total.SUM))
        .isInstanceOf(DerivationException.class)
        .hasMessageContaining("no form of `V` for a batch");
  }
}
