package dev.jacobi.bench.peers;

import static dev.jacobi.bench.peers.Step.tensor;

import dev.jacobi.bench.work.Data;
import dev.jacobi.bench.work.Task;
import dev.jacobi.bench.work.Work;
import java.util.Map;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/// Jacobians, Hessians, attention and normalisation.
final class Arrays {
  private static final Scalar ONE = new Scalar(1f);
  private static final Scalar LESS = new Scalar(-1f);

  private Arrays() {}

  /// All rows at once: as many copies of x as it has entries, each sent a unit vector.
  static Work softmax(Task task) {
    int n = task.size("n");
    Tensor x = tensor("x", 2, n);
    Tensor eye = torch.eye(n);
    return new Step(() -> {
      Tensor rows = x.expand(n, n).requires_grad_(true);
      return Map.of("J", back(torch.softmax(rows, 1), eye, rows).get(0));
    });
  }

  static Work softmaxByHand(Task task) {
    Tensor x = tensor("x", 2, task.size("n"));
    return new Step(() -> {
      Tensor p = torch.softmax(x, 0);
      return Map.of("J", torch.diag(p).addr_(p, p, ONE, LESS));
    });
  }

  private static TensorVector back(Tensor y, Tensor g, Tensor... wanted) {
    return torch.grad(
        new TensorVector(y),
        new TensorVector(wanted),
        new TensorVector(g),
        new BoolOptional(),
        false,
        false);
  }

  static Work logisticByHand(Task task) {
    Tensor x = tensor("X", 1, task.size("m"), task.size("n"));
    Tensor w = tensor("w", 0.1, task.size("n"));
    return new Step(() -> Map.of("H", torch.mm(x.t(), slope(x, w).unsqueeze(1).mul(x))));
  }

  static Work productByHand(Task task) {
    Tensor x = tensor("X", 1, task.size("m"), task.size("n"));
    Tensor w = tensor("w", 0.1, task.size("n"));
    Tensor v = tensor("v", 1, task.size("n"));
    return new Step(() -> Map.of("Hv", torch.matmul(x.t(), slope(x, w).mul(torch.matmul(x, v)))));
  }

  private static Tensor slope(Tensor x, Tensor w) {
    Tensor p = torch.sigmoid(torch.matmul(x, w));
    return p.sub(p.mul(p));
  }

  static Work product(Task task) {
    int m = task.size("m");
    Tensor x = tensor("X", 1, m, task.size("n"));
    Tensor w = tensor("w", 0.1, task.size("n")).requires_grad_(true);
    Tensor v = tensor("v", 1, task.size("n"));
    float[] t = Data.uniform("t", m, 1);
    for (int i = 0; i < m; i++) t[i] = t[i] > 0 ? 1 : 0;
    Tensor target = Tensor.create(t, m);
    return new Step(() -> {
      Tensor s = torch.matmul(x, w);
      Tensor cost = torch.softplus(s).sub(target.mul(s)).sum();
      var none = new BoolOptional();
      var seed = new TensorVector(torch.ones_like(cost));
      Tensor g =
          torch.grad(new TensorVector(cost), new TensorVector(w), seed, none, true, false).get(0);
      return Map.of("Hv", back(g, v, w).get(0));
    });
  }

  static Work attention(Task task) {
    var scale = new Scalar((float) (1 / Math.sqrt(task.size("d"))));
    return attended(
        task, (q, k, v) -> torch.mm(torch.softmax(torch.mm(q, k.t()).mul(scale), 1), v));
  }

  static Work fused(Task task) {
    long n = task.size("n");
    long d = task.size("d");
    return attended(
        task,
        (q, k, v) ->
            torch
                .scaled_dot_product_attention(
                    q.view(1, 1, n, d), k.view(1, 1, n, d), v.view(1, 1, n, d))
                .view(n, d));
  }

  private interface Attention {
    Tensor of(Tensor q, Tensor k, Tensor v);
  }

  private static Work attended(Task task, Attention attention) {
    int n = task.size("n");
    int d = task.size("d");
    Tensor q = tensor("Q", 1, n, d).requires_grad_(true);
    Tensor k = tensor("K", 1, n, d).requires_grad_(true);
    Tensor v = tensor("V", 1, n, d).requires_grad_(true);
    Tensor g = tensor("G", 1, n, d);
    return new Step(() -> {
      Tensor o = attention.of(q, k, v);
      TensorVector s = back(o, g, q, k, v);
      return Map.of("O", o, "dQ", s.get(0), "dK", s.get(1), "dV", s.get(2));
    });
  }

  static Work layerNorm(Task task) {
    int b = task.size("b");
    int n = task.size("n");
    Tensor x = tensor("X", 1, b, n).requires_grad_(true);
    Tensor gamma = tensor("gamma", 1, n).requires_grad_(true);
    Tensor beta = tensor("beta", 1, n).requires_grad_(true);
    Tensor g = tensor("G", 1, b, n);
    long[] shape = {n};
    return new Step(() -> {
      Tensor y =
          torch.layer_norm(
              x, shape, new TensorOptional(gamma), new TensorOptional(beta), 1e-5, true);
      TensorVector s = back(y, g, x, gamma, beta);
      return Map.of("dX", s.get(0), "dgamma", s.get(1), "dbeta", s.get(2));
    });
  }
}
