package dev.jacobi.learn.train;

import dev.jacobi.Jacobi;
import dev.jacobi.Model;
import dev.jacobi.engine.Outputs;
import dev.jacobi.engine.Sizes;
import dev.jacobi.engine.Tensor;
import dev.jacobi.learn.Random;
import dev.jacobi.learn.data.Dataset;
import dev.jacobi.learn.data.Roles;
import dev.jacobi.learn.data.Stored;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Points in the plane, and on which side of a curve they lie: something small to learn.
final class Lines {
  static final int EXAMPLES = 100;
  static final List<String> OVER = List.of("W1", "b1", "W2", "b2");
  static final String TEXT =
      """
      x in R[2],  y in onehot[2]
      W1 in R[8, 2],  b1 in R[8]
      W2 in R[2, 8],  b2 in R[2]
      h = tanh(W1 x + b1)
      z = W2 h + b2
      C = ce_logits(z, y)
      derive C wrt W1, b1, W2, b2
      """;

  private Lines() {}

  static Model model() {
    return Jacobi.read("lines.jacobi", TEXT);
  }

  static Task task() {
    return task(model());
  }

  static Task task(Model model) {
    var roles = Roles.of(model, Outputs.of("C").inputs(model), OVER);
    return Task.of(model, "C", OVER, roles, Task.Total.MEAN);
  }

  static Dataset data() {
    Random r = Random.of(1);
    double[] x = new double[2 * EXAMPLES];
    double[] y = new double[2 * EXAMPLES];
    for (int e = 0; e < EXAMPLES; e++) {
      x[2 * e] = r.normal();
      x[2 * e + 1] = r.normal();
      boolean above = x[2 * e + 1] > x[2 * e] * x[2 * e] - 1;
      y[2 * e + (above ? 1 : 0)] = 1;
    }
    return new Dataset("lines", EXAMPLES, List.of(Stored.of("x", x, 2), Stored.of("y", y, 2)));
  }

  static Map<String, Tensor> initial() {
    return Initial.of(model(), OVER, Sizes.of(), 0, Optional.empty(), Map.of());
  }

  static Trainer trainer(Settings s) {
    return trainer(s, new State(initial(), s));
  }

  static Trainer trainer(Settings s, State state) {
    return trainer(s, data(), state);
  }

  static Trainer trainer(Settings s, Dataset data, State state) {
    return Trainer.of(task(), s, data, data.all(), Sizes.of(), state);
  }
}
