package dev.jacobi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.Jacobi;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A function gives the same bits when the JVM interprets it, when it has compiled it, and in
/// between.
class SameBitsTest {
  private static final int POINTS = 40;
  private static final int PASSES = 100; // compiled in the midst of them

  private static final String TEXT =
      """
      X in R[N, n], T in R[N, K]
      W in R[n, K]
      Z = X W
      P = softmax(Z)
      C = -sum(T .* log_softmax(Z)) / N + sum(W.^2)
      """;

  @ParameterizedTest
  @EnumSource
  void theFirstRunAndTheLastAgree(Precision p) {
    var model = Jacobi.read("rows", TEXT);
    var outputs = Outputs.of("P").and("C").gradients("W");
    var c = Engine.create().compile(model, outputs, Sizes.of("N", 16, "n", 64, "K", 10), p);
    var in = c.inputs();
    var out = c.results();
    List<List<Double>> first = new ArrayList<>();
    for (int pass = 0; pass < PASSES; pass++) {
      for (int point = 0; point < POINTS; point++) {
        fill(in, new Random(point));
        c.run(in, out);
        List<Double> now = numbers(out);
        if (pass == 0) first.add(now);
        else assertThat(now).as("pass %d, point %d", pass, point).isEqualTo(first.get(point));
      }
    }
  }

  private static void fill(Tensors in, Random random) {
    for (String name : in.names()) {
      Tensor t = in.get(name);
      for (int q = 0; q < t.size(); q++) t.set(q, random.nextGaussian());
    }
  }

  private static List<Double> numbers(Tensors out) {
    List<Double> all = new ArrayList<>();
    for (String name : out.names()) for (double x : out.get(name).toDoubles()) all.add(x);
    return all;
  }
}
