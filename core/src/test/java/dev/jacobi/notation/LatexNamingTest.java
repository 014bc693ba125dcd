package dev.jacobi.notation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Which letters and scripts are names, which are entries, and which are factors.
class LatexNamingTest {
  private static final LatexNames NAMES =
      LatexTexts.names(
          "W1:2 W2:2 A:2 V:2 b1:1 x:1 y:1 z2:1 h:1 C:0 y_hat:1 w_ji:2 W_xh:2 T3:3 Dx:0 W_out:2",
          "f");

  private static void says(String tex, String text) {
    assertThat(LatexTexts.read(tex, NAMES)).as(tex).isEqualTo(text);
  }

  @Test
  void aNumberAboveOrBelowIsPartOfAKnownName() {
    says("W^{(1)}", "W1");
    says("W^{[1]}", "W1");
    says("W_1", "W1");
    says("W_{1}", "W1");
    says("W_{(1)}", "W1");
    says("W^1", "W1");
    says("x^1", "x^1");
    says("D_x", "Dx");
    says("W_{\\text{out}}", "W_out");
    says("W_{xh}", "W_xh");
    says("\\mathbf{W}^{(3)}", "W3");
  }

  @Test
  void aSubscriptThatIsNoNameIsAnIndex() {
    says("A_{ij}", "A[i,j]");
    says("A_{i,j}", "A[i,j]");
    says("A_{12}", "A[1,2]");
    says("x_{12}", "x[12]");
    says("x_{i+1}", "x[i + 1]");
    says("q_{11}", "q[1,1]");
    says("(z_2)_i", "z2[i]");
    says("A_{i:}", "A[i,:]");
    says("A_{\\cdot j}", "A[:,j]");
    says("C_i", "C[i]");
    says("C_2 + C_{\\text{total}}", "C_2 + C_total");
    says("T3_{ijk}", "T3[i,j,k]");
    says("h^{(l-1)}", "h[l - 1]");
    says("W_{2,j}", "W2[:,j]");
    says("W_{2,ij}", "W2[i,j]");
    says("b_{1,j}", "b1[j]");
    says("w_{ji}", "w_ji[j,i]");
    says("w_{jm}", "w[j,m]");
    says("\\delta_j^i", "delta[i,j]");
  }

  @Test
  void aLayerAboveIsAnIndexOfAFamily() {
    says("a_j^l", "a[l,j]");
    says("z_k^{l-1}", "z[l - 1, k]");
    says("a^{[1](i)}", "a1[i]");
    says("h_\\theta(x)", "h_theta(x)");
    says("f_i(x)", "f(x)[i]");
  }

  @Test
  void accentsArePartOfAName() {
    says("\\hat{y}", "y_hat");
    says("\\hat{\\boldsymbol{y}}", "y_hat");
    says("\\tilde{y}_i^2", "y_tilde[i]^2");
    says("\\widehat{y_i}", "y_hat[i]");
    says("\\bar x", "x_bar");
    says("\\overline{x}", "x_bar");
    says("\\dot{x}", "x_dot");
    says("ŷ", "y_hat");
  }

  @Test
  void lettersSideBySideAreFactorsUnlessTheyAreAName() {
    says("Ax", "A x");
    says("dW2", "dW2");
    says("dz_2", "dz2");
    says("db1", "db1");
    says("dh_1", "dh_1");
    says("dx", "dx");
    says("CE", "C E");
    says("MSE", "MSE");
    says("CE(x, y)", "CE(x, y)");
    says("\\mathrm{dW}_1", "dW1");
    says("Dx", "Dx");
  }

  @Test
  void greekLettersAreSpelledOut() {
    says("\\theta_j", "theta[j]");
    says("\\varepsilon", "epsilon");
    says("β x", "beta x");
    says("\\Sigma", "Sigma");
  }

  @Test
  void tIsATransposeExceptOnANumber() {
    LatexNames timed = LatexTexts.names("T:0 A:2 u:0");
    assertThat(LatexTexts.read("A^T", timed)).isEqualTo("A'");
    assertThat(LatexTexts.read("u^T", timed)).isEqualTo("u^(T)");
  }
}
