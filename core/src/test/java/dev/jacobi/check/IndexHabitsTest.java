package dev.jacobi.check;

import static dev.jacobi.check.Judged.NET;
import static dev.jacobi.check.Judged.SOFT;
import static dev.jacobi.check.Judged.last;
import static dev.jacobi.check.Judged.verdict;
import static dev.jacobi.check.Judged.verdicts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Indices, sums and differentials as they are typed.
class IndexHabitsTest {
  @Test
  void aSumBeforeABracketSumsThePowerAndTheProduct() {
    String key = "u, v in R[n], W in R[n,m]\nC = 1/2 sum[i] (u[i] - v[i])^2\ng = W' (u - v)\n";
    assertThat(verdict(key, "$C = \\frac12 \\sum (u_i - v_i)^2$")).isEqualTo(Verdict.PROVED);
    assertThat(verdict(key, "$C = \\frac12 \\sum^n (u_i - v_i)^2$")).isEqualTo(Verdict.PROVED);
    assertThat(verdict(key, "$C = \\frac12 \\sum (u - v)^2$")).isEqualTo(Verdict.NOTATION);
    assertThat(verdict(key, "$g_j = 1 \\sum (u_i - v_i) W_{ij}$")).isEqualTo(Verdict.PROVED);
    assertThat(verdict(key, "$C = \\frac12 \\sum (u_i + v_i)^2$")).isEqualTo(Verdict.REFUTED);
    assertThat(verdict(key, "$C = \\frac12 (\\sum (u_i - v_i))^2$")).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void aSumGoesOnBehindASpace() {
    String key = "u, v in R[n]\nC = u' v\n";
    assertThat(verdicts(key, "$$\\sum_i \\quad u_i v_i = C$$")).containsExactly(Verdict.PROVED);
  }

  @Test
  void theEndOfASumMayStandOverIt() {
    String key = "u in R[n], v in R[m]\nC = sum(u)\n";
    String sum = "$C = \\overset{n}{\\underset{i=1}{\\sum}} u_i$";
    assertThat(verdict(key, sum)).isEqualTo(Verdict.PROVED);
    assertThat(verdict(key, sum.replace("{n}", "{n-1}"))).isEqualTo(Verdict.REFUTED);
    String mean = "w in R[n]\nalias \"\\bar{w}\" = mean(w)\n";
    assertThat(verdict(mean, "$\\overset{-}{w} = \\frac1n \\sum_i w_i$")).isEqualTo(Verdict.PROVED);
  }

  @Test
  void anIndexMayHaveAPrime() {
    String share = "$$S_k = \\frac{e^{x_k}}{\\sum_{k'} e^{x_{k'}}}$$";
    assertThat(verdict(SOFT, share)).isEqualTo(Verdict.PROVED);
    String slope = "$$\\frac{\\partial S_k}{\\partial x_{k'}} = S_k (\\delta_{kk'} - S_{k'})$$";
    assertThat(verdict(SOFT, slope)).isEqualTo(Verdict.PROVED);
    assertThat(verdict(SOFT, slope.replace("- S_{k'}", "- S_k"))).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void aDerivativeMayBeWrittenWithADelta() {
    assertThat(verdict(NET, "$$\\frac{\\delta L}{\\delta s} = p - t$$")).isEqualTo(Verdict.PROVED);
    assertThat(verdict(NET, "$$\\frac{\\delta}{\\delta s_k} L = p_k - t_k$$"))
        .isEqualTo(Verdict.PROVED);
    assertThat(verdict(NET, "$$\\frac{\\delta L}{\\delta s} = t - p$$")).isEqualTo(Verdict.REFUTED);
    String own = "delta, s in R\nL = 2 s\nr = delta / (3 delta)\n";
    assertThat(verdict(own, "$r = \\frac{\\delta}{3 \\delta}$")).isEqualTo(Verdict.PROVED);
    assertThat(verdict(own, "$\\frac{\\delta L}{\\delta s} = 2$")).isEqualTo(Verdict.PROVED); // L/s
  }

  @Test
  void anUprightDIsADifferentialAlsoWhereAnAxisIsCalledD() {
    String key = "x in R[d]\nw in R[d]\nC = w' x\n";
    assertThat(verdict(key, "$\\mathbf{d w} = x$")).isEqualTo(Verdict.PROVED);
    assertThat(verdict(key, "$\\mathbf d w_k = x_k$")).isEqualTo(Verdict.PROVED);
    assertThat(verdict(key, "$\\mathrm{d} w = x$")).isEqualTo(Verdict.PROVED);
    assertThat(verdict(key, "$\\mathrm{d} w = w$")).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void aNumberThatHasItsTimeBelowIsThatNumberInDerivativesToo() {
    String key = "w, x, y in R\nh = tanh(w x)\nL = (h - y)^2\n";
    String chain = "$\\frac{\\partial L_t}{\\partial w} = \\frac{\\partial L_t}{\\partial h_t}";
    Relation r = last(key, chain + " \\frac{\\partial h_t}{\\partial w}$");
    assertThat(r.verdict()).isEqualTo(Verdict.NOTATION);
    assertThat(verdict(key, chain + "$")).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void aCountWithAnIndexIsANameOfItsOwn() {
    String key = "x in R[N], c in R+[N,K]\nmu[k] = (sum[n] c[n,k] x[n]) / (sum[n] c[n,k])\n";
    String text = "$N_k = \\sum_n c_{nk}$ and $\\mu_k = \\frac{1}{N_k} \\sum_n c_{nk} x_n$";
    assertThat(verdicts(key, text)).containsExactly(Verdict.DEFINITION, Verdict.PROVED);
    assertThat(verdict(key, text.replace("{N_k}", "{N}"))).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void aCircleBetweenVectorsIsTheMatrixOfTheirProducts() {
    String slope = "$\\frac{\\partial L}{\\partial W} = (p - t) \\otimes x$";
    assertThat(verdict(NET, slope)).isEqualTo(Verdict.PROVED);
    assertThat(verdict(NET, slope.replace("p - t", "p + t"))).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void casesMayTellThePlaceOfTheOneFromTheOthers() {
    String cases =
        "With $k$ the right class,\n\n$$\\frac{\\partial L}{\\partial s_j} = \\begin{cases} p_j - 1 &"
            + " \\text{if } j = k \\\\ p_j & \\text{otherwise} \\end{cases}$$";
    assertThat(verdict(NET, cases)).isEqualTo(Verdict.CONDITIONAL);
    assertThat(verdict(NET, cases.replace("p_j - 1", "1 - p_j"))).isNotEqualTo(Verdict.CONDITIONAL);
  }

  @Test
  void whatIsNotDefinedIsNoCase() {
    String key = "m in R\nell(u) = max(0, 1 - u)\n";
    String cases =
        "$$ell'(m) = \\begin{cases} 0 & \\text{if } m > 1 \\\\ -1 & \\text{if } m < 1 \\\\"
            + " \\text{undefined} & \\text{if } m = 1 \\end{cases}$$";
    assertThat(verdict(key, cases)).isIn(Verdict.PROVED, Verdict.AGREES);
    assertThat(verdict(key, cases.replace("-1", "1"))).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void forAllIsNoCase() {
    assertThat(verdicts("u in R+[n]\n", "$$u_i \\ge 0 \\text{ for all } i = 1, \\dots, n$$"))
        .doesNotContain(Verdict.UNREAD);
  }

  @Test
  void wordsBeforeAFormulaAreNoPartOfIt() {
    assertThat(verdicts(NET, "$$\\text{in which, } \\frac{\\partial L}{\\partial b} = p - t$$"))
        .isEqualTo(List.of(Verdict.PROVED));
  }

  @Test
  void aShapeInBracketsBehindAFormulaIsJudged() {
    assertThat(verdicts(NET, "$$s = W x + b \\quad (W \\in \\mathbb{R}^{K \\times n})$$"))
        .containsExactly(Verdict.PROVED, Verdict.PROVED);
    assertThat(verdicts(NET, "$$s = W x + b \\quad (W \\in \\mathbb{R}^{n \\times K})$$"))
        .containsExactly(Verdict.PROVED, Verdict.REFUTED);
  }
}
