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

  @Test
  void aScriptInBracesOfItsOwnBelongsToWhatStandsBeforeIt() {
    assertThat(verdict(NET, "$\\frac{\\partial L}{\\partial s{_k}} = p{_k} - t_k$"))
        .isEqualTo(Verdict.PROVED);
  }

  @Test
  void indicesMayStandInBracketsBesideTheName() {
    assertThat(verdict(NET, "$\\mathrm{s[i] = \\sum_j W[i,j] x[j] + b[i]}$"))
        .isEqualTo(Verdict.PROVED);
  }

  @Test
  void theRightClassIsTheLetterThatTheWordsCallSo() {
    var all =
        judged(
            NET,
            """
            Let $c$ be the correct class. Then

            $$L = -\\log p_c, \\qquad
              \\frac{\\partial L}{\\partial s_c} = p_c - 1, \\qquad
              \\frac{\\partial L}{\\partial s_{i \\neq c}} = p_i$$
            """);
    var judged = all.subList(1, 4);
    assertThat(judged).extracting(Relation::verdict).containsOnly(Verdict.CONDITIONAL);
    assertThat(judged.getLast().condition()).contains("t is one at c");
  }

  @Test
  void aLetterThatNobodyCallsTheRightClassIsNone() {
    assertThat(verdict(NET, "$\\frac{\\partial L}{\\partial s_i} = p_i - 1$"))
        .isEqualTo(Verdict.REFUTED);
  }

  @Test
  void aLetterWithANumberIsANameOnceTheDocumentSaysWhatItIs() {
    for (String letter : List.of("\\delta", "\\epsilon", "r")) {
      var all =
          judged(
              NET,
              "Let $%1$s_2 = p - t$. Then $\\frac{\\partial L}{\\partial W} = %1$s_2 x^\\top$ and $%1$s_2 = t - p$."
                  .formatted(letter));
      assertThat(all)
          .as(letter)
          .extracting(Relation::verdict)
          .containsExactly(Verdict.DEFINITION, Verdict.PROVED, Verdict.REFUTED);
    }
  }

  @Test
  void aLetterWithANumberThatNobodyExplainsIsUnread() {
    assertThat(verdict(NET, "$\\frac{\\partial L}{\\partial W} = \\delta_2 x^\\top$"))
        .isEqualTo(Verdict.UNREAD);
  }

  @Test
  void conditionsOfCasesMayStandInWords() {
    String cases =
        """
        $$\\frac{\\partial p_i}{\\partial s_j} = \\begin{cases}
        p_i (1 - p_i) & \\text{if i = j} \\\\
        -p_i p_j & \\text{if i $\\ne$ j}
        \\end{cases}$$
        """;
    assertThat(verdict(NET, cases)).isEqualTo(Verdict.PROVED);
  }

  @Test
  void aGradientWithoutItsNameIsByTheOneThatIsThere() {
    String key = "x in R[n], A in R[n, n]\nf = x' A x";
    String by = "x in R[n]\nf = x' x";
    assertThat(verdict(by, "$\\nabla f = 2x$")).isEqualTo(Verdict.PROVED);
    assertThat(verdict(key, "$\\nabla f(x) = (A + A^T) x$")).isEqualTo(Verdict.PROVED);
    assertThat(verdict(key, "$\\nabla_x (x^T A x) = (A + A^T) x$")).isEqualTo(Verdict.PROVED);
    assertThat(verdict(key, "$\\nabla_x^2 (x^T A x) = A + A^T$")).isEqualTo(Verdict.PROVED);
    assertThat(verdict(key, "$\\nabla f(y) = (A + A^T) x$")).isEqualTo(Verdict.UNREAD);
  }

  @Test
  void aDerivativeByAFormulaIsByTheNameThatStandsForIt() {
    assertThat(verdict(NET, "$\\frac{\\partial L}{\\partial (W x + b)} = p - t$"))
        .isEqualTo(Verdict.PROVED);
    assertThat(verdict(NET, "$\\frac{\\partial L}{\\partial (W x)} = p - t$"))
        .isEqualTo(Verdict.UNREAD);
  }

  @Test
  void namesOfProgramsHaveUnderscores() {
    assertThat(verdict("d_out in R[n]", "$2 d\\_out = d\\_out + d\\_out$"))
        .isEqualTo(Verdict.PROVED);
  }

  @Test
  void aConditionMayStandBehindItsFormula() {
    var all =
        judged(
            NET,
            """
            We have $\\frac{\\partial p_i}{\\partial s_j} = p_i (1 - p_i)$ if $i = j$,
            and $\\frac{\\partial p_i}{\\partial s_j} = -p_i p_j$ when $i \\neq j$.
            """);
    assertThat(all.get(0).verdict()).isEqualTo(Verdict.PROVED);
    assertThat(all.get(2).verdict()).isEqualTo(Verdict.PROVED);
  }

  @Test
  void whatIsSupposedIsNoClaim() {
    assertThat(verdict(NET, "Suppose $x = 3 b$, as before.")).isEqualTo(Verdict.DEFINITION);
    assertThat(verdict("x in R[n]", "Since $x_i = 0$ here,")).isEqualTo(Verdict.DEFINITION);
  }

  @Test
  void aKeySpellsNamesAsTheDocumentDoes() {
    String key =
        """
        x, c in R[n]
        alias "h_{t-1}" = c, "a^{(l-1)}" = x
        h_t = tanh(c + x)
        """;
    assertThat(verdict(key, "$h_t = \\tanh(h_{t-1} + a^{(l-1)})$")).isEqualTo(Verdict.PROVED);
    assertThat(verdict("s, h_prev in R[n]\nh = s + h_prev", "$h = h_{t-1} + s$"))
        .isEqualTo(Verdict.PROVED);
  }

  @Test
  void aStarBetweenVectorsIsTakenEntryByEntry() {
    String key = "f, c, i, g in R[n]\nL(c) in R\ns = f .* c + i .* tanh(g)";
    assertThat(verdict(key, "$s = f * c + i * \\tanh(g)$")).isEqualTo(Verdict.PROVED);
    assertThat(verdict(key, "$s = f \\cdot c + i \\cdot \\tanh(g)$")).isEqualTo(Verdict.MALFORMED);
  }

  @Test
  void aPrimeOnAFormulaIsItsDerivative() {
    assertThat(verdict("x in R", "$\\sigma'(x) = \\left(\\frac{1}{1 + e^{-x}}\\right)'$"))
        .isIn(Verdict.PROVED, Verdict.AGREES);
  }

  @Test
  void aMatrixWithOneIndexIsARow() {
    String key = "u in R[K, d], v in R[d]\nJ = sum[k] sigmoid(sum[i] u[k,i] v[i])";
    assertThat(verdict(key, "$J = \\sum_{k=1}^K \\sigma(u_k^T v)$")).isEqualTo(Verdict.PROVED);
    String gradient = "$\\frac{\\partial J}{\\partial u_k} = \\sigma'(u_k^T v) v$";
    assertThat(verdict(key, gradient)).isEqualTo(Verdict.PROVED);
  }

  @Test
  void aSumWithDotsIsASum() {
    String key = "w, x in R[n]\nz = w' x";
    assertThat(verdict(key, "$z = w_1 x_1 + w_2 x_2 + \\cdots + w_n x_n$"))
        .isEqualTo(Verdict.PROVED);
  }

  @Test
  void aFunctionOfADotAndANumberOfAnEquationAreNoFormulas() {
    assertThat(verdict(NET, "where $\\sigma(\\cdot)$ is the sigmoid"))
        .isEqualTo(Verdict.DEFINITION);
    assertThat(judged(NET, "from $(1.2)$ and $1.2.1$")).isEmpty();
  }

  private static List<Relation> withoutKey(String document) {
    Checked c = Checker.check("notes.md", document, Optional.empty());
    assertThat(c.errors()).isEmpty();
    return c.relations();
  }

  @Test
  void withoutAKeyASecondEquationForANameDefinesItAnew() {
    var all =
        withoutKey(
            """
            Let $x \\in \\mathbb{R}^n$ and $f = x^T x$. Now take instead

            $$f = 3 \\, x^T x$$

            so that $\\frac{\\partial f}{\\partial x} = 6 x$.
            """);
    assertThat(all).extracting(Relation::verdict).doesNotContain(Verdict.REFUTED);
    assertThat(all.getLast().reason()).hasValueSatisfying(r -> assertThat(r).contains("`f`"));
  }

  @Test
  void withoutAKeyNothingNewOfAnUnknownFunctionIsRefuted() {
    var all =
        withoutKey(
            """
            Let $x \\in \\mathbb{R}^n$, $W \\in \\mathbb{R}^{m \\times n}$, $y = W x$. Then

            $$\\frac{\\partial L}{\\partial x} = W^T \\frac{\\partial L}{\\partial y}, \\qquad
              \\frac{\\partial L}{\\partial y} = 2 y$$
            """);
    assertThat(all).extracting(Relation::verdict).contains(Verdict.PROVED);
    assertThat(all.getLast().verdict()).isEqualTo(Verdict.UNREAD);
  }

  @Test
  void aMistakeIsFoundWithoutAKey() {
    var all =
        withoutKey(
            """
            Let $x \\in \\mathbb{R}^n$, $W \\in \\mathbb{R}^{m \\times n}$, $y = W x$. Then

            $$\\frac{\\partial L}{\\partial x} = -W^T \\frac{\\partial L}{\\partial y}$$
            """);
    assertThat(all.getLast().verdict()).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void anEqualityAfterAnotherRelationIsBetweenItsOwnSides() {
    String key = "x in R[n]\nf = x' x";
    var all = judged(key, "$0 \\le f = x^T x \\le 2 f = 2 x^T x$");
    assertThat(all)
        .extracting(Relation::verdict)
        .doesNotContain(Verdict.REFUTED, Verdict.MALFORMED);
    assertThat(verdict(key, "$f \\to \\frac{\\partial f}{\\partial x} = 2 x$"))
        .isEqualTo(Verdict.PROVED);
  }
}
