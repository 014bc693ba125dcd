package dev.jacobi.bench.ours;

import dev.jacobi.bench.work.Data;
import dev.jacobi.bench.work.Task;
import dev.jacobi.engine.Outputs;
import dev.jacobi.engine.Sizes;
import java.util.Optional;

/// The models of the tasks.
final class Problems {
  private Problems() {}

  static Optional<Problem> of(Task task) {
    return Optional.ofNullable(
        switch (task.kind()) {
          case "tiny" -> tiny();
          case "two-layer" -> twoLayers();
          case "mlp" -> Perceptrons.of(task);
          case "softmax-jacobian" -> softmax(task.size("n"));
          case "logistic-hessian" -> logistic(task);
          case "logistic-hvp" -> product(task);
          case "net-hessian" -> netHessian();
          case "attention" -> attention(task);
          case "layer-norm" -> layerNorm(task);
          default -> Oracles.of(task.kind());
        });
  }

  private static Problem tiny() {
    String text =
        """
        x in R[n],  t in R,  rate in R
        W1 in R[a, n],  b1 in R[a]
        W2 in R[a],  b2 in R

        h = sigmoid(W1 x + b1)
        y = sigmoid(W2' h + b2)
        C = 1/2 (y - t)^2
        """;
    return new Problem(text, Outputs.derivativesOf("C"), Sizes.of("n", 2, "a", 4))
        .with("x", Data.uniform("x", 2, 1))
        .with("t", Data.uniform("t", 1, 1))
        .with("rate", new float[] {0.01f})
        .with("W1", Data.uniform("W1", 8, 1))
        .with("b1", Data.uniform("b1", 4, 1))
        .with("W2", Data.uniform("W2", 4, 1))
        .with("b2", Data.uniform("b2", 1, 1))
        .descending("rate", "W1", "b1", "W2", "b2");
  }

  private static final String TWO_LAYERS =
      """
      x in R[n],  y in R[K]
      W1 in R[a, n],  b1 in R[a]
      W2 in R[K, a],  b2 in R[K]

      s1 = W1 x + b1
      a1 = 3 relu(s1)
      s2 = W2 a1 + b2
      C  = ||s2 - y||^2
      """;

  private static Problem twoLayers(Outputs outputs) {
    return new Problem(TWO_LAYERS, outputs, Sizes.of("n", 10, "a", 20, "K", 5))
        .with("x", Data.uniform("x", 10, 1))
        .with("y", Data.uniform("y", 5, 1))
        .with("W1", Data.uniform("W1", 200, 0.5))
        .with("b1", Data.uniform("b1", 20, 0.5))
        .with("W2", Data.uniform("W2", 100, 0.5))
        .with("b2", Data.uniform("b2", 5, 0.5));
  }

  private static Problem twoLayers() {
    return twoLayers(Outputs.derivativesOf("C").gradients("W1", "b1", "W2", "b2"))
        .result("dW1", "dC/dW1")
        .result("db1", "dC/db1")
        .result("dW2", "dC/dW2")
        .result("db2", "dC/db2");
  }

  private static Problem netHessian() {
    return twoLayers(Outputs.derivativesOf("C").hessian("W1")).result("H", "hess(C, W1)");
  }

  private static Problem softmax(int n) {
    String text = "x in R[n]\ny = softmax(x)\n";
    return new Problem(text, Outputs.derivativesOf("y").jacobian("y", "x"), Sizes.of("n", n))
        .with("x", Data.uniform("x", n, 2))
        .result("J", "dy/dx");
  }

  private static Problem logistic(Task task, Outputs outputs) {
    String text =
        """
        X in R[m, n],  w in R[n],  t in {0,1}[m],  v in R[n]
        p = sigmoid(X w)
        C = -sum(t .* log(p) + (1 - t) .* log(1 - p))
        """;
    int m = task.size("m");
    int n = task.size("n");
    float[] t = Data.uniform("t", m, 1);
    for (int i = 0; i < m; i++) t[i] = t[i] > 0 ? 1 : 0;
    return new Problem(text, outputs, Sizes.of("m", m, "n", n))
        .with("X", Data.uniform("X", m * n, 1))
        .with("w", Data.uniform("w", n, 0.1))
        .with("v", Data.uniform("v", n, 1))
        .with("t", t);
  }

  private static Problem logistic(Task task) {
    return logistic(task, Outputs.derivativesOf("C").hessian("w")).result("H", "hess(C, w)");
  }

  private static Problem product(Task task) {
    return logistic(task, Outputs.derivativesOf("C").hessianVector("w", "v"))
        .result("Hv", "hvp(C, w, v)");
  }

  private static Problem attention(Task task) {
    String text =
        """
        Q in R[r, d],  K in R[s, d],  V in R[s, v],  G in R[r, v]
        S = Q K' / sqrt(d)
        P = softmax(S)
        O = P V
        L = sum(G .* O)
        """;
    int n = task.size("n");
    int d = task.size("d");
    return new Problem(
            text,
            Outputs.of("O").and("L").gradients("Q", "K", "V"),
            Sizes.of("r", n, "s", n, "d", d, "v", d))
        .with("Q", Data.uniform("Q", n * d, 1))
        .with("K", Data.uniform("K", n * d, 1))
        .with("V", Data.uniform("V", n * d, 1))
        .with("G", Data.uniform("G", n * d, 1))
        .result("O", "O")
        .result("dQ", "dL/dQ")
        .result("dK", "dL/dK")
        .result("dV", "dL/dV");
  }

  private static Problem layerNorm(Task task) {
    String text =
        """
        X in R[b, n],  gamma in R[n],  beta in R[n],  G in R[b, n]
        Y[i,j] = gamma[j] layernorm(X)[i,j] + beta[j]
        L = sum(G .* Y)
        """;
    int b = task.size("b");
    int n = task.size("n");
    return new Problem(
            text,
            Outputs.derivativesOf("L").gradients("X", "gamma", "beta"),
            Sizes.of("b", b, "n", n))
        .with("X", Data.uniform("X", b * n, 1))
        .with("G", Data.uniform("G", b * n, 1))
        .with("gamma", Data.uniform("gamma", n, 1))
        .with("beta", new float[n])
        .result("dX", "dL/dX")
        .result("dgamma", "dL/dgamma")
        .result("dbeta", "dL/dbeta");
  }
}
