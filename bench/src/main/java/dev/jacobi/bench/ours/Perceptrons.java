package dev.jacobi.bench.ours;

import dev.jacobi.bench.work.Data;
import dev.jacobi.bench.work.Task;
import dev.jacobi.engine.Outputs;
import dev.jacobi.engine.Sizes;
import java.util.ArrayList;

/// Networks of some depth on a batch, and a step of descent.
final class Perceptrons {
  private Perceptrons() {}

  static Problem of(Task task) {
    int layers = task.size("layers");
    Sizes sizes = Sizes.of("N", task.size("batch"), "d0", task.size("in"));
    for (int l = 1; l <= layers + 1; l++)
      sizes = sizes.with("d" + l, task.size(l > layers ? "out" : "width"));
    int batch = task.size("batch");
    var problem =
        new Problem(text(layers), Outputs.derivativesOf("C"), sizes)
            .with("X", Data.uniform("X", batch * task.size("in"), 1))
            .with("T", Data.oneHot("T", batch, task.size("out")))
            .with("rate", new float[] {0.01f});
    var parameters = new ArrayList<String>();
    for (int l = 1; l <= layers + 1; l++) {
      int from = sizes.size("d" + (l - 1)).orElseThrow();
      int to = sizes.size("d" + l).orElseThrow();
      problem =
          problem
              .with("W" + l, Data.uniform("W" + l, from * to, Math.sqrt(3.0 / from)))
              .with("b" + l, Data.uniform("b" + l, to, 0.1));
      parameters.add("W" + l);
      parameters.add("b" + l);
    }
    return problem.descending("rate", parameters.toArray(String[]::new));
  }

  static String text(int layers) {
    return "rate in R\n" + net(layers);
  }

  /// The network alone, without a rate to descend by.
  static String net(int layers) {
    int last = layers + 1;
    var text = new StringBuilder("X in R[N, d0]\nT in onehot[N, d%d]\n".formatted(last));
    for (int l = 1; l <= last; l++)
      text.append("W%d in R[d%d, d%d],  b%d in R[d%d]\n".formatted(l, l - 1, l, l, l));
    for (int l = 1; l <= last; l++) {
      String input = l == 1 ? "X" : "A" + (l - 1);
      text.append("Z%d[n,i] = sum[j] %s[n,j] W%d[j,i] + b%d[i]\n".formatted(l, input, l, l));
      if (l < last) text.append("A%d = relu(Z%d)\n".formatted(l, l));
    }
    text.append("P = softmax(Z%d)\nC = -sum(T .* log(P)) / N\n".formatted(last));
    return text.toString();
  }
}
