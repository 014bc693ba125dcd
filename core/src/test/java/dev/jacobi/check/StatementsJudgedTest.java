package dev.jacobi.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a document says without an equality between two formulas: a formula that stands alone, a
/// hypothesis, and formulas under an operator.
class StatementsJudgedTest {
  private static final String MAPS =
      """
      A in R[b, a],  B in R[c, b]
      u in R[a]
      f = A u
      h = B f
      z in R[n]
      p = tanh(z)
      """;

  private static List<Relation> judged(String key, String document) {
    Checked c = Checker.check("notes.md", document, Optional.of(key));
    assertThat(c.errors()).isEmpty();
    return c.relations();
  }

  @Test
  void aFormulaThatStandsAloneIsSaidToBeWhatItIsEqualTo() {
    Relation slope = judged(MAPS, "Its derivative $1 - \\tanh^2(z)$ is small.\n").getLast();
    assertThat(slope.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(slope.message()).isEqualTo("it is `tanh'(z)`");
    Relation value = judged(MAPS, "The output is\n\n$$B A u$$\n").getLast();
    assertThat(value.message()).isEqualTo("it is `h`");
  }

  @Test
  void aFormulaThatStandsAloneIsNeverWrong() {
    assertThat(judged(MAPS, "Its derivative $1 + \\tanh^2(z)$ is small.\n").getLast().verdict())
        .isEqualTo(Verdict.DEFINITION);
  }

  @Test
  void aCountOfParametersIsHeldAgainstWhatIsDeclared() {
    String key = "A in R[b, a], c in R[b]\n";
    assertThat(judged(key, "Number of parameters: $(a + 1) b$\n").getLast().message())
        .isEqualTo("it counts the numbers in A and c");
    assertThat(judged(key, "Number of parameters: $a b + a$\n").getLast().verdict())
        .isEqualTo(Verdict.DEFINITION);
  }

  @Test
  void aHypothesisNamesTheExtentsThatItMakesEqual() {
    var all = judged(MAPS, "If $A = B$, then\n\n$$h = A A u$$\n");
    assertThat(all.getFirst().verdict()).isEqualTo(Verdict.CONDITIONAL);
    assertThat(all.getFirst().condition()).contains("a = b = c");
    assertThat(all.getLast().verdict()).isEqualTo(Verdict.PROVED);
  }

  @Test
  void aMistakeUnderADerivativeIsFoundWithoutDerivingEachGuess() {
    String key =
        """
        x in R[1, n],  t in onehot[1, k]
        V in R[n, h],  W in R[h, k]
        q = softmax(tanh(x V) W)
        J = -sum[i] t[i] log(q[i])
        """;
    Relation r =
        judged(
                key,
                """
                $$\\frac{\\partial J}{\\partial x} = -\\frac{\\partial}{\\partial x}
                \\sum_i t_i \\log(\\operatorname{softmax}(\\tanh(x V) W))$$
                """)
            .getLast();
    assertThat(r.verdict()).isEqualTo(Verdict.MALFORMED);
    assertThat(r.diagnosis()).contains(Code.INDEX);
    assertThat(r.correct().orElseThrow().text())
        .isEqualTo("-d(sum[i] t[i] log(softmax(tanh(x V) W))[i])/dx");
  }
}
