package dev.jacobi.check;

import static dev.jacobi.check.Judged.SOFT;
import static dev.jacobi.check.Judged.judged;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Cases of two indices as they are stated in words, in several languages.
class CaseWordsTest {
  private static final String SLOPE = "\\frac{\\partial S_i}{\\partial x_j}";
  private static final String SAME = SLOPE + " = S_i (1 - S_j)";
  private static final String OTHER = SLOPE + " = -S_i S_j";

  private static void assertTold(String document, Verdict expected) {
    assertThat(judged(SOFT, document))
        .filteredOn(r -> r.written().contains("frac"))
        .isNotEmpty()
        .extracting(Relation::verdict)
        .containsOnly(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "If {}:",
        "Suppose {}.",
        "First, {}:",
        "Now consider {}.",
        "Otherwise ({}):",
        "With {} we get",
        "We look at the case that {}, in which",
        "**Case 2:** {}",
        "Si {}:",
        "Cuando {}, tenemos",
        "Caso 1: {}",
        "Se {}, então",
        "Pour {}, on a",
        "Für {} gilt",
        "Wenn {}, dann ist",
        "Im Fall, dass {},",
        "Nếu {} thì",
        "При {}:",
        "当 {} 时，",
        "我们先看 {} 的情况："
      })
  void wordsBeforeADisplayStateItsCase(String words) {
    String same = words.replace("{}", "$i = j$") + "\n\n$$" + SAME + "$$\n\n";
    String other = words.replace("{}", "$i \\neq j$") + "\n\n$$" + OTHER + "$$\n";
    assertTold(same + other, Verdict.PROVED);
    assertTold(words.replace("{}", "$i \\neq j$") + "\n\n$$" + SAME + "$$", Verdict.REFUTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {" if {}", ", where {}", " si {}", ", wenn {}", "，当 {} 时", ", {}", " (for {})"})
  void wordsBehindAFormulaStateItsCase(String words) {
    String text = "$" + SAME + "$" + words.replace("{}", "$i = j$") + ".\n";
    assertTold(text, Verdict.PROVED);
    assertTold(text.replace("i = j", "i \\neq j"), Verdict.REFUTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\quad \\text{si } {}",
        ", \\text{ falls } {}",
        "\\quad \\text{若 } {}",
        "\\quad ({})"
      })
  void wordsInADisplayStateItsCase(String words) {
    String text = "$$" + SAME + words.replace("{}", "i = j") + "$$\n";
    assertTold(text, Verdict.PROVED);
    assertTold(text.replace("i = j", "i \\neq j"), Verdict.REFUTED);
  }

  @Test
  void whereGoesBackToTheDisplayBefore() {
    assertTold("$$" + OTHER + "$$\n\nwhere $i \\neq j$.\n", Verdict.PROVED);
    assertTold("$$" + OTHER + "$$\n\nwhere $i = j$.\n", Verdict.REFUTED);
  }

  @Test
  void aCaseSaysNothingOfAFormulaThatSumsOverItsLetters() {
    String text = "If $i \\neq j$:\n\n$$" + OTHER + "$$\n\nHere $\\sum_i S_i = 1$ and $";
    assertThat(judged(SOFT, text + "S^T S = \\sum_i S_i^2$."))
        .filteredOn(r -> !r.written().contains("neq"))
        .extracting(Relation::verdict)
        .containsOnly(Verdict.PROVED);
    assertThat(judged(SOFT, text + "S^T S = \\sum_i S_i$.").getLast().verdict())
        .isEqualTo(Verdict.REFUTED);
  }

  @Test
  void wordsThatSumUpEndTheCases() {
    String case1 = "If $i \\neq j$:\n\n$$" + OTHER + "$$\n\n";
    String all = "$" + SLOPE + " = S_i (\\delta_{ij} - S_j)$.";
    assertTold(case1 + "Altogether, " + all, Verdict.PROVED);
    assertThat(judged(SOFT, case1 + "Altogether, $" + OTHER + "$.").getLast().verdict())
        .isEqualTo(Verdict.REFUTED);
  }

  @Test
  void theTermsOfASumAreNoCase() {
    assertTold("Only the terms with $i = j$ are left:\n\n$$" + SAME + "$$", Verdict.REFUTED);
  }
}
