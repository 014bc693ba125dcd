package dev.jacobi.learn.train;

import dev.jacobi.engine.Precision;
import dev.jacobi.engine.Tensor;
import dev.jacobi.engine.Tensors;
import java.util.LinkedHashMap;
import java.util.Map;

/// Averages of means over batches, by which a model is judged that takes means of a batch while it
/// is trained.
public final class RunningMeans {
  private static final double MOMENTUM = 0.1; // as in PyTorch

  private RunningMeans() {}

  /// What they are before the first batch.
  ///
  /// @param results of a batch, for their shapes
  public static Map<String, Tensor> first(Task task, Precision precision, Tensors results) {
    Map<String, Tensor> all = new LinkedHashMap<>();
    task.running()
        .forEach((name, first) -> {
          Tensor t = Tensor.zeros(precision, results.get(name).shape());
          for (int q = 0; q < t.size(); q++) t.set(q, first);
          all.put(name, t);
        });
    return all;
  }

  /// Lets them follow the means of a batch.
  public static void follow(Map<String, Tensor> running, Tensors results) {
    running.forEach((name, t) -> {
      Tensor now = results.get(name);
      for (int q = 0; q < t.size(); q++) t.set(q, (1 - MOMENTUM) * t.at(q) + MOMENTUM * now.at(q));
    });
  }
}
