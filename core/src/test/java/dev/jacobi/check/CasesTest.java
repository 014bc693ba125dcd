package dev.jacobi.check;

import static dev.jacobi.check.Judged.NET;
import static dev.jacobi.check.Judged.SOFT;
import static dev.jacobi.check.Judged.judged;
import static dev.jacobi.check.Judged.last;
import static dev.jacobi.check.Judged.verdict;
import static dev.jacobi.check.Judged.verdicts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Cases as people state them: in words, in headings, by values, and for how long.
class CasesTest {
  private static final String CASES =
      """
      For the case when $i = j$:

      We use the quotient rule, and nothing that is not known to every reader of these notes.

      $$\\frac{\\partial p_i}{\\partial s_j} = p_i (1 - p_i)$$
      """;

  private static final String SLOPE = "\\frac{\\partial S_i}{\\partial x_j}";

  private static final String CROSS =
      "y in {0,1}, p in (0,1)\nL = -(y log(p) + (1 - y) log(1 - p))\n";

  @Test
  void aLetterAndANumberAreACase() {
    assertThat(judged("x in R[n]", "two classes $c=1$ and $c=0$, or $c=2$"))
        .extracting(Relation::verdict)
        .containsOnly(Verdict.DEFINITION);
  }

  @Test
  void aCaseLastsUntilTheTextGoesOn() {
    Relation r = last(NET, CASES);
    assertThat(r.verdict()).isEqualTo(Verdict.CONDITIONAL);
    assertThat(r.condition()).contains("i == j, as line 1 says");
    Relation after = last(NET, CASES.replace("We use", "Combining both, we use"));
    assertThat(after.verdict()).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void whereOneValueMakesNoDifferenceCasesAreJudged() {
    String key = "x in R\ny = sin(x) / x";
    assertThat(
            verdict(
                key,
                "$$y = \\begin{cases} 1 & \\text{if } x = 0 \\\\ \\sin(x) / x &"
                    + " \\text{otherwise} \\end{cases}$$"))
        .isIn(Verdict.PROVED, Verdict.AGREES);
  }

  @Test
  void casesByTheValueOfARealNumberAreNotJudged() {
    String key = "y, t in (0,1)\nE = -t log(y) - (1 - t) log(1 - y)";
    assertThat(
            verdict(
                key,
                "$$E = \\begin{cases} -\\log y & \\text{if } t = 1 \\\\ -\\log(1 - y) & \\text{if } t = 0"
                    + " \\end{cases}$$"))
        .isEqualTo(Verdict.UNREAD);
  }

  @Test
  void thatTwoNumbersAreEqualIsNoCaseForWhatFollows() {
    assertThat(judged("a, r in R\nb = a\n", "$$a = r$$\n\nand\n\n$$a = 2 r$$"))
        .extracting(Relation::verdict)
        .containsExactly(Verdict.REFUTED, Verdict.REFUTED);
  }

  @Test
  void underACaseThatNeverHoldsNothingIsRight() {
    String key = "t, y in (0,1)\nE = -t log(y)\n";
    Relation r = last(key, "$$\\frac{\\partial E}{\\partial y} = 7 \\quad \\text{if } t = 1$$");
    assertThat(r.verdict()).isEqualTo(Verdict.UNREAD);
    assertThat(r.reason()).hasValueSatisfying(why -> assertThat(why).contains("at no point"));
  }

  @Test
  void lettersOfDifferentAxesMayBeToldApart() {
    String key = "x in R[n], W in R[K, n]\ns = W x\n";
    String claim = "$\\frac{\\partial s_i}{\\partial x_j} = W_{ij}$";
    for (String relation : List.of("\\neq", "="))
      assertThat(last(key, "If $i " + relation + " j$ then " + claim + ".").verdict())
          .isIn(Verdict.PROVED, Verdict.CONDITIONAL);
  }

  @Test
  void aHeadingMayStateACase() {
    String text = "# When $j \\neq i$\n\n$" + SLOPE + " = -S_i S_j$\n\n# $j = i$\n\n";
    assertThat(verdicts(SOFT, text + "$" + SLOPE + " = S_i (1 - S_i)$"))
        .containsOnly(Verdict.DEFINITION, Verdict.CONDITIONAL);
    assertThat(verdicts(SOFT, text + "$" + SLOPE + " = -S_i S_j$")).endsWith(Verdict.REFUTED);
  }

  @Test
  void offAndOnTheDiagonalAreCases() {
    String off = "The off-diagonal entries are $" + SLOPE + " = -S_i S_j$. ";
    String on = "On the diagonal we find $" + SLOPE + " = S_i - S_i^2$.";
    assertThat(verdicts(SOFT, off + on)).containsOnly(Verdict.CONDITIONAL);
    assertThat(verdicts(SOFT, off.replace("= -", "= "))).containsOnly(Verdict.REFUTED);
  }

  @Test
  void aValueMayBeACase() {
    String text = "When $y=%s$, $L = %s$ and $\\frac{\\partial L}{\\partial p} = %s$.\n\n";
    String right =
        text.formatted("1", "-\\log(p)", "-\\frac{1}{p}")
            + text.formatted("0", "-\\log(1 - p)", "\\frac{1}{1 - p}");
    assertThat(verdicts(CROSS, right)).containsOnly(Verdict.DEFINITION, Verdict.CONDITIONAL);
    assertThat(verdicts(CROSS, text.formatted("1", "-\\log(p)", "\\frac{1}{p}")))
        .endsWith(Verdict.CONDITIONAL, Verdict.REFUTED);
    assertThat(verdicts(CROSS, right.replace("y=0", "y=1"))).contains(Verdict.REFUTED);
  }

  @Test
  void aNumberOfTwoValuesIsTriedAtBoth() {
    for (String wrong : List.of("-\\log(1 - p)", "-\\log(p)")) {
      Relation r = last(CROSS, "$L = " + wrong + "$");
      assertThat(r.verdict()).isEqualTo(Verdict.REFUTED);
      assertThat(r.diagnosis()).contains(Code.UNKNOWN); // (1 - p)(1 - y) has no logarithm at y = 1
    }
  }

  private static final String WORDS =
      """
      U in R[n, d], v in R[d], o in 1..n
      y = e[o, n]
      h = softmax(U v)
      J = -log(h[o])
      alias "u_o" = U[o,:], "u_w" = U[w,:]
      """;

  @Test
  void aPlaceOfTheKeyMakesACase() {
    String slope = "$$\\frac{\\partial J}{\\partial u_w} = h_w v$$";
    String same = "If $w = o$\n\n$$\\frac{\\partial J}{\\partial u_o} = (h_o - 1) v$$\n\n";
    assertThat(Judged.verdict(WORDS, same + "if $w \\neq o$\n\n" + slope))
        .isEqualTo(Verdict.PROVED);
    assertThat(Judged.verdict(WORDS, same + slope)).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void aCaseStandsBehindACommaInTheSameFormula() {
    assertThat(Judged.verdict(WORDS, "$y_w = 0, \\quad w \\neq o$")).isEqualTo(Verdict.PROVED);
    assertThat(Judged.verdict(WORDS, "$y_w = 1, \\quad w = o$")).isEqualTo(Verdict.PROVED);
    assertThat(Judged.verdict(WORDS, "$y_w = 1, \\quad w \\neq o$")).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void aNumberedLineStatesACase() {
    String key = "z in R[C]\np = softmax(z)\n";
    String slope = "$$\\frac{\\partial p_i}{\\partial z_j} = ";
    String text =
        "1. $i \\neq j$\n" + slope + "-p_i p_j$$\n\n(2) $i = j$:\n\n" + slope + "p_i (1 - p_j)$$";
    assertThat(Judged.verdicts(key, text))
        .containsExactly(Verdict.DEFINITION, Verdict.PROVED, Verdict.DEFINITION, Verdict.PROVED);
    assertThat(Judged.verdict(key, text.replace("(1 - p_j)", "p_j"))).isEqualTo(Verdict.REFUTED);
  }
}
