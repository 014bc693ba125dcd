package dev.jacobi.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// How writers set formulas: what only looks different is read alike, and what is wrong stays wrong
/// in every dress.
class ReadingHabitsTest {
  private static List<Relation> judged(String key, String document) {
    Checked c = Checker.check("notes.md", document, Optional.of(key));
    assertThat(c.errors()).isEmpty();
    return c.relations();
  }

  private static void proved(String key, String... formulas) {
    for (String f : formulas) {
      List<Relation> all = judged(key, "$$" + f + "$$");
      assertThat(all).as(f).isNotEmpty();
      assertThat(all).as(f).extracting(Relation::verdict).containsOnly(Verdict.PROVED);
    }
  }

  private static Verdict last(String key, String formula) {
    return judged(key, "$$" + formula + "$$").getLast().verdict();
  }

  private static final String MATRIX =
      "X in R[n, m], A in R[n, n], x in R[n], c in R\ny = X ones(m)";

  @Test
  void onesAndTheIdentityHaveTheSizeThatFits() {
    proved(
        MATRIX,
        "y = X \\mathbf{1}",
        "y = X \\mathbf{1_m}",
        "y = X 1_m",
        "(A - I) x = A x - x",
        "(c \\mathbf{I} + A) x = c x + A x",
        "\\mathbf{1}^T x = \\sum_i x_i");
    assertThat(last(MATRIX, "(A - I) x = A x + x")).isEqualTo(Verdict.REFUTED);
    assertThat(last(MATRIX, "X - I = X")).isEqualTo(Verdict.UNREAD);
  }

  @Test
  void aSignWithSomethingAboveOrBelowIsThatSign() {
    String key = "x, w in R[n]\ny = w' x";
    proved(
        key,
        "y \\underset{\\text{def}}= w^T x \\overset{(a)}{=} x^T w",
        "y \\underset{w = w}{=} \\sum_i x_i w_i");
    assertThat(last(key, "y \\underset{(a)}{=} - w^T x")).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void rowsMayEndInWords() {
    String key = "x, b in R[n]\nz = x + b\na = 2 z";
    proved(
        key,
        "\\begin{aligned} z &= x + b \\newline a &= 2 z \\end{aligned}",
        "\\text{(sum) } z = x + b",
        "\\text{The sum: } z = x + b",
        "\\textbf{Sum} \\quad z = x + b",
        "(1) \\quad z = x + b",
        "(Sum) \\space z = x + b",
        "z = x + b \\quad \\blacksquare");
    assertThat(judged(key, "$\\square$ and $Q.E.D.$")).isEmpty();
  }

  @Test
  void markdownEscapesAreNoMathematics() {
    String key = "x, y in R[n]\nC = ||x - y||^2";
    assertThat(
            judged(key, "\\\\[ C = \\|\\|x - y\\|\\|\\_2^2 = \\sum\\_{i} (x\\_i - y\\_i)^2 \\\\]"))
        .hasSize(2)
        .extracting(Relation::verdict)
        .containsOnly(Verdict.PROVED);
    proved(key, "C = \\|x\\|^2 - 2 x^T y + \\|y\\|^2");
  }

  @Test
  void textInAFormulaMayHoldFormulas() {
    String key = "x in R[n]\np = softmax(x)";
    List<Relation> all =
        judged(
            key,
            "so $\\frac{\\partial p_i}{\\partial x_j} = \\begin{cases} p_i (1 - p_j)"
                + " & \\mbox{if $i = j$} \\\\ -p_i p_j & \\mbox{if $i \\neq j$} \\end{cases}$ and"
                + " $\\sum_i p_i = \\colorbox{yellow}{$1$}$ and $\\bbox[5px]{\\sum_i p_i = 1}$");
    assertThat(all).hasSize(3).extracting(Relation::verdict).containsOnly(Verdict.PROVED);
    assertThat(judged("x in R", "costs \\text{$5 and $x = x$")).hasSize(1);
  }

  @Test
  void aFunctionIsItsValueBesideItself() {
    String key = "x in R\ng(x) = 1 / (1 + exp(-x))";
    proved(
        key,
        "g'(x) = g(1 - g)",
        "\\sigma'(x) = \\sigma(1 - \\sigma)",
        "\\frac{d\\tanh(x)}{dx} = 1 - \\tanh^2");
    assertThat(last(key, "g'(x) = g(1 + g)")).isEqualTo(Verdict.REFUTED);
    assertThat(last(key, "\\sigma'(x) = \\sigma(1 + \\sigma)")).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void primesOfFunctionsTakeFormulas() {
    String key = "a, x in R[n], u in R\ng(u) in R\nf(x) = g(a' x)";
    proved(
        key,
        "\\frac{\\partial f}{\\partial x_i} = g'(a^T x) a_i",
        "\\nabla f(x) = g^{'}(a^T x) a = g^{\\prime}(a^T x) a",
        "\\nabla^2 f(x) = g''(a^T x) a a^T = g^{\\prime\\prime}(a^T x) a a^T");
    assertThat(last(key, "\\nabla f(x) = g''(a^T x) a")).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void gradientsTakeTheProductThatFollows() {
    String key = "A in sym[n], b, c, x in R[n]\nf(x) = 1/2 x' A x + b' x";
    proved(
        key,
        "\\nabla_x x^T A x = 2 A x",
        "\\nabla_x c^T x = c",
        "\\triangledown_x f = A x + b",
        "\\nabla f(x) = \\nabla (\\frac{1}{2} x^T A x + b^T x) = A x + b");
    assertThat(last(key, "\\nabla_x x^T A x = A x")).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void derivativesStandInManyWays() {
    String key = "y in R[n], x in R[n]\nL = -sum[i] y[i] x[i]\ns in R\na = log(1 + exp(s))";
    proved(
        key,
        "\\frac{\\partial L}{\\partial x_j} = \\frac{-\\partial \\sum_i y_i x_i}{\\partial x_j}",
        "\\frac{\\partial^2}{\\partial s^2} a = \\sigma(s) (1 - \\sigma(s))",
        "\\frac{\\partial x_k}{\\partial x_i} = 1(k == i)");
    assertThat(last(key, "\\frac{\\partial^2}{\\partial s^2} a = \\sigma(s)"))
        .isEqualTo(Verdict.REFUTED);
  }

  @Test
  void aSubscriptOfASubscriptIsTheIndex() {
    String key = "x in R[n, d], o_in in R[3]\nmu_phi[l] = sum[i] x[i,l] / n\no_out = softmax(o_in)";
    proved(
        key,
        "\\mu_{\\phi_{l}} = \\frac{1}{n} \\sum_{i=1}^n x_{il}",
        "\\frac{\\partial o_{out_1}}{\\partial o_{in_1}} = o_{out_1} (1 - o_{out_1})");
  }

  @Test
  void anEntryOfANameWithALayerAboveHasItsIndexOnEitherSide() {
    String key = "a in R[p], W in R[p, q]\nz = W' a\nalias \"z^{(l)}\" = z, \"w^{(l)}\" = W";
    proved(key, "z_j^{(l)} = \\sum_i w_{ij}^{(l)} a_i", "z^{(l)}_j = \\sum_i w^{(l)}_{ij} a_i");
  }

  @Test
  void aRowOfANamedMatrixIsAColumn() {
    String key = "v in R[D], u_neg in R[K, D]\ns[k] = sum[j] u_neg[k,j] v[j]";
    proved(key, "s_k = u_{neg,k}^T v", "s_k = u_{\\text{neg},k}^T v");
  }

  @Test
  void aNameOfTheKeyHidesEulersNumber() {
    String key = "r in R[m, n], p in R[m], q in R[n]\ne[i,j] = r[i,j] - p[i] q[j]";
    proved(key, "e_{ij}^2 = (r_{ij} - p_i q_j)^2");
    assertThat(last("x in R[n]", "e_i^2 = x_i")).isEqualTo(Verdict.UNREAD);
  }

  @Test
  void doubleBarsAreWrittenInManyWays() {
    String key = "x in R[n]";
    proved(
        key,
        "\\left|\\left|x\\right|\\right|^2 = x^T x",
        "\\left|\\left|x\\right|\\right|_2^2 = x^T x",
        "|x|^2 = x^T x");
  }

  @Test
  void aStarJoinsMatricesThatOnlyFitEntryByEntry() {
    String key = "z, h, k in R[N, q], A, B in R[n, n]\nm = (1 - z) .* h + z .* k\nP = A .* B";
    proved(key, "m = (1 - z) * h + z * k");
    assertThat(last(key, "P = A * B")).isNotEqualTo(Verdict.PROVED);
    proved("X in R[n, m], w in R[m]\ny = X w", "y = X@w");
  }

  @Test
  void lettersBeforeABracketAreAWord() {
    assertThat(judged("p in (0,1)", "$logit(p) = \\log \\frac{p}{1-p}$ and $Loss(p) = -\\log p$"))
        .extracting(Relation::verdict)
        .containsOnly(Verdict.DEFINITION);
  }

  @Test
  void plainTextHasPowersOfFunctionsToo() {
    assertThat(judged("z in R\nh = tanh(z)", "```\n∂h/∂z = 1 - tanh²(z) = 1 - h²\n```"))
        .extracting(Relation::verdict)
        .containsOnly(Verdict.PROVED);
  }

  @Test
  void whatACostDependsOnIsOnlySaid() {
    String key =
        """
        t1, t2, x, y in R
        J = (y - t1 t2 x)^2
        alias "\\theta_1" = t1, "\\theta_2" = t2, "J_{one-sample}" = J
        """;
    proved(
        key,
        "J(\\theta) = (y - \\theta_1 \\theta_2 x)^2",
        "J(q \\| p) = (y - \\theta_1 \\theta_2 x)^2",
        "J_{one-sample}(\\theta, o, V) = (y - \\theta_1 \\theta_2 x)^2",
        "\\frac{\\partial J(\\theta)}{\\partial \\theta_1} = -2 (y - \\theta_1 \\theta_2 x) \\theta_2 x");
    assertThat(last(key, "J (x + y) = J")).isEqualTo(Verdict.REFUTED);
    assertThat(last(key, "P(q | p) = J")).isEqualTo(Verdict.UNREAD);
    assertThat(last(key, "J(x | p) = x")).isEqualTo(Verdict.UNREAD); // it may be another J
  }

  @Test
  void whatIsSoughtIsNoClaim() {
    String key = "X in R[m, n], w in R[n]\nv = w' X' X w";
    for (String f :
        List.of(
            "\\underset{w}{\\operatorname{arg\\,max}}\\, v = w^T X^T X w",
            "\\min_w v = 0",
            "w = \\arg\\min_w v")) assertThat(last(key, f)).as(f).isEqualTo(Verdict.UNREAD);
  }

  @Test
  void aPrimeBeforeAnIndexMakesANewName() {
    String key = "x in R[m, n], mu, s in R[n]";
    List<Relation> all =
        judged(
            key,
            "$x'_{ij} = (x_{ij} - \\mu_j) / s_j$, by $s$\n\nso $x'_{ij} s_j = x_{ij} - \\mu_j$"
                + " and not $x'_{ij} s_j = x_{ij} + \\mu_j$");
    assertThat(all)
        .extracting(Relation::verdict)
        .containsSequence(Verdict.PROVED, Verdict.REFUTED)
        .startsWith(Verdict.DEFINITION);
    assertThat(last(key, "s_j x'_{ij} = x_{ij} - \\mu_j")).isEqualTo(Verdict.UNREAD);
    proved("X in R[m, n], b in R[n]\ny = X b", "y_i = X'_i b");
  }

  @Test
  void aNameOfSeveralLettersHasItsAlias() {
    String key =
        "x, net1 in R\nout1 = sigmoid(net1)\n"
            + "alias \"net_{h_{1}}\" = net1, \"out_{h_{1}}\" = out1";
    proved(
        key,
        "out_{h_1} = \\frac{1}{1 + e^{-net_{h_1}}}",
        "\\frac{\\partial out_{h_{1}}}{\\partial net_{h_1}} = out_{h_1} (1 - out_{h_1})");
  }

  @Test
  void aDiagonalMayBeWrittenOut() {
    String key = "s in R+[d]\nS = diag(s.^2)";
    proved(key, "S = \\text{diag}(s_1^2, \\ldots, s_d^2)");
    assertThat(last(key, "S = \\text{diag}(s_1, \\ldots, s_d)")).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void aGradientOfNothingIsThatOfTheCost() {
    String key = "X in R[N, p], W in R[p, q]\nZ = X W\nH = tanh(Z)\nL(H) in R";
    proved(key, "\\nabla_W = X^T \\nabla_Z");
    assertThat(last(key, "\\nabla_W = -X^T \\nabla_Z")).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void aStopBeforeAFactorMultipliesThoughItStandsAsAtTheEndOfASentence() {
    String key = "x in R[n], W in R[a, n]\nz = W x\nJ(z) in R";
    proved(
        key,
        "\\frac{\\partial J}{\\partial W_{ij}} = \\frac{\\partial J}{\\partial z_i}. "
            + "\\frac{\\partial z_i}{\\partial W_{ij}}");
    proved(key, "z = W x. \\frac{\\partial J}{\\partial x} = W^T \\frac{\\partial J}{\\partial z}");
  }

  @Test
  void aLetterWithItsRangeIsNoNameForIt() {
    String key = "x in R[n]\np = softmax(x)\nL(p) in R";
    String chain =
        "\\frac{\\partial L}{\\partial x_i} = \\sum_{j=1}^n \\frac{\\partial L}{\\partial p_j}"
            + " \\frac{\\partial p_j}{\\partial x_i}";
    assertThat(last(key, "i = \\{ 1, 2, ..., n \\}, \\quad " + chain)).isEqualTo(Verdict.PROVED);
  }

  @Test
  void anAxisOfLengthDLeavesDerivativesBe() {
    String key = "x in R, w in R[d]\ny = x^3\nL = ||w||^2 / d\n";
    assertThat(Judged.verdict(key, "$\\frac{dy}{dx} = 3 x^2$")).isEqualTo(Verdict.PROVED);
    assertThat(Judged.verdict(key, "$\\frac{d}{dx} x^2 = 2 x$")).isEqualTo(Verdict.PROVED);
    assertThat(Judged.verdict(key, "$\\frac{dy}{dx} = \\frac{y}{x}$")).isEqualTo(Verdict.REFUTED);
    assertThat(Judged.verdict(key, "$L = \\frac{1}{d} \\sum_j w_j^2$")).isEqualTo(Verdict.PROVED);
    assertThat(Judged.verdict(key, "$L = \\frac{d}{d^2} \\sum_j w_j^2$")).isEqualTo(Verdict.PROVED);
  }
}
