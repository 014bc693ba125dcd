package dev.jacobi.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

/// What is said of a document of a few lines, under a key.
final class Judged {
  static final String SOFT = "x in R[n]\nS = softmax(x)\n";

  static final String NET =
      """
      x in R[n],  t in onehot[K]
      W in R[K, n],  b in R[K]
      s = W x + b
      p = softmax(s)
      L = -sum(t .* log(p))
      """;

  private Judged() {}

  static List<Relation> judged(String key, String document) {
    Checked c = Checker.check("notes.md", document, Optional.of(key));
    assertThat(c.errors()).isEmpty();
    return c.relations();
  }

  static Relation last(String key, String document) {
    return judged(key, document).getLast();
  }

  static Verdict verdict(String key, String document) {
    return last(key, document).verdict();
  }

  static List<Verdict> verdicts(String key, String document) {
    return judged(key, document).stream().map(Relation::verdict).toList();
  }
}
