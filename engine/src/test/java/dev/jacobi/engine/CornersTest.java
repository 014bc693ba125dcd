package dev.jacobi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.print.code.Derivations;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every example, corner and identity, compiled, agrees with the slow evaluator in both precisions
/// at awkward sizes; at large ones where the evaluator can follow.
class CornersTest {
  private static final double WORK = Double.parseDouble(System.getProperty("jacobi.work", "2e3"));

  /// One entry has no spread: this is 0/0 there.
  private static final List<String> UNDEFINED_AT_ONE = List.of("# standard score");

  @Test
  void everyOneAgreesAtSizesUpToAVectorAndBeyond() throws IOException {
    var proof = new Proof();
    for (Derivations.Text t : texts()) {
      int[] sizes = UNDEFINED_AT_ONE.contains(t.id()) ? new int[] {4, 13} : new int[] {1, 4, 6, 13};
      proof.grid(t.id(), t.text(), WORK, sizes);
    }
    assertThat(proof.compared).isGreaterThan(1000);
    assertThat(proof.failures).isEmpty();
  }

  @Test
  void largeOnesAgree() throws IOException {
    var proof = new Proof();
    for (Derivations.Text t : texts()) proof.grid(t.id(), t.text(), 4 * WORK, 64, 207);
    assertThat(proof.compared).isGreaterThan(500);
    assertThat(proof.failures).isEmpty();
  }

  private static List<Derivations.Text> texts() throws IOException {
    List<Derivations.Text> texts = Derivations.texts();
    assertThat(texts).hasSizeGreaterThan(300);
    return texts;
  }
}
