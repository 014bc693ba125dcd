package dev.jacobi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.jacobi.Jacobi;
import org.junit.jupiter.api.Test;

class DescentTest {
  private static final String LINE =
      """
      X in R[m, n], t in R[m]
      w in R[n], b in R
      eta in R+
      p = X w + b
      C = ||p - t||^2 / m
      """;

  @Test
  void parametersLoseTheRateTimesTheirGradientInTheCallersArrays() {
    var model = Jacobi.read("line", LINE);
    var sizes = Sizes.of("m", 3, "n", 2);
    Engine engine = Engine.create();
    Compiled gradient = engine.compile(model, Outputs.of("C").gradients("w", "b"), sizes);
    Compiled step = engine.compile(model, Outputs.of("C").descend("eta", "w", "b"), sizes);
    double[] w = {0.5, -1};
    double[] b = {0.25};
    Tensors in = filled(gradient.inputs()).put("w", w.clone()).put("b", b.clone());
    Tensors g = gradient.run(in);
    Tensors moving = filled(step.inputs()).put("w", w).put("b", b).put("eta", 0.1);
    step.run(moving, step.results());
    assertThat(w[0]).isCloseTo(0.5 - 0.1 * g.get("dC/dw").at(0), within(1e-12));
    assertThat(w[1]).isCloseTo(-1 - 0.1 * g.get("dC/dw").at(1), within(1e-12));
    assertThat(b[0]).isCloseTo(0.25 - 0.1 * g.get("dC/db").at(0), within(1e-12));
  }

  @Test
  void descentFindsALeastSquaresSolution() {
    var model = Jacobi.read("line", LINE);
    Compiled step =
        Engine.create()
            .compile(model, Outputs.of("C").descend("eta", "w", "b"), Sizes.of("m", 3, "n", 2));
    Tensors in = filled(step.inputs()).put("eta", 0.1);
    Tensors out = step.results();
    for (int q = 0; q < 200_000; q++) step.run(in, out);
    assertThat(out.get("C").at(0)).isLessThan(1e-12);
  }

  private static Tensors filled(Tensors in) {
    return in.put("X", 1.0, 2.0, -1.0, 0.5, 0.0, 1.5).put("t", 1.0, -2.0, 0.5);
  }
}
