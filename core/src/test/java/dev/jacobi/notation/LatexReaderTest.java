package dev.jacobi.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What people write in LaTeX, and what it says, in plain text.
class LatexReaderTest {
  private static final LatexNames NAMES =
      LatexNames.of(
          Map.ofEntries(
              Map.entry("W1", 2),
              Map.entry("W2", 2),
              Map.entry("A", 2),
              Map.entry("b1", 1),
              Map.entry("x", 1),
              Map.entry("y", 1),
              Map.entry("z2", 1),
              Map.entry("s1", 1),
              Map.entry("h", 1),
              Map.entry("u", 0),
              Map.entry("v", 0),
              Map.entry("y_hat", 1),
              Map.entry("y_tilde", 1),
              Map.entry("theta", 1),
              Map.entry("C", 0),
              Map.entry("J", 0),
              Map.entry("w_kj", 2),
              Map.entry("Dx", 0)),
          Set.of("f", "g"));

  /// Chains with blanks between sign and side, `;` between chains, conditions after `|`.
  static String read(String tex) {
    return LatexTexts.of(LatexReader.read(tex, Map.of(), NAMES));
  }

  @Test
  void derivativesAreReadInAllTheirDresses() {
    assertThat(read("\\frac{\\partial C}{\\partial W^{(1)}}")).isEqualTo("dC/dW1");
    assertThat(read("\\frac{dC}{dx}")).isEqualTo("dC/dx");
    assertThat(read("\\dfrac{\\mathrm{d}C}{\\mathrm{d}x}")).isEqualTo("dC/dx");
    assertThat(read("\\partial C / \\partial W_1")).isEqualTo("dC/dW1");
    assertThat(read("dC/dx")).isEqualTo("dC/dx");
    assertThat(read("\\nabla_{W_1} C")).isEqualTo("grad(C, W1)");
    assertThat(read("\\frac{\\partial^2 C}{\\partial u^2}")).isEqualTo("hess(C, u)");
    assertThat(read("\\frac{\\partial^2 C}{\\partial u \\partial v}")).isEqualTo("hess(C, u, v)");
    assertThat(read("\\left(\\frac{\\partial h}{\\partial x}\\right)_{ii}"))
        .isEqualTo("(dh/dx)[i,i]");
  }

  @Test
  void aRowThatBeginsWithARelationContinuesTheChain() {
    assertThat(read("\\begin{aligned} C &= u \\\\ &= v \\\\ J &= C \\end{aligned}"))
        .isEqualTo("C = u = v; J = C");
    assertThat(read("= u v")).isEqualTo("… = u v");
    assertThat(read("C &= u & J &= v")).isEqualTo("C = u; J = v");
  }

  @Test
  void aSideThatCannotBeReadSpoilsNoOther() {
    assertThat(read("C = (u \\\\ J = v")).contains("never closed").endsWith("J = v");
    assertThat(read("C = \\unknown{u} = v")).contains("unknown").endsWith("= v");
  }

  @Test
  void membershipsNameShapes() {
    assertThat(read("x, y \\in \\mathbb{R}^2")).isEqualTo("x in R[2]; y in R[2]");
    assertThat(read("W_1 \\in [D_x, H], b_1 \\in [H]")).isEqualTo("W1 in R[Dx, H]; b1 in R[H]");
  }

  @Test
  void placesCountInWhatWasWritten() {
    Written read = LatexReader.read("C = u +\n  x_i v", Map.of(), NAMES);
    Written.Link side = read.chains().getFirst().links().getLast();
    assertThat(List.of(side.from(), side.to())).containsExactly(2, 15);
  }
}
