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
}
