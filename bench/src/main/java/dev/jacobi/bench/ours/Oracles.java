package dev.jacobi.bench.ours;

import dev.jacobi.bench.work.Data;
import dev.jacobi.engine.Outputs;
import dev.jacobi.engine.Sizes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Examples of the project whose gradients outsiders are asked for too: as their files ask, in
/// double.
final class Oracles {
  private Oracles() {}

  /// Null where there is no such task.
  static Problem of(String kind) {
    return switch (kind) {
      case "oracle-two-layer" -> net("two-layer").with("y", Data.doubles("y", 2, 1));
      case "oracle-tanh-softmax-ce" -> {
        double t = share("t", 1)[0];
        yield net("tanh-softmax-ce").with("t", new double[] {t, 1 - t});
      }
      case "oracle-logistic" ->
          derived("logistic", "C", Sizes.of("m", 5, "n", 3), "w")
              .with("X", Data.doubles("X", 15, 1))
              .with("w", Data.doubles("w", 3, 1))
              .with("t", share("t", 5));
      case "oracle-attention" ->
          derived("attention", "L", Sizes.of("r", 3, "d", 2, "s", 4, "v", 3), "Q", "K", "V")
              .with("Q", Data.doubles("Q", 6, 1))
              .with("K", Data.doubles("K", 8, 1))
              .with("V", Data.doubles("V", 12, 1))
              .with("dL/dO", Data.doubles("G", 9, 1));
      case "oracle-layer-norm" ->
          derived("layer-norm", "L", Sizes.of("n", 5), "x")
              .with("x", Data.doubles("x", 5, 1))
              .with("dL/dy", Data.doubles("G", 5, 1));
      default -> null;
    };
  }

  private static Problem net(String example) {
    return derived(example, "C", Sizes.of("n", 3, "a", 4, "K", 2), "W1", "b1", "W2", "b2")
        .with("x", Data.doubles("x", 3, 1))
        .with("W1", Data.doubles("W1", 12, 1))
        .with("b1", Data.doubles("b1", 4, 1))
        .with("W2", Data.doubles("W2", 8, 1))
        .with("b2", Data.doubles("b2", 2, 1));
  }

  private static Problem derived(String example, String cost, Sizes sizes, String... wrt) {
    Problem problem = new Problem(read(example), Outputs.derivativesOf(cost).gradients(wrt), sizes);
    for (String name : wrt) problem = problem.result("d" + name, "d" + cost + "/d" + name);
    return problem;
  }

  private static String read(String example) {
    Path file = Path.of(System.getProperty("jacobi.examples"), example + ".jacobi");
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Numbers within (0, 1).
  private static double[] share(String name, int length) {
    return Arrays.stream(Data.doubles(name, length, 0.5)).map(v -> v + 0.5).toArray();
  }
}
