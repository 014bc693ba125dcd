package dev.jacobi.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The chain rule over the edges of the graph, as texts on batch normalisation write it.
class EdgesTest {
  private static final String KEY =
      """
      x in R[m], epsilon in R+
      mu = mean(x)
      v = 1/m sum[i] (x[i] - mu)^2
      h = (x - mu) / sqrt(v + epsilon)
      f(h) in R
      """;

  private static final String SUM =
      "\\frac{\\partial f}{\\partial x_i} = \\frac{\\partial f}{\\partial h_i}"
          + " \\frac{\\partial h_i}{\\partial x_i} + \\frac{\\partial f}{\\partial \\mu}"
          + " \\frac{\\partial \\mu}{\\partial x_i}";

  private static Relation last(String formula) {
    Checked c = Checker.check("notes.md", "$$" + formula + "$$", Optional.of(KEY));
    assertThat(c.errors()).isEmpty();
    return c.relations().getLast();
  }

  @Test
  void theSumOverAllEdgesIsTheDerivative() {
    Relation r =
        last(SUM + " + \\frac{\\partial f}{\\partial v} \\frac{\\partial v}{\\partial x_i}");
    assertThat(r.verdict()).isEqualTo(Verdict.CONDITIONAL);
  }

  @Test
  void oneEdgeMissingIsAMistake() {
    assertThat(last(SUM).verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(
            last(SUM + " - \\frac{\\partial f}{\\partial v} \\frac{\\partial v}{\\partial x_i}")
                .verdict())
        .isEqualTo(Verdict.REFUTED);
  }

  private static final String NORM =
      """
      x in R[n]
      m = sum(x) / n
      s = sum((x - m).^2) / n
      h[i] = (x[i] - m) / sqrt(s)
      L(h) in R
      """;

  @Test
  void aDerivativeAlongOneEdgeHoldsWhereTheOthersAreHeld() {
    String edge = "$\\frac{\\partial h_i}{\\partial x_i} = \\frac{1}{\\sqrt{s}}$";
    String sum =
        "\n\n$\\frac{\\partial L}{\\partial x_i} ="
            + " \\frac{\\partial L}{\\partial h_i} \\frac{1}{\\sqrt{s}}"
            + " + \\frac{\\partial L}{\\partial s} \\frac{2 (x_i - m)}{n}"
            + " + \\frac{\\partial L}{\\partial m} \\frac{1}{n}$";
    assertThat(Judged.verdicts(NORM, edge + sum))
        .containsExactly(Verdict.CONDITIONAL, Verdict.PROVED);
    // who takes no derivative by m and s forgets them
    assertThat(Judged.verdicts(NORM, edge)).containsExactly(Verdict.REFUTED);
  }
}
