package dev.jacobi.bench.floor;

import dev.jacobi.bench.work.Contender;
import dev.jacobi.bench.work.Task;
import dev.jacobi.bench.work.Work;
import java.util.Map;

/// Everything by hand.
public final class Floor implements Contender {

  @Override
  public String about() {
    return "Java " + Runtime.version() + " by hand, vectors of " + Vectors.V + " floats";
  }

  @Override
  public Map<String, Work> open(Task task) {
    return switch (task.kind()) {
      case "tiny" -> Map.of("by_hand", new TinyNet());
      case "two-layer" -> Map.of("by_hand", new TwoLayers());
      case "mlp" -> Map.of("by_hand", new Perceptron(task));
      case "softmax-jacobian" -> Map.of("by_hand", new SoftmaxJacobian(task.size("n")));
      case "logistic-hessian" -> Map.of("by_hand", new LogisticHessian(task));
      case "logistic-hvp" -> Map.of("by_hand", new LogisticProduct(task));
      case "net-hessian" -> Map.of("by_hand", new NetHessian());
      case "attention" -> Map.of("by_hand", new Attention(task.size("n"), task.size("d")));
      case "layer-norm" -> Map.of("by_hand", new LayerNorm(task.size("b"), task.size("n")));
      default -> Map.of();
    };
  }
}
