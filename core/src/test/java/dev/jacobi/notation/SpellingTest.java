package dev.jacobi.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {

  private static String text(String formula) {
    return TextSpelling.PLAIN.spell(Parser.formula(formula));
  }

  private static String latex(String formula) {
    return new LatexSpelling().spell(Parser.formula(formula));
  }

  private static String mathml(String formula) {
    return new MathmlSpelling(false).spell(Parser.formula(formula));
  }

  @Test
  void textKeepsTheFewestParenthesesOfACarefulWriter() {
    for (String formula :
        List.of(
            "6 ((W2' (y - t)) .* 1[s1 > 0]) x'",
            "((W2' (2 (s2 - y))) .* (3 1[s1 > 0])) x'",
            "(1 - p).^2",
            "(A + A') x",
            "-x",
            "-sum[i] y[i] log(x[i])",
            "sum[j] W[i,j] x[j] + b[i]",
            "sum[i] (a[i] + b[i])",
            "(sum[i] a[i]) b",
            "c/n + sum(g)/n + x/2 + 1/n",
            "s (g - (dot(g, y) y + sum(g) ones(n)) / n)",
            "exp(x[j]) / sum[k] exp(x[k])",
            "2 * 3^k",
            "dC/ds1 x'",
            "(dC/ds1)' x",
            "x[i + 1, :] + W[i,j] + X[i,:]",
            "sum[i=1..n, j; i != j] x[i] x[j]",
            "[a, b; c, d] x",
            "||A x - b||^2 + ||x||_1",
            "a (b + c)")) {
      assertThat(text(formula)).isEqualTo(formula);
    }
  }

  @Test
  void textParenthesisesWhereMatrixAndEntrywiseProductsMeet() {
    assertThat(text("A x .* b")).isEqualTo("(A x) .* b");
    assertThat(text("a .* b x")).isEqualTo("(a .* b) x");
    assertThat(text("a .* b ./ c")).isEqualTo("a .* b ./ c");
    assertThat(text("1/2 n")).isEqualTo("(1/2) n");
  }

  @Test
  void textNeverMakesADerivativeOfAQuotient() {
    assertThat(text("dC / (dW)")).isEqualTo("dC / (dW)");
    assertThat(text("x dC[i] / (dW' b)")).isEqualTo("x dC[i] / (dW' b)");
  }

  @Test
  void textFollowsTheUsersLetters() {
    assertThat(text("β ŷ + W₁")).isEqualTo("β ŷ + W₁");
    assertThat(new TextSpelling(true).spell(Parser.formula("β ŷ + W₁")))
        .isEqualTo("beta y_hat + W1");
  }

  @Test
  void chainsAreJoined() {
    List<Syntax> sides = List.of(Parser.formula("dC/dx"), Parser.formula("2 x"));
    assertThat(TextSpelling.PLAIN.chain(sides)).isEqualTo("dC/dx = 2 x");
    assertThat(new LatexSpelling().chain(sides))
        .isEqualTo("\\frac{\\partial C}{\\partial x} = 2 x");
  }

  @Test
  void latexNames() {
    assertThat(latex("W1 + y_hat + y1_tilde + loss + beta + W_out + w_kj + dW1"))
        .isEqualTo(
            "W_1 + \\hat{y} + \\tilde{y}_1 + \\mathrm{loss} + \\beta + W_{\\mathrm{out}}"
                + " + w_{kj} + {dW}_1");
    assertThat(latex("pi + inf + Alpha + σ_w + W12"))
        .isEqualTo("\\pi + \\infty + \\mathrm{A} + \\sigma_w + W_{12}");
  }

  @Test
  void latexEntriesAndDerivatives() {
    assertThat(latex("x[i] W[i,j] W1[i,j] X[i,:] x[i + 1]"))
        .isEqualTo("x_i W_{ij} (W_1)_{ij} X_{i, :} x_{i + 1}");
    assertThat(latex("dy[i]/dx[j]")).isEqualTo("\\frac{\\partial y_i}{\\partial x_j}");
    assertThat(latex("grad(C, W1) + hess(C, w)")).isEqualTo("\\nabla_{W_1} C + \\nabla_w^2 C");
    assertThat(latex("delta[i,j] + delta(i, j)")).isEqualTo("\\delta_{ij} + \\delta_{ij}");
  }

  @Test
  void latexProducts() {
    assertThat(latex("6 ((W2' (y - t)) .* 1[s1 > 0]) x'"))
        .isEqualTo("6 ((W_2^{\\top} (y - t)) \\odot \\mathbb{1}[s_1 > 0]) x^{\\top}");
    assertThat(latex("-(a b)")).isEqualTo("-a b");
    assertThat(latex("c - (-(a b))")).isEqualTo("c - (-a b)");
    assertThat(latex("2 * 3")).isEqualTo("2 \\cdot 3");
    assertThat(latex("(a + b) / 2 x")).isEqualTo("\\frac{a + b}{2} x");
    assertThat(latex("(a / b)^2")).isEqualTo("\\left( \\frac{a}{b} \\right)^2");
  }

  @Test
  void latexFunctions() {
    assertThat(latex("softmax(x) + tanh(x) + exp(x) + inv(A)' + log_softmax(x)"))
        .isEqualTo(
            "\\operatorname{softmax}(x) + \\tanh(x) + e^x + (A^{-1})^{\\top}"
                + " + \\operatorname{log\\_softmax}(x)");
    assertThat(latex("||x|| + |u| + sqrt(x) + dot(a, b)"))
        .isEqualTo("\\lVert x \\rVert + \\lvert u \\rvert + \\sqrt{x} + \\langle a, b \\rangle");
    assertThat(latex("sigma(x) + f(u) + tanh'(s)"))
        .isEqualTo("\\sigma(x) + f(u) + \\tanh^{\\prime}(s)");
  }

  @Test
  void latexBoundOperators() {
    assertThat(latex("sum[k] x[k] y")).isEqualTo("\\sum_{k} x_k y");
    assertThat(latex("(sum[k=1..n] x[k]) y")).isEqualTo("\\left( \\sum_{k = 1}^n x_k \\right) y");
    assertThat(latex("sum[j; j != i] x[j]")).isEqualTo("\\sum_{j \\neq i} x_j");
    assertThat(latex("softmax[s] S[h,s]")).isEqualTo("\\operatorname*{softmax}_{s} S_{hs}");
  }

  @Test
  void latexBlocks() {
    assertThat(latex("[a, b; c, d]")).isEqualTo("\\begin{bmatrix} a & b \\\\ c & d \\end{bmatrix}");
  }

  @Test
  void mathmlLooksLikeTheLatex() {
    assertThat(mathml("W1' x"))
        .isEqualTo(
            "<math><mrow><msubsup><mi>W</mi><mn>1</mn><mo>⊤</mo></msubsup>"
                + "<mo>&#x2062;</mo><mi>x</mi></mrow></math>");
    assertThat(mathml("dC/dx"))
        .isEqualTo(
            "<math><mfrac><mrow><mo>∂</mo><mi>C</mi></mrow>"
                + "<mrow><mo>∂</mo><mi>x</mi></mrow></mfrac></math>");
    assertThat(mathml("1[x < 0]")).contains("<mo>&lt;</mo>");
  }

  @Test
  void markedNamesHaveTheColourOfTheirNumber() {
    var marked = new LatexSpelling(java.util.List.of("x", "W1"));
    assertThat(marked.spell(Parser.formula("W1' x + b")))
        .isEqualTo(
            "\\textcolor{#000002}{W}_{\\textcolor{#000002}{1}}^{\\top}"
                + " \\textcolor{#000001}{x} + b");
  }
}
