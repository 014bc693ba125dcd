package dev.jacobi.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/// The grammar of formulas. `shape` shows a tree with every operation in brackets.
class FormulaTest {
  private static final Names NAMES = names();

  private static Names names() {
    Names names = Names.none().function("f").function("L");
    for (String value : "x y t b s1 s2 W1 W2 A B C n K a beta dC".split(" ")) {
      names.value(value);
    }
    return names;
  }

  private static String shape(String text) {
    return Shapes.of(Parser.formula(text, NAMES));
  }

  @Test
  void productsAndQuotientsAreOneLevelFromLeftToRight() {
    assertThat(shape("1/2n")).isEqualTo("{{1 / 2} n}");
    assertThat(shape("a b .* x / y z")).isEqualTo("{{{{a b} .* x} / y} z}");
    assertThat(shape("a ./ b ⊙ x ∘ y · t × s1")).isEqualTo("{{{{{a ./ b} .* x} .* y} t} s1}");
  }

  @Test
  void sumsBindLooserThanProductsAndComparisonsLooserStill() {
    assertThat(shape("W1 x + b > a - 2 y")).isEqualTo("{{{W1 x} + b} > {a - {2 y}}}");
  }

  @Test
  void unaryMinusBindsTighterThanProductsAndLooserThanPowers() {
    assertThat(shape("-x^2")).isEqualTo("{-{x ^ 2}}");
    assertThat(shape("-x y")).isEqualTo("{{-x} y}");
    assertThat(shape("x^-1")).isEqualTo("{x ^ {-1}}");
    assertThat(shape("2 -x")).isEqualTo("{2 - x}");
    assertThat(shape("a * -x − b")).isEqualTo("{{a {-x}} - b}");
  }

  @Test
  void powersAssociateToTheRight() {
    assertThat(shape("a^b.^n")).isEqualTo("{a ^ {b .^ n}}");
    assertThat(shape("x'^2")).isEqualTo("{{x'} ^ 2}");
    assertThat(shape("x²")).isEqualTo("{x ^ 2}");
    assertThat(shape("A⁻¹ x")).isEqualTo("{{A ^ {-1}} x}");
    assertThat(shape("x^{a + b}")).isEqualTo("{x ^ {a + b}}");
  }

  @Test
  void aRaisedTTransposesUnlessItIsAName() {
    assertThat(shape("W1^T x")).isEqualTo("{{W1'} x}");
    assertThat(shape("W1ᵀ x")).isEqualTo("{{W1'} x}");
    assertThat(Shapes.of(Parser.formula("x^T", Names.none().value("T")))).isEqualTo("{x ^ T}");
  }

  @Test
  void aNameCallsWhatFollowsAtOnceUnlessItIsAValue() {
    assertThat(shape("f(x)")).isEqualTo("f(x)");
    assertThat(shape("f (x)")).isEqualTo("{f x}");
    assertThat(shape("W1(x + y)")).isEqualTo("{W1 {x + y}}");
    assertThat(shape("a (b)")).isEqualTo("{a b}");
    assertThat(shape("relu(s1)")).isEqualTo("relu(s1)");
    assertThat(shape("x'(y)")).isEqualTo("{{x'} y}");
    assertThat(shape("sum[k] k(k + 1)")).isEqualTo("sum[k]{k {k + 1}}");
  }

  @Test
  void aPrimedFunctionIsItsDerivative() {
    assertThat(shape("f'(x)")).isEqualTo("f'(x)");
    assertThat(shape("tanh'(x)")).isEqualTo("tanh'(x)");
    assertThat(shape("f' (x)")).isEqualTo("{{f'} x}");
  }

  @Test
  void aDeclaredNameHidesABuiltInFunction() {
    Names names = Names.none().value("sigma").value("x");
    assertThat(Shapes.of(Parser.formula("σ(x)", names))).isEqualTo("{σ x}");
  }

  @Test
  void derivativesAreOneOperand() {
    assertThat(shape("3 dC/ds2 x'")).isEqualTo("{{3 d(C)/d(s2)} {x'}}");
    assertThat(shape("∂y[a]/∂x[b] x")).isEqualTo("{d(y[a])/d(x[b]) x}");
    assertThat(shape("dy[a]/dx[b]")).isEqualTo("d(y[a])/d(x[b])");
    assertThat(shape("dL/dy")).isEqualTo("d(L)/d(y)");
    assertThat(shape("∂E/∂q")).isEqualTo("d(E)/d(q)");
  }

  @Test
  void aQuotientOfUnknownDifferentialsStaysAQuotient() {
    assertThat(shape("dC/dQ")).isEqualTo("{dC / dQ}");
    assertThat(shape("dC / (dW1)")).isEqualTo("{dC / dW1}");
  }

  @Test
  void boundOperatorEndsAtPlus() {
    assertThat(shape("sum[j] W1[i,j] x[j] + b[i]")).isEqualTo("{sum[j]{W1[i,j] x[j]} + b[i]}");
    assertThat(shape("sum[i] (a + b)")).isEqualTo("sum[i]{a + b}");
    assertThat(shape("-sum[i] y[i] log(x[i])")).isEqualTo("{-sum[i]{y[i] log(x[i])}}");
    assertThat(shape("sum[i] sum[j] A[i,j] > 0")).isEqualTo("{sum[i]sum[j]A[i,j] > 0}");
  }

  @Test
  void boundOperatorsTakeRangesAndConditions() {
    assertThat(shape("sum[i=1..n, j; i != j, j > 2] x[i]"))
        .isEqualTo("sum[i=1..n,j;{i != j},{j > 2}]x[i]");
    assertThat(shape("softmax[s] A[a,s]")).isEqualTo("softmax[s]A[a,s]");
    assertThat(shape("∑[k in 1..K] x[k]")).isEqualTo("sum[k=1..K]x[k]");
    assertThat(shape("sum(x)")).isEqualTo("sum(x)");
  }

  @Test
  void barsCloseWhereAnOperatorIsExpected() {
    assertThat(shape("||A x - b||^2")).isEqualTo("{norm2({{A x} - b}) ^ 2}");
    assertThat(shape("||x||_1 + ||x||_2^2 + ||A||_F"))
        .isEqualTo("{{norm1(x) + {norm2(x) ^ 2}} + norm2(A)}");
    assertThat(shape("|a||b| - |x|")).isEqualTo("{{normabs(a) normabs(b)} - normabs(x)}");
    assertThat(shape("|a (|b|)|")).isEqualTo("normabs({a normabs(b)})");
    assertThat(shape("|a - |b||")).isEqualTo("normabs({a - normabs(b)})");
    assertThat(shape("2 |x|")).isEqualTo("{2 normabs(x)}");
  }

  @Test
  void indicatorsAndPositiveParts() {
    assertThat(shape("3 1[s1 > 0] x'")).isEqualTo("{{3 1[{s1 > 0}]} {x'}}");
    assertThat(shape("1[n = K]")).isEqualTo("1[{n == K}]");
    assertThat(shape("(s1)^+ + b")).isEqualTo("{relu(s1) + b}");
  }

  @Test
  void dotsBelongToOperatorsNumbersAndRanges() {
    assertThat(shape("1./x")).isEqualTo("{1 ./ x}");
    assertThat(shape("2.^x")).isEqualTo("{2 .^ x}");
    assertThat(shape("2e1 x + .5")).isEqualTo("{{2e1 x} + .5}");
    assertThat(shape("2e x")).isEqualTo("{{2 e} x}");
    assertThat(shape("sum[i=1..2] x[i]")).isEqualTo("sum[i=1..2]x[i]");
  }

  @Test
  void literalsAndWholeAxes() {
    assertThat(shape("[a, b; x, y] A[1,:]")).isEqualTo("{[a,b;x,y] A[1,:]}");
    assertThat(shape("A [a; b]")).isEqualTo("{A [a;b]}");
    assertThat(shape("√2 x")).isEqualTo("{sqrt(2) x}");
  }

  @Test
  void matrixcalculusOrgFormulasRead() {
    assertThat(shape("x'*A*x")).isEqualTo("{{{x'} A} x}");
    assertThat(shape("sum(log(exp(-y.*(A*x)) + vector(1)))"))
        .isEqualTo("sum(log({exp({{-y} .* {A x}}) + vector(1)}))");
  }

  @Test
  void deepNestingIsAProblemNotAnOverflow() {
    for (String bracket : new String[] {"(", "-", "f(", "[", "|", "sum[i] ", "x^", "√"}) {
      assertThatThrownBy(() -> Parser.formula(bracket.repeat(100_000) + "x", NAMES))
          .as(bracket)
          .isInstanceOf(NotationException.class);
    }
    assertThatThrownBy(() -> Parser.formula("x + ".repeat(100_000) + "x", NAMES))
        .hasMessageContaining("operators");
    assertThat(Parser.formula("(".repeat(150) + "x" + ")".repeat(150))).isNotNull();
  }

  @Test
  void whatWouldBeGuessedIsRefused() {
    assertThatThrownBy(() -> shape("2 3")).hasMessage("two numbers side by side");
    assertThatThrownBy(() -> shape("A^2' x")).hasMessageContaining("transpose");
    assertThatThrownBy(() -> shape("a < x < b")).hasMessageContaining("two sides");
    assertThatThrownBy(() -> shape("x[1:3]")).hasMessageContaining("part of an axis");
    assertThatThrownBy(() -> shape("x^+")).hasMessageContaining("parenthesis");
    assertThatThrownBy(() -> shape("[a, b; x]")).hasMessageContaining("rows of 2 and of 1");
    assertThatThrownBy(() -> shape("(a, b)")).hasMessageContaining("comma");
    assertThatThrownBy(() -> shape("x**2")).hasMessageContaining("**");
  }
}
