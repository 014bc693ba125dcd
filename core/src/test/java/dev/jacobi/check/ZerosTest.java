package dev.jacobi.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a document sets to zero, what follows from it, and the steps of a descent: equations that
/// are no identities.
class ZerosTest {
  private static final String SQUARES =
      """
      X in R[N, D],  y in R[N],  w in R[D]
      a in R
      C = (y - X w)' (y - X w) / 2
      """;

  private static List<Relation> judged(String document) {
    Checked c = Checker.check("notes.md", document, Optional.of(SQUARES));
    assertThat(c.errors()).isEmpty();
    return c.relations();
  }

  private static final String NORMAL =
      """
      $$\\frac{\\partial C}{\\partial w} = 0 \\Rightarrow X^T X w - X^T y = 0$$

      $$X^T X w = X^T y$$

      $$w = (X^T X)^{-1} X^T y$$
      """;

  @Test
  void aConditionIsSolvedByWhatItRestsOn() {
    String key =
        "x in R[n,m], y in {-1,1}[n], w in R[m], b in R, c in R+[n]\n"
            + "Q = 1/2 ||w||^2 - sum[i] c[i] (y[i] (sum[j] w[j] x[i,j] + b) - 1)\n";
    String set =
        "Setting to zero $\\frac{\\partial Q}{\\partial w} = 0$ and $\\frac{\\partial Q}{\\partial b} = 0$:\n\n";
    String dual = "$$Q = \\sum_i c_i - \\frac12 \\sum_{i,j} c_i c_j y_i y_j x_i^T x_j$$";
    assertThat(Judged.verdict(key, set + dual)).isEqualTo(Verdict.CONDITIONAL);
    assertThat(Judged.verdict(key, set + dual.replace("- \\frac12", "+ \\frac12")))
        .isEqualTo(Verdict.REFUTED);
  }

  @Test
  void aConstraintHoldsWhereItsMultiplierIsSoughtToo() {
    String key =
        "c in R+[K], p in (0,1)[K], lambda in R\nN = sum(c)\n"
            + "Q = sum[k] c[k] log(p[k]) + lambda (sum(p) - 1)\n";
    String set = "$$\\frac{\\partial Q}{\\partial p_k} = \\frac{c_k}{p_k} + \\lambda = 0$$\n\n";
    assertThat(Judged.verdict(key, set + "$$\\lambda = -N$$")).isEqualTo(Verdict.CONDITIONAL);
    assertThat(Judged.verdict(key, set + "$$p_k = \\frac{c_k}{N}$$"))
        .isEqualTo(Verdict.CONDITIONAL);
    assertThat(Judged.verdict(key, set + "$$p_k = \\frac{c_k}{2 N}$$")).isEqualTo(Verdict.REFUTED);
    String other = "$$\\frac{\\partial Q}{\\partial \\lambda} = \\sum_k p_k - 1 = 0$$";
    assertThat(Judged.verdict(key, set + other)).isEqualTo(Verdict.DEFINITION);
  }

  @Test
  void theNormalEquationsHoldWhereTheGradientIsZero() {
    var all = judged(NORMAL);
    assertThat(all)
        .extracting(Relation::verdict)
        .containsExactly(
            Verdict.DEFINITION, Verdict.CONDITIONAL, Verdict.CONDITIONAL, Verdict.CONDITIONAL);
    assertThat(all.get(1).condition()).contains("dC/dw = 0, as was set");
  }

  @Test
  void whatDoesNotFollowFromTheConditionIsRefuted() {
    assertThat(
            judged(NORMAL.replace("$$X^T X w = X^T y$$", "$$X^T X w = -X^T y$$")).get(2).verdict())
        .isEqualTo(Verdict.REFUTED);
    assertThat(judged(NORMAL.replace("^{-1} X^T y", "^{-1} X^T y + w")).get(3).verdict())
        .isEqualTo(Verdict.REFUTED);
  }

  @Test
  void nothingHoldsBySettingBeforeAnythingIsSet() {
    assertThat(judged("$$X^T X w = X^T y$$").getLast().verdict()).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void thatAnEntryRestsOnNothingIsAClaim() {
    Checked c =
        Checker.check(
            "notes.md",
            "$$\\frac{\\partial p_i}{\\partial s_j} = 0$$",
            Optional.of("s in R[n]\np = softmax(s)\n"));
    assertThat(c.relations().getLast().verdict()).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void aStepIsNoEquationAndWhatItIsWrittenAsIsJudged() {
    var all =
        judged(
            """
            $$w = w - a \\frac{\\partial C}{\\partial w} = w - a X^T (X w - y) = w + a X^T (X w - y)$$
            """);
    assertThat(all)
        .extracting(Relation::verdict)
        .containsExactly(Verdict.DEFINITION, Verdict.PROVED, Verdict.REFUTED);
    assertThat(all.getLast().diagnosis()).contains(Code.SIGN);
  }

  @Test
  void aPartialSignThatIsLostBelowTheBarIsRead() {
    assertThat(judged("$$\\frac{\\partial C}{w} = X^T (X w - y)$$").getLast().verdict())
        .isEqualTo(Verdict.PROVED);
  }

  @Test
  void aMultipleOfTheConditionIsZeroWhereItIs() {
    String mean = SQUARES.replace("/ 2", "/ (2 N)");
    Checked c =
        Checker.check("notes.md", NORMAL.substring(0, NORMAL.indexOf("$$w")), Optional.of(mean));
    assertThat(c.relations())
        .extracting(Relation::verdict)
        .containsExactly(Verdict.DEFINITION, Verdict.CONDITIONAL, Verdict.CONDITIONAL);
  }

  @Test
  void oneSolutionOfSeveralIsSaidToBeOne() {
    Checked c =
        Checker.check(
            "notes.md",
            "Setting this to zero, $$a^2 - r^2 = 0$$ so that $$a = r$$ and not $$a = 2 r$$",
            Optional.of("a, r in R\nb = a\n"));
    assertThat(c.relations())
        .extracting(Relation::verdict)
        .containsExactly(Verdict.DEFINITION, Verdict.CONDITIONAL, Verdict.REFUTED);
    assertThat(c.relations().get(1).condition())
        .contains("a is this solution of a^2 - r^2 = 0, as was set");
  }

  @Test
  void aSetOfDataSetsNothing() {
    Checked c =
        Checker.check(
            "notes.md",
            "On the training set $$s - t = 0$$",
            Optional.of("s, t in R[n]\np = s + t\n"));
    assertThat(c.relations().getLast().verdict()).isEqualTo(Verdict.REFUTED);
  }

  private static List<Verdict> verdicts(String key, String document) {
    return Checker.check("notes.md", document, Optional.of(key)).relations().stream()
        .map(Relation::verdict)
        .toList();
  }

  private static final String GAUSSIAN =
      """
      x in R[n],  m in R,  s in R+
      l = -n log(s) - 1/2 sum[i] (x[i] - m)^2 / s^2
      """;

  @Test
  void whatASearchFindsToHoldAtTheZerosHoldsThere() {
    String text = "We set $\\frac{\\partial l}{\\partial s} = 0$.\n\n$$%s$$";
    for (String right :
        List.of(
            "s^2 = \\frac{1}{n} \\sum_i (x_i - m)^2",
            "\\frac{1}{n} \\sum_i (x_i - m)^2 = s^2",
            "n s^2 - \\sum_i (x_i - m)^2 = 0",
            "s = \\sqrt{\\frac{1}{n} \\sum_i (x_i - m)^2}"))
      assertThat(verdicts(GAUSSIAN, text.formatted(right)).getLast())
          .as(right)
          .isEqualTo(Verdict.CONDITIONAL);
    for (String wrong :
        List.of(
            "s^2 = \\frac{1}{n - 1} \\sum_i (x_i - m)^2",
            "s = \\frac{1}{n} \\sum_i (x_i - m)^2", "m = \\frac{1}{n} \\sum_i x_i"))
      assertThat(verdicts(GAUSSIAN, text.formatted(wrong)).getLast())
          .as(wrong)
          .isEqualTo(Verdict.REFUTED);
  }

  @Test
  void aDerivativeIsNotToldByWhereItIsZero() {
    String text =
        "Setting $\\frac{\\partial C}{\\partial w} = 0$, with\n\n"
            + "$$\\frac{\\partial C}{\\partial w} = 2 X^T (X w - y)$$";
    assertThat(judged(text).getLast().verdict()).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void bothSidesMayBeMultipliedByAnInverse() {
    assertThat(
            judged(NORMAL + "\n$$(X^T X)^{-1} X^T X w = (X^T X)^{-1} X^T y$$").getLast().verdict())
        .isEqualTo(Verdict.CONDITIONAL);
  }

  @Test
  void wordsMaySetAllDerivativesToZero() {
    String key =
        """
        w in R[D],  x in R[N, D],  y in {-1,1}[N],  b, u in R[N],  c in R
        L = 1/2 ||w||^2 + c sum(u) - sum[n] b[n] (y[n] sum[j] w[j] x[n,j] - 1 + u[n])
        """;
    String text = "We set the derivatives to zero:\n\n$$w = %s$$\n\nand $c = b_n$.";
    assertThat(verdicts(key, text.formatted("\\sum_{n=1}^N b_n y_n x_n")))
        .endsWith(Verdict.CONDITIONAL, Verdict.CONDITIONAL);
    assertThat(verdicts(key, text.formatted("\\sum_{n=1}^N b_n x_n"))).contains(Verdict.REFUTED);
    assertThat(verdicts(key, "$$w = \\sum_{n=1}^N b_n y_n x_n$$")).endsWith(Verdict.REFUTED);
  }

  @Test
  void wordsThatLeadToNothingSetNothingForLater() {
    String text = "Setting the gradient to zero, $w = 3 y$. Later, $X^T X w = X^T y$.";
    assertThat(judged(text)).extracting(Relation::verdict).doesNotContain(Verdict.CONDITIONAL);
  }

  @Test
  void theDerivativeOfAFormulaMayBeSetToZeroAtTheEndOfAChain() {
    String eigen = "u in R[k], D in sym[k], lambda in R\nS = u' D u - lambda (u' u - 1)";
    for (String says : List.of("D u = \\lambda u", "D u = -\\lambda u")) {
      Checked c =
          Checker.check(
              "notes.md",
              "It is critical when $$\\nabla_u S = 2 D u - 2 \\lambda u = 0$$ so $" + says + "$.",
              Optional.of(eigen));
      assertThat(c.relations())
          .extracting(Relation::verdict)
          .containsExactly(
              Verdict.PROVED,
              Verdict.DEFINITION,
              says.contains("-") ? Verdict.REFUTED : Verdict.CONDITIONAL);
    }
    String gain =
        """
        K in R[n, m], G in R[m, n], Q in psd[n], R in psd[m]
        P = (I(n) - K G) Q (I(n) - K G)' + K R K'
        """;
    String trace =
        """
        $$\\frac{d\\,\\mathrm{tr}(P)}{dK} = -2 (GQ)^T + 2K(GQG^T + R) = 0$$

        $$QG^T = K(GQG^T + R)$$
        """;
    assertThat(Checker.check("notes.md", trace, Optional.of(gain)).relations())
        .extracting(Relation::verdict)
        .containsExactly(Verdict.PROVED, Verdict.DEFINITION, Verdict.CONDITIONAL);
  }

  private static final String DESCENT =
      "X in R[m,n], w in R[n], y in R[m], a in R\nC = ||X w - y||^2\nwn = w - a grad(C, w)\n";

  private static final String SLOPE =
      "We need $\\frac{\\partial C}{\\partial w} = 2 X^T (X w - y)$. ";

  @Test
  void anEquationForTheLeastCostIsConditionalWhateverWordsSaySo() {
    for (String equation : new String[] {"X^T X w = X^T y", "w = (X^T X)^{-1} X^T y"}) {
      Relation r = Judged.last(DESCENT, SLOPE + "The best weights obey $" + equation + "$.");
      assertThat(r.verdict()).as(equation).isEqualTo(Verdict.CONDITIONAL);
      assertThat(r.condition()).contains("dC/dw = 0, which is left unsaid");
    }
    assertThat(Judged.verdict(DESCENT, "The best weights obey $X^T X w = X^T y$."))
        .isEqualTo(Verdict.REFUTED); // of a document that takes no such derivative
  }

  @Test
  void whatIsWrongIsNotExcusedByWhereADerivativeIsZero() {
    for (String wrong :
        new String[] {
          "w = (X^T X)^{-1} X y",
          "X^T X w = -X^T y",
          "wn = w + a \\frac{\\partial C}{\\partial w}",
          "\\frac{\\partial C}{\\partial w} = X^T (X w - y)",
          "2 X^T (X w - y) = 3 X^T (X w - y)"
        })
      assertThat(Judged.verdict(DESCENT, SLOPE + "$" + wrong + "$").isWrong()).as(wrong).isTrue();
  }

  private static final String LIKELIHOOD =
      "x in R[n], mu in R, sigma in R+\nl = -n log(sigma) - sum((x - mu).^2) / (2 sigma^2)\n";

  @Test
  void aDerivativeIsByAPowerOfANumber() {
    String slope = "\\frac{\\partial l}{\\partial \\sigma^2} = ";
    String right = "-\\frac{n}{2 \\sigma^2} + \\frac{1}{2 \\sigma^4} \\sum_i (x_i - \\mu)^2";
    assertThat(Judged.verdict(LIKELIHOOD, "$" + slope + right + "$")).isEqualTo(Verdict.PROVED);
    assertThat(Judged.last(LIKELIHOOD, "$" + slope + right.replace("-", "") + "$").verdict())
        .isEqualTo(Verdict.REFUTED);
    String least = "$\\sigma^2 = \\frac1n \\sum_i (x_i - \\mu)^2$";
    assertThat(Judged.verdict(LIKELIHOOD, "$" + slope + right + " = 0$, so " + least))
        .isEqualTo(Verdict.CONDITIONAL);
  }

  @Test
  void severalDerivativesAreZeroTogether() {
    String key =
        "x, y in R[n], a, b in R\nR = ||y - a - b x||^2\nS = ||a + b x - mean(y)||^2\n"
            + "T = ||y - mean(y)||^2\n";
    String set =
        "At the minimum $\\frac{\\partial R}{\\partial a} = 0$ and"
            + " $\\frac{\\partial R}{\\partial b} = 0$. ";
    Relation r = Judged.last(key, set + "So $T = S + R$.");
    assertThat(r.verdict()).isEqualTo(Verdict.CONDITIONAL);
    assertThat(r.condition()).contains("dR/da = 0 and dR/db = 0, as was set");
    assertThat(Judged.verdict(key, set + "So $T = S + 2 R$.")).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void onlyADerivativeThatTheDocumentTakesIsZeroUnsaid() {
    String key =
        "x in R[n]\nm = mean(x)\nv = mean((x - m).^2)\nh = (x - m) / sqrt(v + 1)\n" + "L(h) in R\n";
    String slope = "We need $\\frac{\\partial L}{\\partial x}$. ";
    assertThat(Judged.verdict(key, slope + "$x_i = m$")).isEqualTo(Verdict.REFUTED);
    assertThat(Judged.verdict(key, slope + "$\\sum_i \\frac{\\partial L}{\\partial x_i} h_i = 0$"))
        .isEqualTo(Verdict.REFUTED);
  }
}
