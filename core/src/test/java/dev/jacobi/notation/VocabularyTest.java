package dev.jacobi.notation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VocabularyTest {

  @Test
  void spellingsOfANameAreOneName() {
    assertThat(Vocabulary.canonicalName("β")).isEqualTo("beta");
    assertThat(Vocabulary.canonicalName("W₁₂")).isEqualTo("W12");
    assertThat(Vocabulary.canonicalName("ŷ")).isEqualTo("y_hat");
    assertThat(Vocabulary.canonicalName("y\u0302")).isEqualTo("y_hat");
    assertThat(Vocabulary.canonicalName("ỹ")).isEqualTo("y_tilde");
    assertThat(Vocabulary.canonicalName("x̄₁")).isEqualTo("x1_bar");
    assertThat(Vocabulary.canonicalName("dβ")).isEqualTo("dbeta");
    assertThat(Vocabulary.canonicalName("𝐱")).isEqualTo("x");
    assertThat(Vocabulary.canonicalName("W_1")).isEqualTo("W_1");
  }

  @Test
  void greekWordsHaveTheirLetters() {
    assertThat(Vocabulary.greekLetter("eta")).isEqualTo("η");
    assertThat(Vocabulary.greekLetter("beta")).isEqualTo("β");
    assertThat(Vocabulary.greekLetter("Omega")).isEqualTo("Ω");
    assertThat(Vocabulary.greekLetter("ta")).isEmpty();
  }

  @Test
  void everyAliasMeansAFunction() {
    assertThat(Vocabulary.FUNCTIONS).containsAll(Vocabulary.ALIASES.values());
    assertThat(Vocabulary.FUNCTIONS).doesNotContainAnyElementsOf(Vocabulary.ALIASES.keySet());
    assertThat(Vocabulary.isFunction("σ")).isTrue();
  }

  @Test
  void boundOperatorsAreFunctionsToo() {
    assertThat(Vocabulary.FUNCTIONS).containsAll(Vocabulary.BOUND_OPERATORS);
  }
}
