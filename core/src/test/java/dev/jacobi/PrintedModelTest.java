package dev.jacobi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.eval.Evaluator;
import dev.jacobi.eval.Sampler;
import dev.jacobi.expr.Definition;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.print.Printer.Layout;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Small models, each hard to print: all their forms read back as what they mean.
class PrintedModelTest {
  private static final String MODELS =
      """
      x in R[n]
      W in R[m, n]
      B in R[m, m]
      s1 = sigmoid(softmax(sigmoid(W x)))
      C = sum((B diag(s1)) .* B)
      derive C wrt W
      ---
      y in R[n]
      u in R[m]
      Q in R[n, m]
      S in psd[n]
      s1 = y
      s3 = mse(Q u, softmax(inv(S) s1))
      C = ||s1 / (1 + s3^2)||^2
      hessian C wrt y
      ---
      x in R[n]
      A in R[n, n]
      S in psd[n]
      s3 = x
      C = log(1 + ((diag(s3) A abs(s3))' inv(S) (diag(s3) A abs(s3)))^2)
      derive C wrt x
      ---
      v in R[h]
      X in R[h, n]
      x in R[n]
      C = ((X' v)' x) * sum(tanh(softmax(v v')))
      derive C wrt v
      ---
      p in R+[n]
      x in R[n]
      s3 = log_softmax((p' p) * x)
      C = sum(s3)
      derive C wrt x
      ---
      y in R[n]
      s1 = tanh(normalize(sigmoid(cumsum(y))))
      jacobian s1 wrt y
      ---
      v in R[h]
      C = softplus(normalize(v))' exp(cumsum(v) / 4)
      derive C wrt v
      ---
      n = 3
      M in inv[n]
      s1 = diag(M)
      C = max(log_softmax(cumsum(s1)))
      derive C wrt M
      ---
      v in R[h]
      C = sum([v; v].^2)
      derive C wrt v
      ---
      V in R[h, m]
      B in R[m, m]
      C = ||[log_softmax(V), V B]||^2
      derive C wrt V
      ---
      u in R[m]
      t in simplex[m]
      s5 = outer(u, t)
      C(s5) in R
      hessian C wrt t
      ---
      u in R[m]
      v in R[n]
      C = sum(tanh([u; v; u]))
      derive C wrt u
      ---
      v in R[h]
      x in R[n]
      C = logsumexp([v; v; x])
      derive C wrt v
      ---
      V in R[h, m]
      B in R[m, m]
      C = logdet([V; B]' [V; B])
      derive C wrt V
      ---
      A, B in R[m, n]
      C = max(A + B)
      derive C wrt A
      ---
      A, B in R[m, n]
      k = argmax(A + B)
      C = sum(k .* A[:,1])
      derive C wrt A
      ---
      A in R[m, n]
      r[i] = max(A[i,:])
      C = sum(r)
      derive C wrt A
      ---
      A in R[n, n]
      x, z in R[n]
      s1[i,j] = sum[k] A[j,k] (z[i] + x[j])
      C = ||s1||^2
      derive C wrt x
      ---
      B in R[n, n]
      x in R[n]
      s1[i,j] = (sum[k] B[j,k] + x[i]) sum[k] B[j,k]
      C = ||s1||^2
      derive C wrt x
      ---
      x in R[n]
      v in R[h]
      X in R[h, n]
      C = logsumexp([X x; v])
      derive C wrt x
      ---
      u in R[m]
      V in R[h, m]
      C = ||[rowsum(V) u', V]||^2
      derive C wrt V
      ---
      v in R[h]
      X in R[h, n]
      A in R[n, n]
      s1 = (min[k] (v[k] A[1,1] X[k,1])) + (sum[k] A[k,k])
      C(s1) in R
      derive C wrt A
      ---
      V in R[h, m]
      B in R[m, m]
      W in R[m, n]
      s1[i] = (prod[k] (B[k,k] V[1,k])) + W[1,i]
      jacobian s1 wrt B
      """;

  static Stream<String> models() {
    return Stream.of(MODELS.split("---\n"));
  }

  @ParameterizedTest
  @MethodSource("models")
  void readsBack(String model) {
    assertThat(ModelProperties.failure(model)).isEmpty();
  }

  private static Definition.Formula body(Model model, String name) {
    return (Definition.Formula) model.read().model().definitions().get(name).body();
  }

  @Test
  void whatMayBeHugeIsNotComputedWhereItDoesNotCount() {
    Model model =
        Jacobi.read(
            "huge",
            """
            x = [50; 800; -1]
            s = elu(x)
            C = sum(elu(x)) + 1
            l = sum(where(x <= 0, 0, log(x)))
            e = sum[i=1..2] exp(elu(x)[i] - 800)
            p = softmax(x)
            z = logsumexp(x)
            """);
    var evaluator =
        new Evaluator(model.read().model(), new Sampler(model.read().model(), 1).point(0));
    double last = Math.expm1(-1);
    assertThat(evaluator.array("s")).containsExactly(50, 800, last);
    assertThat(evaluator.array("C")).containsExactly(851 + last);
    assertThat(evaluator.array("l")).containsExactly(Math.log(50) + Math.log(800));
    assertThat(evaluator.array("e")).containsExactly(1);
    assertThat(evaluator.array("p")).containsExactly(Math.exp(-750), 1, 0);
    assertThat(evaluator.array("z")).containsExactly(800);
  }

  @Test
  void argmaxIsTheFirstOfThoseThatAreTied() {
    Model model = Jacobi.read("tie", "x = [1; 3; 2; 3]\nk = argmax(x)");
    var core = model.read().model();
    assertThat(new Evaluator(core, new Sampler(core, 1).point(0)).array("k")).containsExactly(2);
  }

  @Test
  void aSumOverAStackIsWrittenBlockByBlock() {
    Model model = Jacobi.read("stack", "u in R[m]\nv in R[n]\nC = sum(tanh([u; v]))");
    var entry = model.printer().entry(body(model, "C").expr(), List.of(), List.of());
    assertThat(TextSpelling.PLAIN.spell(entry.syntax()))
        .isEqualTo("sum[i] tanh(u[i]) + sum[i] tanh(v[i])");
  }

  @Test
  void aNumberInFrontStaysInFrontWhenTheRestIsTurnedOver() {
    Model model = Jacobi.read("row", "p, x in R[n]\ns = log_softmax((p' p) * x)");
    Definition s = model.read().model().definitions().get("s");
    var row =
        model
            .printer()
            .matrix(body(model, "s").expr(), List.of(), s.parameters(), Layout.NUMERATOR);
    assertThat(TextSpelling.PLAIN.spell(row.orElseThrow()))
        .isEqualTo("(p' p x)' - logsumexp(p' p x)");
  }
}
