package dev.jacobi.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.jacobi.notation.Written.Chain;
import dev.jacobi.notation.Written.Link;
import dev.jacobi.notation.Written.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Properties of the reader on random formulas and on damaged ones. A failure says how to repeat
/// it.
class LatexPropertyTest {
  private static final int TREES = 10_000;
  private static final long SEED = Long.getLong("jacobi.seed", 20_261_121L);

  private static final LatexNames NAMES =
      LatexTexts.names(
          "a:1 b:1 x:1 y:1 W1:2 W2:2 s1:1 C:0 n:0 beta:0 y_hat:1 depth:0 dC:0 dW1:2 i:0 j:0 k:0",
          "f",
          "g");

  private static final List<String> PIECES =
      List.of(
          "\\frac",
          "\\partial",
          "\\left(",
          "\\right)",
          "\\left[",
          "\\right.",
          "{",
          "}",
          "_",
          "^",
          "(",
          ")",
          "[",
          "]",
          "|",
          "||",
          "\\|",
          "&",
          "\\\\",
          "=",
          "\\sum_",
          "\\sum",
          "\\log",
          "d",
          "/",
          "x",
          "W",
          "1",
          "12",
          "'",
          "\\text{if}",
          "\\text{a b}",
          "\\begin{cases}",
          "\\end{cases}",
          "\\begin{aligned}",
          "\\end{aligned}",
          "\\begin{pmatrix}",
          "\\end{pmatrix}",
          "\\hat",
          "\\mathbf",
          "\\nabla",
          ",",
          ";",
          ":",
          ".",
          "\\dots",
          "\\in",
          "\\mathbb{R}",
          "\\delta",
          "e",
          "\\tanh",
          "T",
          "\\boxed",
          "\\quad",
          "\\otimes",
          "-",
          "+",
          "\\cdot",
          "\\mathrm{d}",
          "\\v",
          "\\sqrt",
          "\\underset",
          "\\max",
          "\\mathbb{1}",
          "<",
          "\\Rightarrow",
          "\\text",
          "$",
          "%",
          "²",
          "∂",
          "β",
          "ŷ",
          "𝟙",
          "\\",
          "\n");

  private static final Map<String, LatexMacro> MACROS =
      Map.of("\\v", new LatexMacro(2, "\\frac{#1}{\\v #2 x}"));

  /// LaTeX is a lossy spelling (`2e1`, a T above a vector, indices of a number), so that a few in a
  /// hundred random trees come back otherwise; of the examples' formulas none does.
  @Test
  void whatWeWriteReadsBackAsWhatSpellsTheSame() {
    LatexSpelling spelling = new LatexSpelling();
    int same = 0;
    for (long seed = SEED; seed < SEED + TREES; seed++) {
      String latex = spelling.spell(new RandomSyntax(seed).formula(1 + (int) (seed % 6)));
      Written read = LatexReader.read(latex, Map.of(), NAMES);
      if (read.chains().size() == 1
          && read.chains().getFirst().links().getFirst().side() instanceof Side.Formula formula) {
        same += spelling.spell(formula.syntax()).equals(latex) ? 1 : 0;
      }
    }
    assertThat(same).isGreaterThan(TREES * 80 / 100);
  }

  @Test
  void anyTextIsReadOrRefusedInItsPlace() {
    List<String> whole = formulas();
    for (long seed = SEED; seed < SEED + TREES; seed++) {
      Random random = new Random(seed);
      String text = damaged(whole.get(random.nextInt(whole.size())), random);
      try {
        check(LatexReader.read(text, MACROS, NAMES), text);
      } catch (RuntimeException | StackOverflowError e) {
        fail("%s, -Djacobi.seed=%d".formatted(text, seed), e);
      }
    }
  }

  private static List<String> formulas() {
    List<String> whole = new ArrayList<>(List.of("", "C = x \\\\ &= y & J &= 1"));
    for (long seed = 0; seed < 100; seed++) {
      whole.add(new LatexSpelling().spell(new RandomSyntax(seed).formula(9)));
    }
    return whole;
  }

  private static String damaged(String whole, Random random) {
    StringBuilder text = new StringBuilder(whole);
    for (int edits = 1 + random.nextInt(whole.isEmpty() ? 40 : 6); edits > 0; edits--) {
      int at = random.nextInt(text.length() + 1);
      int to = Math.min(text.length(), at + random.nextInt(20));
      switch (random.nextInt(3)) {
        case 0 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())) + " ");
        case 1 -> text.delete(at, to);
        default -> text.insert(random.nextInt(text.length() + 1), text.substring(at, to));
      }
    }
    return text.toString();
  }

  private static void check(Written read, String text) {
    for (Chain chain : read.chains()) {
      for (Link link : chain.links()) {
        assertThat(link.from()).isBetween(0, text.length());
        assertThat(link.to()).isBetween(link.from(), text.length());
        switch (link.side()) {
          case Side.Formula(Syntax syntax) ->
              assertThat(TextSpelling.PLAIN.spell(syntax)).isNotEmpty();
          case Side.Shape _ -> {}
          case Side.Unread(Problem problem) ->
              assertThat(problem.place().line()).as(text).isPositive();
        }
      }
    }
  }

  @Test
  void longAndDeepTextEndsSoon() {
    List<String> more =
        List.of(
            "(",
            "{",
            "\\left(",
            "\\frac{",
            "\\frac",
            "x_{",
            "[",
            "|",
            "\\text{$",
            "\\hat{",
            "-",
            "\\begin{cases}",
            "\\log ",
            "\\v",
            "x^",
            "\\sqrt[",
            "f(",
            "a+",
            "a ",
            "\\nabla ",
            "=",
            "&",
            "\\\\",
            "1",
            "\\mathrm{\\",
            "'",
            "_",
            "{x}_i^2 ",
            "d",
            "\\partial ",
            "\\sum_i ");
    for (String piece : more) {
      long start = System.nanoTime();
      check(LatexReader.read(piece.repeat(4000), MACROS, NAMES), piece.repeat(4000));
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .as(piece)
          .isLessThan(Duration.ofSeconds(30));
    }
  }
}
