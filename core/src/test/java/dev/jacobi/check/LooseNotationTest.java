package dev.jacobi.check;

import static dev.jacobi.check.Judged.last;
import static dev.jacobi.check.Judged.verdict;
import static dev.jacobi.check.Judged.verdicts;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What is loosely written and plainly meant is told as notation; what is wrong in that reading too
/// is a mistake.
class LooseNotationTest {
  private static final String LOGISTIC =
      """
      X in R[m,n], theta in R[n], y in [0,1][m]
      p = sigmoid(X theta)
      J = -1/m sum(y .* log(p) + (1 - y) .* log(1 - p))
      """;

  @Test
  void aSumReachesOverTheTermsThatHaveItsLetter() {
    String open = "$J = -\\frac{1}{m} \\sum_{i=1}^m y_i \\log p_i + (1 - y_i) \\log(1 - p_i)$";
    Relation r = last(LOGISTIC, open);
    assertThat(r.verdict()).isEqualTo(Verdict.NOTATION);
    assertThat(r.message()).isEqualTo("brackets are missing around what is summed");
    assertThat(last(LOGISTIC, open.replace("+ (1", "- (1")).diagnosis()).contains(Code.SIGN);
  }

  @Test
  void aSumWithoutALetterIsOverThoseOfWhatIsSummed() {
    String key = "u, v in R[n], W in R[m,n], t in R[m]\nz = W u\nC = 1/2 ||z - t||^2\n";
    assertThat(verdict(key, "$u^T v = \\sum u_i v_i$")).isEqualTo(Verdict.PROVED);
    assertThat(verdict(key, "$\\sum u_i^2 = \\|u\\|^2$")).isEqualTo(Verdict.PROVED);
    assertThat(verdict(key, "$z_i = \\sum W_{ij} u_j$")).isEqualTo(Verdict.PROVED);
    String slope = "$\\frac{\\partial C}{\\partial u_j} = \\sum (z_i - t_i) ";
    assertThat(verdict(key, slope + "W_{ij}$")).isEqualTo(Verdict.PROVED);
    assertThat(verdict(key, slope + "W_{ji}$")).isEqualTo(Verdict.MALFORMED);
    assertThat(verdict(key, "$u^T v = \\sum u_i$")).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void aLetterOfTheLeftSideIsNotSummed() {
    String key = "x in R[n], y in R[n]\nz[i] = sum(x) + y[i]\n";
    assertThat(verdict(key, "$z_i = \\sum_j x_j + y_i$")).isEqualTo(Verdict.PROVED);
    assertThat(verdict(key, "$z_i = \\sum_i x_i + y_i$")).isEqualTo(Verdict.NOTATION);
  }

  @Test
  void aDerivativeOfAFormulaMayBeMeantOfTheProductItBegins() {
    String key = "x, y in R[n], m in R\nD = ||y - m x||^2\n";
    String slope = "$\\frac{\\partial D}{\\partial m} = ";
    String product = "\\frac{\\partial}{\\partial m} (y - m x) \\cdot (y - m x)$";
    assertThat(verdict(key, slope + product)).isEqualTo(Verdict.NOTATION);
    assertThat(verdict(key, slope + "3" + product)).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void aNumberBesideAMatrixThatMultipliesIsAMultipleOfTheIdentity() {
    String key = "D in sym[n], u in R[n], lambda in R\nS = u' D u - lambda (u' u - 1)\n";
    assertThat(verdict(key, "$\\nabla_u S = 2 (D - \\lambda) u$")).isEqualTo(Verdict.NOTATION);
    assertThat(verdict(key, "$u^T (D - \\lambda) u = u^T D u - \\lambda u^T u$"))
        .isEqualTo(Verdict.NOTATION);
    assertThat(last(key, "$\\nabla_u S = 2 (D + \\lambda) u$").diagnosis()).contains(Code.SIGN);
    String rows = "D in sym[n], U in R[k,n], a in R\nQ = tr(U D U') - a tr(U U')\n";
    assertThat(verdict(rows, "$Q = \\sum_i U_i^T (D - a) U_i$")).isEqualTo(Verdict.NOTATION);
  }

  @Test
  void aFractionOfMatricesIsTheProductWithTheInverse() {
    String key = "P in sym[n], G in R[m,n], R in psd[m]\nK = P G' inv(G P G' + R)\n";
    assertThat(verdict(key, "$K = \\frac{P G^T}{G P G^T + R}$")).isEqualTo(Verdict.NOTATION);
    assertThat(last(key, "$K = \\frac{P G^T}{G P G^T - R}$").diagnosis()).contains(Code.SIGN);
  }

  @Test
  void aRowIsWrittenAsARowWhereNoneIsTransposed() {
    String key = "W in R[K,n], x in R[n]\nz = W x\n";
    assertThat(verdict(key, "$z_k = W_k x$")).isEqualTo(Verdict.NOTATION);
    assertThat(verdict(key, "$z_k = \\sum_j W_{kj} x_j + W_k x$")).isEqualTo(Verdict.REFUTED);
    assertThat(verdicts(key, "$z_k = W_k^T x$ and $z_k = W_k x$"))
        .containsExactly(Verdict.PROVED, Verdict.MALFORMED);
  }

  /// Letters that tell the layer, as Bishop's book has them.
  @Test
  void anAliasOfAnEntryGivesEachLayerItsLetter() {
    String key =
        """
        ai in R[I], wij in R[I,J], wjk in R[J,K], t in R[K]
        g(u) in R
        zj = wij' ai
        aj = g(zj)
        zk = wjk' aj
        ak = g(zk)
        E = 1/2 sum[k] (ak[k] - t[k])^2
        alias "a_i" = ai[i], "a_j" = aj[j], "a_k" = ak[k], "z_j" = zj[j], "z_k" = zk[k]
        alias "w_{ij}" = wij[i,j], "w_{jk}" = wjk[j,k]
        """;
    String hidden = "$\\frac{\\partial E}{\\partial w_{ij}} =";
    assertThat(
            verdicts(
                key,
                "$z_k = \\sum_j a_j w_{jk}$ and $\\frac{\\partial E}{\\partial w_{jk}} ="
                    + " (a_k - t_k) g'(z_k) a_j$; "
                    + (hidden + " a_i g'(z_j) \\sum_k (a_k - t_k) g'(z_k) w_{jk}$")))
        .containsExactly(Verdict.PROVED, Verdict.PROVED, Verdict.PROVED);
    assertThat(verdict(key, hidden + " g'(z_j) \\sum_k (a_k - t_k) g'(z_k) w_{jk}$"))
        .isEqualTo(Verdict.REFUTED);
  }

  @Test
  void aVectorOfOneEntryScalesAColumn() {
    String key =
        "W2 in R[1,h], a in R[h], t in R[1]\nz2 = W2 a\nC = 1/2 ||z2 - t||^2\nd2 = z2 - t\n";
    assertThat(verdict(key, "$\\frac{\\partial C}{\\partial a} = W_2^T d_2$"))
        .isEqualTo(Verdict.PROVED);
  }

  @Test
  void columnsInAListStandOnTopOfEachOther() {
    String key =
        "h in R[H], x in R[D], W in R[H, H + D], V in R[H, 2 H], b in R[H]\nf = sigmoid(W [h; x] + b)\n"
            + "g = V [h; b]\n";
    for (String list : new String[] {"W \\cdot [h, x]", "W [h, x]^T"})
      assertThat(verdict(key, "$f = \\sigma(" + list + " + b)$")).isEqualTo(Verdict.PROVED);
    assertThat(verdict(key, "$g = V \\cdot [h, b]$")).isEqualTo(Verdict.PROVED);
    assertThat(verdict(key, "$g = V \\cdot [b, h]$")).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void starsBetweenVectorsMultiplyEntryByEntry() {
    String key = "C, o in R[H]\nh = o .* tanh(C)\nL(h) in R\n";
    String slope = "$\\frac{\\partial L}{\\partial C} = \\frac{\\partial L}{\\partial h} * ";
    assertThat(verdict(key, slope + "o * (1 - \\tanh^2(C))$")).isEqualTo(Verdict.PROVED);
    assertThat(verdict(key, slope + "(1 - \\tanh^2(C)) * o$")).isEqualTo(Verdict.PROVED);
    assertThat(verdict(key, slope + "(1 - \\tanh^2(C))$")).isEqualTo(Verdict.REFUTED);
  }
}
