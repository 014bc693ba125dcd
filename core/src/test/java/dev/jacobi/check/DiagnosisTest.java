package dev.jacobi.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every code has a wrong claim that earns it, with the formula that should stand there.
class DiagnosisTest {
  private static final String NET =
      """
      x in R[n],  y in R[K]
      W1 in R[a, n],  b1 in R[a]
      W2 in R[K, a],  b2 in R[K]
      z1 = W1 x + b1
      a1 = tanh(z1)
      z2 = W2 a1 + b2
      C = ||z2 - y||^2
      """;
  private static final String BATCH =
      """
      X in R[N, D],  T in R[N, K]
      W in R[D, K],  b in R[1, K]
      Z = X W + b
      P = sigmoid(Z)
      C = sum((P - T).^2) / N
      """;
  private static final String SOFTMAX =
      """
      x in R[n]
      A in R[m, n]
      y = softmax(x)
      s = A x
      L(y) in R
      """;

  @BeforeAll
  static void warm() { // guesses are bounded in time, and code is slow when it first runs
    for (int n = 0; n < 5; n++)
      judged(NET, "dC/db2 = cos(y) .* exp(z2) .* tanh(z2) ./ (2 + sin(y))");
  }

  private static Relation judged(String model, String claim) {
    Checked c = Checker.check("claim.jacobi", model + claim + "\n", Optional.empty());
    assertThat(c.errors()).isEmpty();
    return c.relations().getLast();
  }

  private static void says(String model, String claim, Code code, String correct, String... words) {
    Relation r = judged(model, claim);
    assertThat(r.verdict().isWrong()).as(claim).isTrue();
    assertThat(r.diagnosis()).as(r.message()).contains(code);
    assertThat(r.correct().map(Relation.Correct::text)).as(r.message()).contains(correct);
    for (String w : words) assertThat(r.message()).contains(w);
    assertThat(judged(model, claim.substring(0, claim.indexOf('=')) + "= " + correct).verdict())
        .isIn(Verdict.PROVED, Verdict.AGREES);
  }

  @Test
  void sign() {
    says(NET, "dC/dz2 = 2 (y - z2)", Code.SIGN, "2 (z2 - y)", "`y` and `z2` are exchanged");
    says(NET, "dC/dz1 = dC/da1 .* (1 + a1.^2)", Code.SIGN, "dC/da1 .* (1 - a1.^2)", "a1.^2");
  }

  @Test
  void factor() {
    says(NET, "dC/dz2 = z2 - y", Code.FACTOR, "2 (z2 - y)", "a factor 2 is missing");
    says(BATCH, "dC/dP = 2 (P - T)", Code.FACTOR, "2 (P - T) / N", "N times too large");
  }

  @Test
  void transpose() {
    says(NET, "dC/da1 = W2 dC/dz2", Code.TRANSPOSE, "W2' dC/dz2", "`W2` is to be transposed");
    says(NET, "dC/dW2 = (dC/dz2 a1')'", Code.TRANSPOSE, "dC/dz2 a1'");
  }

  @Test
  void order() {
    says(NET, "dC/da1 = dC/dz2 W2'", Code.ORDER, "W2' dC/dz2", "in the wrong order");
  }

  @Test
  void hadamard() {
    says(NET, "dC/dz1 = dC/da1 (1 - a1.^2)", Code.HADAMARD, "dC/da1 .* (1 - a1.^2)");
  }

  @Test
  void sum() {
    says(BATCH, "dC/db = dC/dZ", Code.SUM, "colsum(dC/dZ)", "a sum over the rows");
    says(BATCH, "dC/dW[d,k] = X[n,d] dC/dZ[n,k]", Code.SUM, "sum[j] X[j,d] dC/dZ[j,k]", "over n");
  }

  @Test
  void chain() {
    says(NET, "dC/dz1 = W2' dC/dz2", Code.CHAIN, "(W2' dC/dz2) .* tanh'(z1)", "`tanh'(z1)`");
    says(
        NET,
        "dC/dW1 = (dC/dz2 .* (1 - a1.^2)) x'",
        Code.CHAIN,
        "((W2' dC/dz2) .* (1 - a1.^2)) x'",
        "`W2'`");
    says(NET, "dC/db1[i] = dC/da1[i]", Code.CHAIN, "dC/dz1[i]", "is meant");
  }

  @Test
  void term() {
    says(NET, "dC/dz2 = 2 z2", Code.TERM, "2 (z2 - y)", "`-y`");
    says(SOFTMAX, "jac(y, x) = diag(y)", Code.TERM, "diag(y) - y y'", "`-(y y')`");
  }

  @Test
  void argument() {
    says(
        NET,
        "dC/dz1 = dC/da1 .* tanh'(a1)",
        Code.ARGUMENT,
        "dC/da1 .* tanh'(z1)",
        "tanh' is taken at `a1`, it should be at `z1`");
  }

  @Test
  void diagonal() {
    says(SOFTMAX, "dL/dx = dL/dy .* y .* (1 - y)", Code.DIAGONAL, "y .* (dL/dy - y' dL/dy)");
    says(SOFTMAX, "dy[i]/dx[j] = y[i] (1 - y[i])", Code.DIAGONAL, "y[i] (delta[i,j] - y[j])");
    says(NET, "da1/dz1 = 1 - a1.^2", Code.DIAGONAL, "diag(1 - a1.^2)", "a diagonal matrix");
  }

  @Test
  void index() {
    says(NET, "dC/dW1[i,j] = dC/dz1[j] x[i]", Code.INDEX, "dC/dz1[i] x[j]", "are exchanged");
    says(
        SOFTMAX,
        "y[i] = exp(x[i]) / sum[k] exp(x[j])",
        Code.INDEX,
        "exp(x[i]) / sum[k] exp(x[k])",
        "the sum runs over k, and what is summed has j");
  }

  @Test
  void theCase() {
    Relation r = judged(SOFTMAX, "dy[i]/dx[j] = y[i] (1 - y[i]) if i != j");
    assertThat(r.diagnosis()).contains(Code.CASE);
    assertThat(r.message()).contains("it holds where `i == j`");
  }

  @Test
  void name() {
    says(NET, "dC/dW2 = dC/dz2 z1'", Code.NAME, "dC/dz2 a1'", "`a1` is meant where `z1` stands");
  }

  @Test
  void layout() {
    says(NET, "dC/dW1 = x dC/dz1", Code.LAYOUT, "dC/dz1 x'", "other layout");
  }

  @Test
  void shapeAndUnknown() {
    assertThat(judged(NET, "dC/dW1 = dC/dz2 + exp(z2 y') x").diagnosis()).contains(Code.SHAPE);
    Relation r = judged(NET, "dC/db2 = cos(y) .* exp(z2) .* tanh(z2) ./ (2 + sin(y))");
    assertThat(r.diagnosis()).contains(Code.UNKNOWN);
    assertThat(r.correct().map(Relation.Correct::text)).contains("2 (z2 - y)");
    assertThat(r.counterexample()).isNotEmpty();
  }

  @Test
  void twoSlipsAreBothNamed() {
    Relation r = judged(NET, "dC/da1 = -W2 dC/dz2");
    assertThat(r.correct().map(Relation.Correct::text)).contains("W2' dC/dz2");
    assertThat(r.message()).contains("sign", "transposed");
  }

  @Test
  void counterexamplesSpeakOnlyOfNamesInTheFormulas() {
    Relation r = judged(NET, "dC/dz2 = 2 (y - z2)");
    assertThat(r.counterexample()).containsOnlyKeys("y", "z2");
  }

  @Test
  void twoSlipsInANumberAreBothNamed() {
    Relation r = judged("x in R[n]\np = softmax(x)\nF = p' x\n", "F = 2 (x' x) + F");
    assertThat(r.verdict()).isEqualTo(Verdict.REFUTED);
    Relation s = judged("u in R[n], v in R[n]\nf = u' v\n", "f = -(u' u)");
    assertThat(s.message()).contains("sign", "`v` is meant");
    assertThat(s.correct().orElseThrow().text()).isIn("u' v", "v' u");
  }

  @Test
  void aSlipIsFoundWhereTheFirstPointSaysNothing() {
    Relation r = judged("u in R[n]\nr = relu(u)\n", "jac(r, u) = -diag(1[u > 0]) / 2");
    assertThat(r.diagnosis()).contains(Code.FACTOR);
    assertThat(r.correct().orElseThrow().text()).contains("diag(1[u > 0])");
  }
}
