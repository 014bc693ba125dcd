package dev.jacobi.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// More habits of writers, seen in lecture notes, blogs and solutions: what is no claim is not
/// judged as one, and what holds somewhere is judged there.
class WildHabitsTest {
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

  private static Relation last(String key, String document) {
    return judged(key, document).getLast();
  }

  private static Verdict verdict(String key, String document) {
    return last(key, document).verdict();
  }

  @Test
  void aLetterAndANumberAreACase() {
    assertThat(judged("x in R[n]", "two classes $c=1$ and $c=0$, or $c=2$"))
        .extracting(Relation::verdict)
        .containsOnly(Verdict.DEFINITION);
  }

  @Test
  void aLengthIsToldAndNotClaimed() {
    assertThat(verdict(NET, "with $K = 10$ classes")).isEqualTo(Verdict.DEFINITION);
    assertThat(verdict(NET, "pixels, $n = 28 \\times 28$")).isEqualTo(Verdict.DEFINITION);
  }

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

  private static final String CASES =
      """
      For the case when $i = j$:

      We use the quotient rule, and nothing that is not known to every reader of these notes.

      $$\\frac{\\partial p_i}{\\partial s_j} = p_i (1 - p_i)$$
      """;

  @Test
  void aCaseLastsUntilTheTextGoesOn() {
    Relation r = last(NET, CASES);
    assertThat(r.verdict()).isEqualTo(Verdict.CONDITIONAL);
    assertThat(r.condition()).contains("i == j, as line 1 says");
    Relation after = last(NET, CASES.replace("We use", "Combining both, we use"));
    assertThat(after.verdict()).isEqualTo(Verdict.REFUTED);
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

  private static final String SOFT = "x in R[n]\nS = softmax(x)\n";

  private static final String SLOPE = "\\frac{\\partial S_i}{\\partial x_j}";

  private static List<Verdict> verdicts(String key, String document) {
    return judged(key, document).stream().map(Relation::verdict).toList();
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

  private static final String NORM =
      """
      x in R[n]
      m = sum(x) / n
      s = sum((x - m).^2) / n
      h[i] = (x[i] - m) / sqrt(s)
      L(h) in R
      """;

  @Test
  void aDerivativeAlongOneEdgeHoldsWhereTheOthersAreHeld() {
    String edge = "$\\frac{\\partial h_i}{\\partial x_i} = \\frac{1}{\\sqrt{s}}$";
    String sum =
        "\n\n$\\frac{\\partial L}{\\partial x_i} ="
            + " \\frac{\\partial L}{\\partial h_i} \\frac{1}{\\sqrt{s}}"
            + " + \\frac{\\partial L}{\\partial s} \\frac{2 (x_i - m)}{n}"
            + " + \\frac{\\partial L}{\\partial m} \\frac{1}{n}$";
    assertThat(verdicts(NORM, edge + sum)).containsExactly(Verdict.CONDITIONAL, Verdict.PROVED);
    // who takes no derivative by m and s forgets them
    assertThat(verdicts(NORM, edge)).containsExactly(Verdict.REFUTED);
  }

  @Test
  void aNumberOfTheTestsIsNoSizeOfTheDocument() {
    String wrong = "$\\frac{\\partial h_i}{\\partial x_i} = \\frac{n - 1 - h_i^2}{3 \\sqrt{s}}$";
    assertThat(last(NORM, wrong).verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(last(NORM, wrong.replace("3", "n")).verdict()).isIn(Verdict.PROVED, Verdict.AGREES);
  }

  @Test
  void softmaxOfAnEntryIsTheEntryOfIt() {
    String right = "\\frac{e^{x_i}}{\\sum_k e^{x_k}}";
    assertThat(last(SOFT, "$softmax(x_i) = " + right + "$").verdict()).isEqualTo(Verdict.NOTATION);
    assertThat(last(SOFT, "$S(x_i) = " + right + "$").verdict()).isEqualTo(Verdict.PROVED);
    assertThat(last(SOFT, "$S(x_i) = e^{x_i}$").verdict()).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void sumsMayBeCountedFromZero() {
    String key = "x in R[n], w in R[n]\ny = w' x\n";
    assertThat(last(key, "$y = \\sum_{i=0}^{n-1} w_i x_i$").verdict()).isEqualTo(Verdict.NOTATION);
    assertThat(last(key, "$y = \\sum_{i=0}^{n-2} w_i x_i$").verdict()).isNotEqualTo(Verdict.PROVED);
    assertThat(last(key, "$y = \\sum_{i=0}^{n-1} i w_i x_i$").verdict()).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void aDotBetweenTwoFactorsIsAProduct() {
    String key = "x in R[n], w in R[n]\ny = w' x\n";
    for (String dot : List.of("w_i . x_i", "w_i.x_i"))
      assertThat(last(key, "$y = \\sum_i " + dot + "$").verdict()).isEqualTo(Verdict.PROVED);
    assertThat(verdicts(key, "$y = w^T x. x^T w = y$")).hasSize(2);
  }

  @Test
  void theNumbersOfAnExampleAreNoClaim() {
    String key = "W in R[2, 2], x in R[2]\nz = W x\n";
    String text = "Take $x = \\begin{bmatrix} 1 \\\\ 3 \\end{bmatrix}$. Then $z = W x = %s$";
    String product =
        "\\begin{bmatrix} 1 & 2 \\\\ 0 & 1 \\end{bmatrix} \\begin{bmatrix} 1 \\\\ 3 \\end{bmatrix}"
            + " = \\begin{bmatrix} 7 \\\\ 3 \\end{bmatrix}";
    assertThat(verdicts(key, text.formatted(product)))
        .containsExactly(Verdict.DEFINITION, Verdict.PROVED, Verdict.DEFINITION, Verdict.PROVED);
    assertThat(verdicts(key, text.formatted(product.replace("7", "8")))).endsWith(Verdict.REFUTED);
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

  private static final String CROSS =
      "y in {0,1}, p in (0,1)\nL = -(y log(p) + (1 - y) log(1 - p))\n";

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

  @Test
  void anInequalityThatHoldsForSomeValuesIsACondition() {
    String key = "x in R[n], u in R[n]\ns[i] = x[i] - u[i]\n";
    assertThat(last(key, "inside of it $s_i < 0.1$").verdict()).isEqualTo(Verdict.DEFINITION);
    assertThat(last(key, "$\\sum_i s_i^2 \\le -1$").verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(last(key, "$\\sum_i s_i^2 \\ge 0$").verdict()).isEqualTo(Verdict.AGREES);
  }

  @Test
  void numbersForAConstantAreAClaim() {
    String key = "a in R\nq = a^2 / 2\n";
    String second = "$\\frac{\\partial^2 q}{\\partial a^2} = %s$";
    assertThat(last(key, second.formatted("0.5")).verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(last(key, second.formatted("1.0")).verdict()).isEqualTo(Verdict.PROVED);
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
  void theNumbersOfAnExampleGiveTheNextToTheDigitsThatAreWritten() {
    String key = "z, w in R, x, v in R[3]\nq = sigmoid(z)\nJ = (w - q)^2";
    String rounded = "$$J = (w - q)^2 = (0.1 - 0.05259044)^2 = %s$$";
    assertThat(verdict(key, rounded.formatted("0.002247666008770466"))).isEqualTo(Verdict.NOTATION);
    assertThat(verdict(key, rounded.formatted("0.0023"))).isEqualTo(Verdict.NOTATION);
    assertThat(verdict(key, rounded.formatted("0.0033"))).isEqualTo(Verdict.REFUTED);
    String exponential = "$$q = \\frac{1}{1+e^{-z}} = \\frac{1}{1+e^{-0.628}} = 0.65203583$$";
    assertThat(judged(key, exponential))
        .extracting(Relation::verdict)
        .doesNotContain(Verdict.REFUTED);
    String norms =
        "$$\\|x\\|^2 \\|v\\|^2 = (\\sqrt{1^2+3^2+1^2})^2 (\\sqrt{%s^2+6^2})^2 = 11 \\cdot 52$$";
    assertThat(verdict(key, norms.formatted("(-4)"))).isEqualTo(Verdict.PROVED);
    assertThat(verdict(key, norms.formatted("-4"))).isEqualTo(Verdict.REFUTED);
    assertThat(verdict(key, "$$\\frac{\\partial^2 J}{\\partial w^2} = 0.5$$"))
        .isEqualTo(Verdict.REFUTED);
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
}
