package dev.jacobi.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is equal is proved so, for all values; what only looks equal is refuted with numbers.
class TiersTest {
  private static Relation judged(String declarations, String claim) {
    String text = String.join("\n", declarations.split(";\\s*")) + "\n" + claim + "\n";
    Checked c = Checker.check("claim.jacobi", text, Optional.empty());
    assertThat(c.errors()).as(text).isEmpty();
    return c.relations().getLast();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          x in R[n]; c in R                                 ~ softmax(x + c) = softmax(x)
          z in R; s = sigmoid(z)                            ~ ds/dz = s (1 - s)
          z in R; s = 1 / (1 + exp(-z))                     ~ ds/dz = exp(-z) / (1 + exp(-z))^2
          x in R[n]; mu = mean(x)                           ~ sum(x - mu) = 0
          x in R+[n]; y in R+[n]                            ~ 1 ./ x + 1 ./ y = (x + y) ./ (x .* y)
          a in R+; b in R+                                  ~ 1/a - 1/b = (b - a) / (a b)
          theta in R[D]; y in onehot[D]; C = ce(softmax(theta), y) ~ dC/dtheta = softmax(theta) - y
          A in sym[n]; x in R[n]; f = x' A x                ~ df/dx = 2 A x
          A in R[n, n]; x in R[n]; f = x' A x               ~ df/dx = (A + A') x
          W in R[m, n]; x in R[n]; y = W x; L(y) in R       ~ dL/dW = dL/dy x'
          X in R[N, d]; w in R[d]; t in R[N]; C = ||X w - t||^2 ~ hess(C, w) = 2 X' X
          z in R[n]; p = softmax(z)                         ~ dp/dz = diag(p) - p p'
          x in R[n]                                         ~ relu(x) = max(x, 0)
          x in R[n]                                         ~ relu(x) + relu(-x) = abs(x)
          x in R[n]                                         ~ relu(x) = x .* 1[x > 0]
          x in R; y in R                                    ~ max(x, y) + min(x, y) = x + y
          x in R; y in R                                    ~ max(x, y) = (x + y + abs(x - y)) / 2
          x in R; y in R                                    ~ max(x, y) = y + relu(x - y)
          x in R                                            ~ leaky_relu(x) = max(x, 0) + 0.01 min(x, 0)
          """)
  void theyAreProved(String declarations, String claim) {
    assertThat(judged(declarations, claim).verdict()).isEqualTo(Verdict.PROVED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          x in R[n]; c in R     ~ logsumexp(x + c) = logsumexp(x) + c
          x in R[n]; c in R     ~ log_softmax(x + c) = log_softmax(x)
          x in R[n]; c in R     ~ max(x + c) = max(x) + c
          t in R                ~ sigmoid(-t) = 1 - sigmoid(t)
          t in R                ~ tanh(t) = 2 sigmoid(2 t) - 1
          t in R                ~ softplus(t) - softplus(-t) = t
          t in R                ~ log(sigmoid(t)) = -softplus(-t)
          t in R; u in R        ~ tanh(t + u) = (tanh(t) + tanh(u)) / (1 + tanh(t) tanh(u))
          w in (0,1)            ~ sigmoid(log(w / (1 - w))) = w
          t in R                ~ cosh(t)^2 - sinh(t)^2 = 1
          t in R                ~ sin(t)^2 + cos(t)^2 = 1
          t in R                ~ tan(t)^2 + 1 = 1 / cos(t)^2
          z in R[n]; y in R[n]  ~ sum(softplus(z) - y .* z) = -sum(y .* log(sigmoid(z)) + (1 - y) .* log(1 - sigmoid(z)))
          """)
  void functionsAreProvedByTheirExponentials(String declarations, String claim) {
    Relation r = judged(declarations, claim);
    assertThat(r.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(r.tier()).contains("functions");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          t in R                ~ log(1 + exp(t)) = t
          t in R; u in R        ~ log(exp(t) + exp(u)) = t + u
          t in R                ~ tanh(t) = 2 sigmoid(t) - 1
          t in R                ~ sigmoid(-t) = -sigmoid(t)
          x in R[n]; c in R     ~ logsumexp(c x) = c logsumexp(x)
          x in R[n]; c in R     ~ max(c x) = c max(x)
          t in R                ~ log(t^2) = 2 log(t)
          t in R                ~ sqrt(t^2) = t
          """)
  void whatHoldsOfNoFunctionIsNotProved(String declarations, String claim) {
    assertThat(judged(declarations, claim).verdict()).isNotEqualTo(Verdict.PROVED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          A in R[n, n]; x in R[n]; f = x' A x               ~ df/dx = 2 A x
          A in R[n, n]; x in R[n]; f = x' A x               ~ df/dx = 2 A' x
          A in R[n, n]                                      ~ A' = A
          A in R[n, n]; B in R[n, n]                        ~ A B = B A
          A in R[n, n]; B in R[n, n]                        ~ tr(A B) = tr(A) tr(B)
          A in inv[n]; B in inv[n]                          ~ inv(A B) = inv(A) inv(B)
          theta in R[D]; t in R+[D]; C = -sum(t .* log(softmax(theta))) ~ dC/dtheta = softmax(theta) - t
          x in R[n]; c in R[n]                              ~ softmax(x + c) = softmax(x)
          x in R[n]                                         ~ ||x||^2 = sum(x)^2
          u in R[n]; v in R[n]                              ~ u' v = sum(u) sum(v)
          z in R[n]; p = softmax(z); L(p) in R              ~ dL/dz = p .* (1 - p) .* dL/dp
          """)
  void whatOnlyLooksEqualIsRefutedWithNumbers(String declarations, String claim) {
    Relation r = judged(declarations, claim);
    assertThat(r.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(r.counterexample()).isNotEmpty();
  }

  @Test
  void aFactThatIsUsedIsNamed() {
    Relation r =
        judged(
            "theta in R[D]; y in simplex[D]; C = -sum(y .* log(softmax(theta)))",
            "dC/dtheta = softmax(theta) - y");
    assertThat(r.uses()).contains("sum(y) = 1");
  }

  @Test
  void aShapeThatDoesNotFitIsMalformedAndTheOthersAreJudged() {
    String text =
        """
        x in R[n]
        W in R[m, n]
        y = W x
        L(y) in R
        dL/dW = x dL/dy'
        dL/dx = W' dL/dy
        """;
    Checked c = Checker.check("claims.jacobi", text, Optional.empty());
    assertThat(c.relations())
        .extracting(Relation::verdict)
        .containsExactly(Verdict.MALFORMED, Verdict.PROVED);
    assertThat(c.status()).isEqualTo(1);
  }

  @Test
  void theRightFormulaStandsBesideAWrongOne() {
    Relation r = judged("A in R[n, n]; x in R[n]; f = ||A x||^2", "df/dx = A' A x");
    assertThat(r.diagnosis()).contains(Code.FACTOR);
    assertThat(r.correct().orElseThrow().text()).isIn("2 A' A x", "2 (A' A x)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          x in R; y in R                ~ relu(x + y) = relu(x) + relu(y)
          x in R                        ~ relu(x) = x
          x in R                        ~ relu(x - 10) = 0
          x in R                        ~ 1[x > 5] = 0
          x in R                        ~ 1[x > 0] = 1[x >= 1/100]
          x in R                        ~ max(x, 20) = 20
          x in R                        ~ hardtanh(x / 10) = x / 10
          x in R[n]                     ~ clip(x, -9, 9) = x
          x in R+                       ~ 1[x < 8] = 1
          x in R; y in R                ~ 1[x < y + 12] = 1
          x in R                        ~ (x^2)^(1/2) = x
          x in R                        ~ sign(x) = 1[x > 0]
          A in R[n, n]                  ~ tr(A)^2 = tr(A^2) + 2 det(A)
          A in R[n, n]                  ~ det(2 A) = 4 det(A)
          x in R[n]                     ~ sum(x) / n * n = sum(x) / n
          x in R[n]                     ~ var(x) = sum((x - mean(x)).^2) / n
          x in R[n]; c in R             ~ logsumexp(c x) = c logsumexp(x)
          a in R+; b in R+              ~ log(a b) = log(a) log(b)
          """)
  void whatIsEqualOnlyOnOnePieceOrInOneSizeIsRefuted(String declarations, String claim) {
    Relation r = judged(declarations, claim);
    assertThat(r.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(r.counterexample()).isNotEmpty();
  }

  @Test
  void aSideWithoutAValueIsNotEqualToOneThatHasOne() {
    Relation r = judged("x in R", "log(x^2) = 2 log(x)");
    assertThat(r.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(r.diagnosis()).contains(Code.CASE);
    assertThat(r.message()).contains("where both have a value");
    assertThat(judged("x in R+", "log(x^2) = 2 log(x)").verdict()).isEqualTo(Verdict.PROVED);
  }

  @Test
  void aSecondDerivativeBySymmetricMatricesIsTakenBeforeTheirSymmetryIsUsed() {
    String model = "X in psd[n]; f = logdet(X)";
    assertThat(judged(model, "hess(f, X)[i,j,k,l] = -inv(X)[i,l] inv(X)[k,j]").verdict())
        .isEqualTo(Verdict.PROVED);
    assertThat(judged(model, "hess(f, X)[i,j,k,l] = -inv(X)[i,k] inv(X)[j,l]").verdict())
        .isEqualTo(Verdict.REFUTED);
  }
}
