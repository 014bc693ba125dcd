package dev.jacobi.notation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What formulas of LaTeX say, in plain text.
class LatexFormulaTest {
  private static final LatexNames NAMES =
      LatexTexts.names(
          "W:2 W1:2 W2:2 A:2 B:2 b:1 b1:1 x:1 y:1 z:1 z2:1 s:1 s1:1 h:1 w:1 v:1 u:0 n:0 K:0 C:0 "
              + "J:0 L:0 y_hat:1 y_tilde:1 theta:1 a:1 d_k:0",
          "f",
          "g");

  private static void says(String tex, String text) {
    assertThat(LatexTexts.read(tex, NAMES)).as(tex).isEqualTo(text);
  }

  @Test
  void derivativesAreReadInAllTheirDresses() {
    says("\\frac{\\partial C}{\\partial W^{(1)}}", "dC/dW1");
    says("\\frac{dC}{dx}", "dC/dx");
    says("\\dfrac{\\mathrm{d}C}{\\mathrm{d}x}", "dC/dx");
    says("\\frac{\\mathrm{d} C}{\\mathrm{dx}}", "dC/dx");
    says("\\partial C / \\partial W_1", "dC/dW1");
    says("dC/dx", "dC/dx");
    says("{\\partial C \\over \\partial x}", "dC/dx");
    says("\\frac{\\partial (s_1)_i}{\\partial W^{(2)}}", "ds1[i]/dW2");
    says("\\left(\\frac{\\partial h}{\\partial s_1}\\right)_{ii}", "(dh/ds1)[i,i]");
    says("\\frac{\\partial J(x)}{\\partial x}", "d(J(x))/dx");
    says("\\frac{\\partial \\sigma(z_i)}{\\partial z_i}", "d(sigma(z[i]))/dz[i]");
    says("\\frac{d}{d+1}", "d / (d + 1)");
  }

  @Test
  void anOperatorDifferentiatesTheBracketOrTheProductThatFollows() {
    says("\\frac{\\partial}{\\partial x_i} \\left[ x_j^2 \\right] + 1", "d(x[j]^2)/dx[i] + 1");
    says("\\frac{d}{du} (u^2) = 2u", "d(u^2)/du = 2 u");
    says(
        "-\\frac{\\partial}{\\partial x_j} \\sum_i y_i \\log x_i",
        "-d(sum[i] y[i] log(x[i]))/dx[j]");
    says("\\frac{\\partial}{\\partial x} (W x)^T (W x)", "d((W x)' (W x))/dx");
  }

  @Test
  void gradientsAndSecondDerivativesAreCalls() {
    says("\\nabla_W C", "grad(C, W)");
    says("\\nabla C", "grad(C)");
    says("\\nabla_\\theta J(\\theta)", "grad(J(theta), theta)");
    says("\\nabla_x \\|x\\|^2 = 2x", "grad(||x||^2, x) = 2 x");
    says("\\nabla^2 J", "hess(J)");
    says("\\nabla_w \\frac{1}{2}\\|x\\|^2 - y", "grad((1/2) ||x||^2, w) - y");
    says("\\nabla_W C x", "grad(C, W) x");
    says("\\frac{\\partial^2 C}{\\partial w^2}", "hess(C, w)");
    says("\\frac{\\partial^2 C}{\\partial w \\partial w^T}", "hess(C, w)");
    says("\\frac{\\partial^2 C}{\\partial u \\partial v}", "hess(C, u, v)");
  }

  @Test
  void aSumEndsAtTheNextPlusOrMinus() {
    says("\\sum_m x_m \\cdot y_i - y_i", "sum[m] x[m] y[i] - y[i]");
    says("\\sum_{k=1}^{n} x_k + 1", "sum[k=1..n] x[k] + 1");
    says("\\sum_{i,j} A_{ij}", "sum[i, j] A[i,j]");
    says("\\sum_i\\sum_j A_{ij}", "sum[i] sum[j] A[i,j]");
    says("\\sum_{m=1, m \\neq i}^K x_m", "sum[m=1..K; m != i] x[m]");
    says("\\sum_{j \\ne i} x_j", "sum[j; j != i] x[j]");
    says("\\sum_{i \\in S} x_i", "sum[i] x[i]");
    says("\\sum_{\\substack{j=1 \\\\ j \\neq i}}^{n} x_j", "sum[j=1..n; j != i] x[j]");
    says("\\prod_{i=1}^n x_i", "prod[i=1..n] x[i]");
    says("\\max_j x_j", "max[j] x[j]");
    says("\\operatorname*{mean}_i x_i", "mean[i] x[i]");
    says("\\max(0, x)", "max(0, x)");
    says("e^{-\\sum_j A_{ji} y_j}", "exp(-sum[j] A[j,i] y[j])");
  }

  @Test
  void functionsNeedNoBackslashAndNoParentheses() {
    says("\\log x_i + 1", "log(x[i]) + 1");
    says("y_i \\log \\hat y_i", "y[i] log(y_hat[i])");
    says("\\tanh W x + b", "tanh(W x) + b");
    says("\\log \\sum_l e^{\\theta_l}", "log(sum[l] exp(theta[l]))");
    says("log(x) + exp(-y)", "log(x) + exp(-y)");
    says("softmax(x)_i", "softmax(x)[i]");
    says("\\text{softmax}(x)_i", "softmax(x)[i]");
    says("\\operatorname{softmax}(\\theta)", "softmax(theta)");
    says("ReLU(z)", "relu(z)");
    says("\\mathrm{diag}(x) A", "diag(x) A");
    says("\\mathrm{tr} A B", "tr(A B)");
    says("\\det A", "det(A)");
    says("\\log\\det A", "logdet(A)");
    says("\\log_2 u", "log2(u)");
    says("\\exp\\{-u\\}", "exp(-u)");
    says("\\tanh^2(x)", "tanh(x)^2");
    says("\\tanh(s_1)_i^2", "tanh(s1)[i]^2");
    says("\\sigma'(z)", "sigma'(z)");
    says("f'(x)", "f'(x)");
    says("\\sigma(x)(1-\\sigma(x))", "sigma(x) (1 - sigma(x))");
    says("u(v + w)", "u (v + w)");
    says("f(x)", "f(x)");
  }

  @Test
  void superscriptsArePowersTransposesInversesAndLabels() {
    says("x^T y", "x' y");
    says("x^\\top y", "x' y");
    says("x^{\\intercal}", "x'");
    says("x^{\\mathsf T}", "x'");
    says("x'y", "x' y");
    says("A^{-1}", "inv(A)");
    says("A^{-T}", "inv(A)'");
    says("A^{-\\top}", "inv(A)'");
    says("u^{-1}", "u^-1");
    says("\\left(\\sum_k x_k\\right)^{-2}", "(sum[k] x[k])^-2");
    says("(W x)^+", "relu(W x)");
    says("[x]_+", "relu(x)");
    says("x_i^2", "x[i]^2");
    says("w^*", "w_star");
    says("W^{(2)T} x", "W2' x");
    says("W^{[1]\\top}", "W1'");
    says("e_j^{\\theta}", "exp(theta)[j]");
    says("x²", "x^2");
  }

  @Test
  void normsIndicatorsAndDeltas() {
    says("\\| x \\|_2^2", "||x||^2");
    says("\\lVert x \\rVert_1", "||x||_1");
    says("||x||", "||x||");
    says("|u|", "|u|");
    says("|A|", "det(A)");
    says("\\mathbb{1}_{(s_1)_i > 0}", "1[s1[i] > 0]");
    says("\\mathbb{I}[s>0]", "1[s > 0]");
    says("\\mathbf{1}\\{s>0\\}", "1[s > 0]");
    says("[s>0] \\odot x", "1[s > 0] .* x");
    says("1_{s>0}", "1[s > 0]");
    says("\\delta_{ij}", "delta(i, j)");
    says("\\delta(i-m)", "delta(i, m)");
    says("\\mathbf{1}_n", "ones(n)");
    says("I_n", "I(n)");
  }

  @Test
  void matricesAndCases() {
    says("\\begin{pmatrix} x_1 & x_2 \\end{pmatrix}^\\top", "[x[1], x[2]]'");
    says("\\begin{bmatrix} 1 & \\dots \\\\ \\vdots & \\ddots \\end{bmatrix}", "[1, …; …, …]");
    says(
        "\\begin{cases} u & \\text{if } i \\neq j \\\\ 0 & \\text{if } i = j \\end{cases}",
        "where(i != j, u, 0)");
    says(
        "\\left\\{\\begin{array}{ll} x & \\text{if } x > 0 \\\\ 0 & \\text{otherwise} \\end{array}\\right.",
        "where(x > 0, x, 0)");
    says("\\begin{vmatrix} 1 & u \\\\ u & 1 \\end{vmatrix}", "det([1, u; u, 1])");
  }

  @Test
  void productsByEverySign() {
    says("Wx + b", "W x + b");
    says("xW", "x W");
    says("A \\cdot B", "A B");
    says("u \\times \\theta", "u theta");
    says("x \\circ y", "x .* y");
    says("x \\odot y", "x .* y");
    says("A \\otimes B", "kron(A, B)");
    says("x \\otimes y", "outer(x, y)");
    says("\\frac12 x", "(1/2) x");
    says("\\frac{1}{n} \\frac{u}{K}", "(1/n) (u/K)");
    says("e^{\\theta_i} / \\sum_l e^{\\theta_l}", "exp(theta[i]) / sum[l] exp(theta[l])");
    says("(-1)(-(-u))", "-1 (-(-u))");
    says(
        "\\operatorname{softmax}\\left(\\frac{A B^T}{\\sqrt{d_k}}\\right)",
        "softmax(A B' / sqrt(d_k))");
  }

  @Test
  void whatOnlyLooksGoesAway() {
    says("\\boxed{\\underbrace{W x}_{s} + \\textcolor{red}{b}} \\tag{3}", "W x + b");
    says("\\displaystyle \\sum\\limits_{i} \\, x_i \\quad", "sum[i] x[i]");
    says("\\mathbf{W}\\,\\boldsymbol{x} \\label{eq:a}", "W x");
    says("\\bigl( x \\bigr) % a remark", "x");
  }
}
