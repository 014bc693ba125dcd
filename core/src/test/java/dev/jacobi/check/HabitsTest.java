package dev.jacobi.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Habits of writers, each in the smallest document that has it, read with a key.
class HabitsTest {
  private static final String NET =
      """
      x in R[n],  t in onehot[K]
      W in R[K, n],  b in R[K]
      s = W x + b
      p = softmax(s)
      L = -sum(t .* log(p))
      """;

  private static List<Relation> judged(String key, String document) {
    Checked c = Checker.check("notes.md", document, Optional.of(key));
    assertThat(c.errors()).isEmpty();
    return c.relations();
  }

  private static Verdict verdict(String key, String document) {
    return judged(key, document).getLast().verdict();
  }

  @Test
  void aConditionAloneIsNoFormula() {
    assertThat(judged(NET, "we sum $\\forall k \\ne n$ here")).isEmpty();
  }

  @Test
  @Timeout(10)
  void aPowerWithAGreatExponentStaysAPower() {
    assertThat(verdict("x in R", "$x (1/2)^{1000000000} = (1/2)^{1000000000} x$"))
        .isEqualTo(Verdict.PROVED);
  }
}
