package dev.jacobi.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What real notes look like before they are formulas: where a display ends, what a row goes on
/// from, bars between arguments and indices. What is wrong stays wrong in every dress.
class TypesettingTest {
  private static List<Relation> judged(String key, String document) {
    Checked c = Checker.check("notes.md", document, Optional.of(key));
    assertThat(c.errors()).isEmpty();
    return c.relations().stream().filter(r -> r.verdict() != Verdict.DEFINITION).toList();
  }

  private static List<Verdict> verdicts(String key, String document) {
    return judged(key, document).stream().map(Relation::verdict).toList();
  }

  private static Verdict last(String key, String formula) {
    return judged(key, "$$" + formula + "$$").getLast().verdict();
  }

  private static void right(String key, String... formulas) {
    for (String f : formulas) {
      assertThat(verdicts(key, "$$" + f + "$$"))
          .as(f)
          .isNotEmpty()
          .containsAnyOf(Verdict.PROVED, Verdict.AGREES)
          .isSubsetOf(Verdict.PROVED, Verdict.AGREES);
    }
  }

  private static final String LINE = "x, y in R[n]\nw in R\nC = sum[i] (w x[i] - y[i])^2";

  @Test
  void aDollarMayHaveATickBesideIt() {
    assertThat(verdicts(LINE, "So $`C = \\sum_i (w x_i - y_i)^2`$ and $`C = \\sum_i w x_i`$."))
        .containsExactly(Verdict.PROVED, Verdict.REFUTED);
    assertThat(verdicts(LINE, "$`\nC = \\sum_i (w x_i - y_i)^2.\n`$")).containsOnly(Verdict.PROVED);
    assertThat(verdicts(LINE, "Type $`\n\nand C = 3`$ to go.")).isEmpty();
  }

  @Test
  void anEnvironmentMayHaveBlankLinesInIt() {
    String display =
        "$$\n\n\\begin{align}\nC &= \\sum_i (w x_i - y_i)^2 \\\\\n\n  &= \\sum_i (y_i - w x_i)^2"
            + " \\text{ the other way round, of course}\n\n\\end{align}\n\n$$\n";
    assertThat(verdicts(LINE, display + "\n# Next\n\n$$C = w^2$$"))
        .containsExactly(Verdict.PROVED, Verdict.PROVED, Verdict.REFUTED);
  }

  @Test
  void theMarksOfAQuoteAreNoSigns() {
    assertThat(verdicts(LINE, "> We have\n> $$\n> C = \\sum_i (w x_i\n> - y_i)^2\n> $$\n"))
        .containsExactly(Verdict.PROVED);
  }

  @Test
  void indicesMayHaveABarBetween() {
    String key = "y in R[n, 2]\np in R[n, n]\nC = sum[i,j] p[j,i] y[i,1]\nx_1 in R";
    right(
        key,
        "C = \\sum_{i} \\sum_{j} p_{j|i} y_{i1}",
        "C = \\sum_{i,j} p_{j \\mid i} y_{i1}",
        "\\sum_j p_{j|i} - p_{i|i} = \\sum_{j \\neq i} p_{j|i}");
    assertThat(last(key, "C = \\sum_{i,j} p_{i|j} y_{i1}")).isEqualTo(Verdict.REFUTED);
    assertThat(last("a in R[n]", "|a_1| = |a_1 \\cdot 1|")).isEqualTo(Verdict.PROVED);
  }

  @Test
  void aSumMayLeaveOutSeveral() {
    String key = "p in R[n, n]\nu in R[n]";
    String all = "\\sum_{j} u_j - u_i - u_l = ";
    assertThat(verdicts(key, "For $l \\neq i$,\n$$" + all + "\\sum_{j \\neq i, l} u_j$$"))
        .doesNotContain(Verdict.REFUTED, Verdict.UNREAD, Verdict.MALFORMED);
    assertThat(verdicts(key, "For $l \\neq i$,\n$$" + all + "\\sum_{j \\neq i} u_j$$"))
        .contains(Verdict.REFUTED);
  }

  @Test
  void aSumNeedNotNameItsOnlyIndex() {
    right(LINE, "\\frac{\\partial C}{\\partial w} = \\sum_{1}^{n} -2 x_i (y_i - w x_i)");
    assertThat(last(LINE, "\\frac{\\partial C}{\\partial w} = \\sum_{1}^{n} 2 x_i (y_i - w x_i)"))
        .isEqualTo(Verdict.REFUTED);
    String two = "A in R[n, n]\nx in R[n]\ny = A x";
    assertThat(last(two, "y_i = \\sum_1^n A_{ij} x_j")).isEqualTo(Verdict.UNREAD);
  }

  @Test
  void aReasonBetweenTwoRowsIsNoStep() {
    String key = "z in R[n]\nC = sum[i] log(1 + exp(z[i]))";
    String rows =
        "\\begin{align*} C &= \\sum_i \\ln(1 + e^{z_i}) \\\\ \\because \\ln(e^{z_i}) &= z_i \\\\"
            + " &= \\sum_i [\\ln(1 + e^{-z_i}) + z_i] \\quad \\because \\ln(1) = 0 \\\\"
            + " &= \\sum_i [\\ln(1 + e^{-z_i}) %s z_i] \\end{align*}";
    right(key, rows.formatted("+"));
    assertThat(verdicts(key, "$$" + rows.formatted("-") + "$$")).contains(Verdict.REFUTED);
    right(key, "\\because \\ln(e^{z_i}) &= z_i \\\\ &= -\\ln(e^{-z_i})");
    right(key, "1 &= 1 \\\\ ∵ \\ln(e^{z_i}) &= z_i \\\\ &= -\\ln(e^{-z_i}) \\\\ ∴ z_i &= z_i");
  }

  @Test
  void anArrowOfTwoSignsBeginsAStatement() {
    right(LINE, "w = w => C = \\sum_i (w x_i - y_i)^2");
    assertThat(last(LINE, "w = w => C = \\sum_i (w x_i + y_i)^2")).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void threeStopsAreDots() {
    right(LINE, "\\sum_i x_i y_i = x_1 y_1 + ... + x_n y_n");
    assertThat(last(LINE, "\\sum_i x_i y_i = x_1 y_1 + ... + x_n")).isNotEqualTo(Verdict.PROVED);
  }

  @Test
  void aStyleOfSeveralLettersIsNoBracket() {
    String key = "A, B in inv[n]\na in R[n]";
    right(
        key,
        "\\mathbf{AA}^{-1} = \\mathbf{A}^{-1}\\mathbf{A}",
        "(\\mathbf{AB})^T = \\mathbf{B}^T \\mathbf{A}^T",
        "\\mathbf{a}^T\\mathbf{a} = \\text{tr}(\\mathbf{aa}^T)");
    assertThat(last(key, "\\mathbf{AB}^{-1} = \\mathbf{B}^{-1} \\mathbf{A}^{-1}"))
        .isEqualTo(Verdict.REFUTED);
  }

  @Test
  void anAliasMayBeACallOrHaveASpaceInItsScripts() {
    String key =
        "u, c in R[K], a in 1..K\np = softmax(u)\nq = p[a]\nf(t) = t^2\n"
            + "alias \"\\pi(\\cdot|s)\" = p, \"\\pi(a | s)\" = q, \"u_{o, t}\" = c, \"h_{\\theta}\" = f";
    right(
        key,
        "\\pi(\\cdot|s) = \\text{softmax}(u)",
        "\\pi(a|s) = \\pi(\\cdot | s)_a",
        "u_{o,t} = u_{o, t}",
        "h_\\theta(u_i) = u_i^2");
    assertThat(last(key, "\\pi(a|s) = 1 - \\pi(\\cdot | s)_a")).isEqualTo(Verdict.REFUTED);
    assertThat(last(key, "h_\\theta(u_i) = u_i^3")).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void secondDerivativesMayBeByEntries() {
    String key = "v in R[m]\nY in R[n, m]\nL = sum[j] v[j]^3 + sum[i,j] Y[i,j]^2 v[j]";
    right(
        key,
        "\\frac{\\partial^2 L}{\\partial Y_{kl}^2} = 2 v_l",
        "\\frac{\\partial^2 L}{\\partial v_i \\partial v_j} = 6 v_i \\delta_{ij}",
        "\\frac{\\partial^2}{\\partial v_i^2} L = 6 v_i",
        "\\frac{\\partial^2 L}{\\partial Y_{kl} \\partial v_l} = 2 Y_{kl}",
        "\\nabla_{v_i} L = 3 v_i^2 + \\sum_k Y_{ki}^2");
    assertThat(last(key, "\\frac{\\partial^2 L}{\\partial v_i \\partial v_j} = 6 v_i"))
        .isIn(Verdict.REFUTED, Verdict.MALFORMED);
    assertThat(last(key, "\\nabla_{v_i} L = 3 v_i^2")).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void theSlopeOfAFunctionIsByItsArgument() {
    String key = "s in R\ng(u) = 1 / (1 + exp(-u))";
    right(
        key,
        "\\frac{dg}{ds} = \\frac{e^{-s}}{(1 + e^{-s})^2} = g(s) (1 - g(s))",
        "\\frac{dg(s)}{ds} = g(s) - g(s)^2");
    assertThat(last(key, "\\frac{dg}{ds} = g(s) (1 + g(s))")).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void whatSpeaksOfNothingElseIsAFactor() {
    String key = "y, z in R";
    right(
        key,
        "\\frac{d}{dz} (1 - y) z = 1 - y",
        "\\frac{d}{dz} (1 - z) z = -z",
        "\\frac{d}{dz} (1 + z^2) y = 2 z y");
    assertThat(last(key, "\\frac{d}{dz} (1 - y) z = 0")).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void oneBarStandsBetweenArguments() {
    String key = "x, mu in R\ns in R+\np = exp(-(x - mu)^2 / (2 s^2)) / (sqrt(2 pi) s)";
    right(
        key,
        "\\log p(x \\mid \\mu, s) = -\\log s - \\frac{(x - \\mu)^2}{2 s^2} - \\frac{1}{2} \\log 2\\pi",
        "\\frac{\\partial \\log{p(\\mathbf{x} | \\mu, s)}}{\\partial \\mu} = \\frac{x - \\mu}{s^2}");
    assertThat(
            last(
                key, "\\frac{\\partial \\log p(x | \\mu, s)}{\\partial x} = \\frac{x - \\mu}{s^2}"))
        .isEqualTo(Verdict.REFUTED);
    assertThat(last(key, "p(x | \\mu, s) = p(\\mu | x, s)")).isEqualTo(Verdict.UNREAD);
  }

  @Test
  void whatAFunctionRestsOnMayStandBelowIt() {
    String numbers = "t, x in R\nh(u) = 1 / (1 + exp(-t u))";
    right(numbers, "\\frac{d h_\\theta(x)}{dx} = h_\\theta(x) (1 - h_\\theta(x)) t");
    String rows =
        "x in R[m, n], theta in R[n], y in {0,1}[m]\nh = sigmoid(x theta)\n"
            + "J = -1/m sum[i] (y[i] log(h[i]) + (1 - y[i]) log(1 - h[i]))";
    right(
        rows,
        "h_\\theta(x^{(i)}) = \\sigma(\\theta^T x^{(i)})",
        "\\frac{\\partial J}{\\partial \\theta_j}"
            + " = \\frac{1}{m} \\sum_{i=1}^m (h_\\theta(x^{(i)}) - y^{(i)}) x_j^{(i)}");
    assertThat(
            last(
                rows,
                "\\frac{\\partial J}{\\partial \\theta_j}"
                    + " = \\frac{1}{m} \\sum_{i=1}^m (h_\\theta(x^{(i)}) + y^{(i)}) x_j^{(i)}"))
        .isEqualTo(Verdict.REFUTED);
    assertThat(last(rows, "h_\\theta(x) = \\sigma(\\theta^T x)")).isEqualTo(Verdict.UNREAD);
    String two = numbers + "\nh_theta(u) = 2 u";
    assertThat(last(two, "h_\\theta(x) = 2 x")).isEqualTo(Verdict.PROVED);
  }

  @Test
  void aDivergenceIsSaidOfTwoDensities() {
    String key = "mu in R[J]\nD = sum[j] mu[j]^2\nalias \"D_{KL}\" = D";
    String head = "D_{KL}(q_\\phi(z|x) \\| p(z)) = ";
    right(key, head + "\\sum_j \\mu_j^2", "D_{KL}(q || p) = \\sum_j \\mu_j^2");
    assertThat(last(key, head + "\\sum_j \\mu_j")).isEqualTo(Verdict.REFUTED);
    assertThat(last(key, "D_{KL}(q || p) = D_{KL}(p || q)")).isEqualTo(Verdict.UNREAD);
  }

  @Test
  void aTagWithAStarIsATag() {
    right(LINE, "\\boxed{C = \\sum_i (w x_i - y_i)^2} \\tag*{(3)}");
  }

  @Test
  void whatIsStruckOutGoesOnFromWhatIsBefore() {
    String key = "a, b, c in R\nu = a - b";
    right(
        key,
        "u = a \\cancel{- c} - b \\cancel{+ c}",
        "-u = \\underbrace{-a}_{x} + b",
        "-a b = b \\cdot \\underbrace{-a}_{x}");
    assertThat(last(key, "u = a \\cancel{- c} - b \\cancel{- c}")).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void whatSomethingIsSubjectToIsNoClaim() {
    String key = "u, x in R[n]\nv = (u' x)^2";
    assertThat(verdicts(key, "$$v = (u^T x)^2 \\quad \\text{subject to} \\quad \\|u\\|^2 = 1$$"))
        .containsExactly(Verdict.PROVED);
  }

  @Test
  void aSumIsOverWhatLiesInASetOrObeysACondition() {
    String key =
        "x in R[N], mu in R, X in R[N,d], w in R[d], y in {-1,1}[N]\n"
            + "L = sum((x - mu).^2)\nJ = 1/N sum[i] max(0, 1 - y[i] w' X[i,:])\n";
    assertThat(Judged.verdict(key, "$L = \\sum_{x^{(i)} \\in D} (x^{(i)} - \\mu)^2$"))
        .isEqualTo(Verdict.PROVED);
    assertThat(Judged.verdict(key, "$L = \\sum_{x_i \\in D} (x_i - \\mu)^2$"))
        .isEqualTo(Verdict.PROVED);
    assertThat(Judged.verdict(key, "$\\nabla_w J = -\\frac1N \\sum_{i: y_i w^T X_i < 1} y_i X_i$"))
        .isEqualTo(Verdict.PROVED);
    assertThat(Judged.verdict(key, "$\\nabla_w J = -\\frac1N \\sum_{i: y_i w^T X_i > 1} y_i X_i$"))
        .isEqualTo(Verdict.REFUTED);
  }
}
