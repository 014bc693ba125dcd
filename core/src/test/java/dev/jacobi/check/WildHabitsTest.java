package dev.jacobi.check;

import static dev.jacobi.check.Judged.NET;
import static dev.jacobi.check.Judged.SOFT;
import static dev.jacobi.check.Judged.judged;
import static dev.jacobi.check.Judged.last;
import static dev.jacobi.check.Judged.verdict;
import static dev.jacobi.check.Judged.verdicts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// More habits of writers, seen in lecture notes, blogs and solutions: what is no claim is not
/// judged as one, and what holds somewhere is judged there.
class WildHabitsTest {
  private static final String BATCH =
      """
      X in R[N, D],  T in R[N, K]
      W in R[D, K],  b in R[1, K]
      assume rowsum(T) = 1
      Z = X W + ones(N) b
      Y = softmax(Z)
      C = -sum(T .* log(Y))
      alias y = Y, t = T
      """;

  @Test
  void finalSigmaIsALetterOfItsOwn() {
    assertThat(verdict(NET, "$$p_k = \\varsigma(s)_k = \\frac{e^{s_k}}{\\sum_j e^{s_j}}$$"))
        .isNotIn(Verdict.REFUTED, Verdict.MALFORMED);
    assertThat(verdict(NET, "$$p_k = \\sigma(s)_k$$")).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void anArrayOfItsOwnEntriesSaysHowTheyAreCalled() {
    assertThat(verdict(NET, "say $\\mathbf{x} = [x_1, x_2]$")).isEqualTo(Verdict.NOTATION);
    assertThat(
            verdict(
                NET,
                "$$W = \\begin{bmatrix} w_{11} & \\cdots \\\\ w_{21} & \\cdots\\end{bmatrix}$$"))
        .isEqualTo(Verdict.NOTATION);
    assertThat(verdict("x in R[2]", "say $x = [x_2, x_1]$")).isNotEqualTo(Verdict.NOTATION);
  }

  @Test
  void whatFollowsASideThatIsNotUnderstoodIsJudgedByItself() {
    var all =
        judged(
            NET,
            "$$P(c = k | x) = p_k = \\frac{e^{s_k}}{\\sum_j e^{s_j}} = \\frac{e^{s_k}}{\\sum_j s_j}$$");
    assertThat(all)
        .extracting(Relation::verdict)
        .containsExactly(Verdict.UNREAD, Verdict.PROVED, Verdict.REFUTED);
  }

  @Test
  void whatADisplayLetsBeIsNoClaim() {
    String key = "v, e in R+\nq = sqrt(v)";
    assertThat(verdict(key, "$$v = v \\quad \\text{Let }~ q = \\sqrt{v + e}$$"))
        .isEqualTo(Verdict.DEFINITION);
    assertThat(verdict(key, "$$v = v \\quad q = \\sqrt{v + e}$$")).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void theNameOfADifferentialMayBeBoldBehindItsD() {
    assertThat(
            verdict(
                NET,
                "$$\\frac{\\partial L}{\\partial b} = d\\boldsymbol{s} = \\boldsymbol{p} - t$$"))
        .isEqualTo(Verdict.PROVED);
  }

  @Test
  void aSignAloneIsSpokenOf() {
    assertThat(judged(NET, "where $\\odot$ is taken entry by entry, and $-$ is minus")).isEmpty();
  }

  @Test
  void aLetterMayRunOverAnything() {
    assertThat(verdict(NET, "for all $i \\in C$")).isEqualTo(Verdict.DEFINITION);
  }

  @Test
  void aSectionBeginsAtALineThatBeginsWithItsLabel() {
    String key =
        """
        section "Softmax / (a)"
        x in R

        section "Softmax / (b)"
        x in R[n]
        """;
    var all =
        judged(
            key,
            """
            # Softmax

            (a) Show for a number that its logarithm, where it has one at all, takes it back.

            $$\\log e^x = x$$

            (b) Show the same of the vector $x$, whose entries are added up.

            $$\\sum_i \\log e^{x_i} = \\sum_i x_i$$
            """);
    assertThat(all.getFirst().verdict()).isEqualTo(Verdict.PROVED);
    assertThat(all.getLast().verdict()).isEqualTo(Verdict.PROVED);
  }

  @Test
  void aSumUpToWhatNothingDeclaresRunsOverTheAxis() {
    Relation r = last(NET, "$$p_k = \\frac{e^{s_k}}{\\sum_{j=1}^{m} e^{s_j}}$$");
    assertThat(r.verdict()).isEqualTo(Verdict.NOTATION);
    assertThat(r.message()).contains("`m` is not declared: j runs up to K");
    assertThat(verdict(NET, "$$p_k = \\frac{s_k}{\\sum_{j=1}^{m} e^{s_j}}$$"))
        .isEqualTo(Verdict.REFUTED);
  }

  @Test
  void theCommandsOfANotebookAreNoCodeAndMoveNoPlace() {
    Checked c =
        Checker.check(
            "notes.md",
            "```python\n%matplotlib inline\n!echo (it's\nds = p - t\n```\n",
            Optional.of(NET));
    assertThat(c.relations()).extracting(Relation::verdict).containsExactly(Verdict.PROVED);
    assertThat(c.relations().getFirst().place().line()).isEqualTo(4);
    assertThat(c.relations().getFirst().written()).isEqualTo("ds = p - t");
  }

  @Test
  void deltaOfALayerIsNotKroneckers() {
    var all =
        judged(
            BATCH,
            """
            $$\\delta_{o} = \\frac{\\partial C}{\\partial Z} = Y - T$$

            $$\\frac{\\partial C}{\\partial W} = X^T \\delta_{o} = X^T (T - Y)$$
            """);
    assertThat(all)
        .extracting(Relation::verdict)
        .containsExactly(Verdict.DEFINITION, Verdict.PROVED, Verdict.PROVED, Verdict.REFUTED);
  }

  @Test
  void theRowsOfAMatrixAddUpToARow() {
    String sum = "$$\\frac{\\partial C}{\\partial b} = \\sum_{i=1}^N %s$$";
    assertThat(verdict(BATCH, sum.formatted("(\\mathbf{y}_i - \\mathbf{t}_i)")))
        .isEqualTo(Verdict.PROVED);
    assertThat(verdict(BATCH, sum.formatted("(\\mathbf{y}_i + \\mathbf{t}_i)")))
        .isEqualTo(Verdict.REFUTED);
  }

  @Test
  void twoEquationsStandSideBySideInARow() {
    assertThat(
            judged(
                NET, "\\begin{align} s = W x + b && p = \\operatorname{softmax}(s) \\end{align}"))
        .extracting(Relation::verdict)
        .containsExactly(Verdict.PROVED, Verdict.PROVED);
  }

  @Test
  void softmaxOfAnEntryIsTheEntryOfIt() {
    String right = "\\frac{e^{x_i}}{\\sum_k e^{x_k}}";
    assertThat(last(SOFT, "$softmax(x_i) = " + right + "$").verdict()).isEqualTo(Verdict.NOTATION);
    assertThat(last(SOFT, "$S(x_i) = " + right + "$").verdict()).isEqualTo(Verdict.PROVED);
    assertThat(last(SOFT, "$S(x_i) = e^{x_i}$").verdict()).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void aDotBetweenTwoFactorsIsAProduct() {
    String key = "x in R[n], w in R[n]\ny = w' x\n";
    for (String dot : List.of("w_i . x_i", "w_i.x_i"))
      assertThat(last(key, "$y = \\sum_i " + dot + "$").verdict()).isEqualTo(Verdict.PROVED);
    assertThat(verdicts(key, "$y = w^T x. x^T w = y$")).hasSize(2);
  }

  @Test
  void whatIsLetBeIsSupposedFromThereOn() {
    String key = "X in R[n, d], w in R[d], t in R[n], a in R[n]\n";
    String then = "$. Then $X w - t = X X^T a - t$.";
    assertThat(verdicts(key, "Let $w = X^T a" + then))
        .endsWith(Verdict.DEFINITION, Verdict.CONDITIONAL);
    assertThat(verdicts(key, "Let $w = -X^T a" + then))
        .endsWith(Verdict.DEFINITION, Verdict.REFUTED);
  }

  @Test
  void aNewNameAtTheEndOfAChainIsGiven() {
    String key = "x in R[n], W in R[m, n]\ny = W x\nL(y) in R\n";
    String chain =
        "$\\frac{\\partial L}{\\partial x} = W^T \\frac{\\partial L}{\\partial y} = \\zeta$";
    assertThat(verdicts(key, chain + "\n\n$\\zeta = W^T \\frac{\\partial L}{\\partial y}$"))
        .containsExactly(Verdict.PROVED, Verdict.DEFINITION, Verdict.PROVED);
    assertThat(verdicts(key, chain + "\n\n$\\zeta = 2 W^T \\frac{\\partial L}{\\partial y}$"))
        .endsWith(Verdict.REFUTED);
  }

  @Test
  void whatBringsAllOfTheTruthExplainsNothing() {
    String key = "m, k in R+, p in (0,1)\n";
    Relation r = last(key, "$m (1 - p) - k p = 0$");
    assertThat(r.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(r.diagnosis()).contains(Code.UNKNOWN);
  }

  @Test
  void anInequalityThatHoldsForSomeValuesIsACondition() {
    String key = "x in R[n], u in R[n]\ns[i] = x[i] - u[i]\n";
    assertThat(last(key, "inside of it $s_i < 0.1$").verdict()).isEqualTo(Verdict.DEFINITION);
    assertThat(last(key, "$\\sum_i s_i^2 \\le -1$").verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(last(key, "$\\sum_i s_i^2 \\ge 0$").verdict()).isEqualTo(Verdict.AGREES);
  }

  @Test
  void reluInWordsIsNoStep() {
    String key = "a in R\n";
    assertThat(last(key, "$relu(a) = a - \\max(a, 0)$").verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(last(key, "$relu(a) = a - \\min(a, 0)$").verdict()).isNotEqualTo(Verdict.DEFINITION);
  }

  @Test
  void aNumberWithAnIndexIsTheShareOfOneExample() {
    String key =
        """
        X in R[N, n], w in R[n], y in R[N]
        p[i] = sigmoid(sum[j] X[i,j] w[j])
        L = -sum[i] (y[i] log(p[i]) + (1 - y[i]) log(1 - p[i])) / N
        """;
    String share = "$$L_i = -y_i \\log p_i - (1 - y_i) \\log(1 - p_i)$$";
    assertThat(verdict(key, share)).isEqualTo(Verdict.PROVED);
    String slope = "$$\\frac{\\partial L_i}{\\partial w_j} = %s X_{ij}$$";
    assertThat(verdict(key, slope.formatted("(p_i - y_i)"))).isEqualTo(Verdict.PROVED);
    assertThat(verdict(key, slope.formatted("(y_i - p_i)"))).isEqualTo(Verdict.REFUTED);
    assertThat(verdict(key, slope.formatted("\\frac{1}{N} (p_i - y_i)")))
        .isEqualTo(Verdict.REFUTED);
    assertThat(verdict(key, "$$L = \\sum_{i=1}^N L_i$$")).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void aDotBetweenVectorsIsTheirInnerProduct() {
    String key = "u in R[k], D in sym[k], lambda in R\nS = u' D u - lambda (u' u - 1)";
    assertThat(verdict(key, "$$S = u^T D u - \\lambda (u \\cdot u - 1)$$"))
        .isEqualTo(Verdict.PROVED);
    Relation sign = last(key, "$$S = u^T D u + \\lambda (u \\cdot u - 1)$$");
    assertThat(sign.diagnosis()).contains(Code.SIGN);
    assertThat(sign.correct().orElseThrow().text()).isEqualTo("u' D u - lambda (u' u - 1)");
    assertThat(verdict(key, "$$S = u^T D u - \\lambda (u u - 1)$$")).isEqualTo(Verdict.MALFORMED);
  }

  @Test
  void aDivisorThatIsARootIsNamed() {
    String key = "Q, K in R[n, d]\nZ = Q K' / sqrt(d)\nL(Z) in R";
    Relation lost =
        last(key, "$$\\frac{\\partial L}{\\partial Q} = \\frac{\\partial L}{\\partial Z} K$$");
    assertThat(lost.diagnosis()).contains(Code.FACTOR);
    assertThat(lost.message()).contains("the divisor `sqrt(d)` is missing");
  }

  @Test
  void aFactThatMayBeUsedForEverEnds() {
    String key = "theta in R\ny in R[N]\nF(theta) in R[N, N]\nK = F\nassume F = F'\nL = y' F y\n";
    String slope = "$\\frac{\\partial L}{\\partial \\theta} = y^T ";
    assertThat(Judged.verdict(key, slope + "\\frac{\\partial K}{\\partial \\theta} y$"))
        .isEqualTo(Verdict.PROVED);
  }
}
