package dev.jacobi.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// How a document is read against a key: sections, layouts, conditions, hypotheses, and its own
/// names where there is no key.
class DocumentsJudgedTest {
  private static final String NET =
      """
      x in R[n],  t in R[K]
      W in R[K, n],  b in R[K]
      s = W x + b
      y = sigmoid(s)
      C = ||y - t||^2
      """;

  private static List<Relation> judged(String key, String document) {
    Checked c = Checker.check("notes.md", document, Optional.of(key));
    assertThat(c.errors()).isEmpty();
    return c.relations();
  }

  private static Relation last(String key, String document) {
    return judged(key, document).getLast();
  }

  @Test
  void aRightChainIsProvedLinkByLink() {
    var all =
        judged(
            NET,
            """
            $$\\begin{aligned}
            \\frac{\\partial C}{\\partial s} &= 2 (y - t) \\odot y \\odot (1 - y) \\\\
            \\frac{\\partial C}{\\partial W} &= \\frac{\\partial C}{\\partial s} x^\\top
            \\end{aligned}$$
            """);
    assertThat(all).extracting(Relation::verdict).containsOnly(Verdict.PROVED).hasSize(2);
  }

  @Test
  void theLayoutIsTheOneThatMakesMostRight() {
    String document =
        """
        $$\\frac{\\partial C}{\\partial s} = 2 (y - t)^T \\mathrm{diag}(y \\odot (1 - y))$$

        $$\\frac{\\partial C}{\\partial W} = x \\frac{\\partial C}{\\partial s}$$

        $$\\frac{\\partial C}{\\partial x} = \\frac{\\partial C}{\\partial s} W$$
        """;
    Checked c = Checker.check("notes.md", document, Optional.of(NET));
    assertThat(c.layout()).isEqualTo("numerator");
    assertThat(c.relations()).allMatch(r -> r.verdict() == Verdict.PROVED);
  }

  @Test
  void aFormulaThatLeavesTheLayoutIsToldSo() {
    Relation r =
        last(
            NET,
            """
            $$\\frac{\\partial C}{\\partial s} = 2 (y - t) \\odot y \\odot (1 - y)$$

            $$\\frac{\\partial C}{\\partial W} = \\frac{\\partial C}{\\partial s} x^T$$

            $$\\frac{\\partial C}{\\partial W} = x \\frac{\\partial C}{\\partial s}$$
            """);
    assertThat(r.verdict()).isEqualTo(Verdict.NOTATION);
    assertThat(r.layout()).contains("numerator");
  }

  @Test
  void whatFollowsFromAWrongLineOnlyInheritsIt() {
    var all =
        judged(
            NET,
            """
            $$\\begin{aligned}
            \\frac{\\partial C}{\\partial b} &= 2 (t - y) \\odot y \\odot (1 - y) \\\\
            &= 2 y \\odot (1 - y) \\odot (t - y)
            \\end{aligned}$$
            """);
    assertThat(all.get(0).diagnosis()).contains(Code.SIGN);
    assertThat(all.get(1).verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(all.get(1).step()).isEqualTo(Relation.Step.HOLDS);
    assertThat(all.get(1).follows()).contains(all.get(0).place().line());
  }

  @Test
  void aRightFormulaReachedByAWrongStepIsRightAndItsStepIsNot() {
    var all =
        judged(
            NET,
            """
            $$\\frac{\\partial C}{\\partial b} = (y - t) \\odot y \\odot (1 - y)
              = 2 (y - t) \\odot y \\odot (1 - y)$$
            """);
    assertThat(all.get(0).verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(all.get(1).verdict()).isEqualTo(Verdict.PROVED);
    assertThat(all.get(1).step()).isEqualTo(Relation.Step.FAILS);
  }

  @Test
  void casesStandInTheWordsBefore() {
    String key =
        """
        z in R[n]
        p[i] = exp(z[i]) / sum[k] exp(z[k])
        """;
    var all =
        judged(
            key,
            """
            For $i \\neq j$,

            $$\\frac{\\partial p_i}{\\partial z_j} = -p_i p_j$$

            if i = j:

            $$\\frac{\\partial p_i}{\\partial z_j} = p_i (1 - p_i)$$
            """);
    assertThat(all.get(1).verdict().isTrue()).isTrue();
    assertThat(all.get(2).verdict().isTrue()).isTrue();
  }

  @Test
  void theCaseIsNotForgottenWhereItIsWrong() {
    String key =
        """
        z in R[n]
        p[i] = exp(z[i]) / sum[k] exp(z[k])
        """;
    Relation r =
        last(key, "For $i \\neq j$,\n\n$$\\frac{\\partial p_i}{\\partial z_j} = p_i (1 - p_i)$$\n");
    assertThat(r.verdict()).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void sectionsHaveNamesOfTheirOwn() {
    String key =
        """
        section "First"
        x in R[n]
        y = 2 x
        section "Second"
        x in R[n]
        y = 3 x
        """;
    var all = judged(key, "# First\n$y = 2x$\n\n## The second part\n$y = 2x$\n");
    assertThat(all).extracting(Relation::verdict).containsExactly(Verdict.PROVED, Verdict.REFUTED);
  }

  @Test
  void aHypothesisHoldsForWhatComesAfterIt() {
    String key =
        """
        x in R[a]
        U in R[b, a],  V in R[c, b]
        f = U x
        g = V f
        """;
    String document =
        """
        If $U = V$,

        $$\\frac{\\partial g}{\\partial x} = U U$$
        """;
    assertThat(last(key, document).verdict().isTrue()).isTrue();
    String wrong = document.replace("U U", "U^T U");
    assertThat(last(key, wrong).verdict()).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void aSumToldInWordsIsACondition() {
    String key =
        """
        X in R[N, D],  W in R[D, H],  b in R[1, H]
        Z = X W + b
        L(Z) in R
        """;
    String document =
        "$$\\frac{\\partial L}{\\partial b} = dZ$$ (summed over the first dimension)\n";
    assertThat(last(key, document).verdict()).isEqualTo(Verdict.CONDITIONAL);
    assertThat(last(key, document.replace("(summed over the first dimension)", "")).verdict())
        .isEqualTo(Verdict.MALFORMED);
  }

  @Test
  void withoutAKeyTheDocumentsOwnNamesHold() {
    Checked c =
        Checker.check(
            "notes.md",
            """
            Let $x \\in \\mathbb{R}^n$, $W \\in \\mathbb{R}^{m \\times n}$ and $y = W x$. Then

            $$\\frac{\\partial L}{\\partial W} = \\frac{\\partial L}{\\partial y} x^T, \\qquad
              \\frac{\\partial L}{\\partial x} = W \\frac{\\partial L}{\\partial y}$$
            """,
            Optional.empty());
    assertThat(c.assumptions()).anyMatch(a -> a.contains("L is some scalar function of y"));
    assertThat(c.relations().getLast().diagnosis()).contains(Code.TRANSPOSE);
    assertThat(c.relations().get(c.relations().size() - 2).verdict()).isEqualTo(Verdict.PROVED);
  }

  @Test
  void whatIsNotUnderstoodIsUnreadAndNeverRight() {
    Relation r = last(NET, "$$\\frac{\\partial C}{\\partial Q} = 2 (y - t)$$\n");
    assertThat(r.verdict()).isEqualTo(Verdict.UNREAD);
    assertThat(r.reason().orElseThrow()).contains("Q");
  }

  @Test
  void aDefinedValueBesideASumInBracketsIsAProduct() {
    String net = "x in R[n], y in R[m], W in R[m, n]\nh = W x\nC = ||h - y||^2\nB = (h - y) h'\n";
    assertThat(last(net, "$$B^\\top = h (h - y)^\\top$$").verdict()).isEqualTo(Verdict.PROVED);
    assertThat(last(net, "$$h^\\top (h - y) = (h - y)^\\top h$$").verdict())
        .isEqualTo(Verdict.PROVED);
  }

  @Test
  void aDefinedValueBesideATransposedBracketIsAProduct() {
    String net = "X in R[N, d], W in R[d, k]\nA = tanh(X)\nZ = A W\nC = sum(Z.^2)\n";
    String numerator =
        """
        $$\\frac{\\partial C}{\\partial W} = \\frac{\\partial C}{\\partial Z} A$$

        $$\\frac{\\partial C}{\\partial W} =
        \\left( A^\\top \\left( \\frac{\\partial C}{\\partial Z} \\right)^\\top \\right)^\\top$$
        """;
    assertThat(judged(net, numerator)).allMatch(r -> r.verdict() == Verdict.PROVED);
    assertThat(last(net, "$$A (A)^T = A A^T$$").verdict()).isEqualTo(Verdict.PROVED);
    assertThat(last(net, "$$A(X)^T = A^T$$").verdict()).isEqualTo(Verdict.PROVED);
  }
}
