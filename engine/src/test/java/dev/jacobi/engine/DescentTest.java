package dev.jacobi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.jacobi.Jacobi;
import java.util.List;
import java.util.Random;
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

  @Test
  void aBatchOfOneExampleIsABatch() {
    var model =
        Jacobi.read(
            "net",
            """
            X in R[N, d0], T in onehot[N, d2], rate in R
            W1 in R[d0, d1], b1 in R[d1], W2 in R[d1, d2], b2 in R[d2]
            Z1[n,i] = sum[j] X[n,j] W1[j,i] + b1[i]
            A1 = relu(Z1)
            Z2[n,i] = sum[j] A1[n,j] W2[j,i] + b2[i]
            P = softmax(Z2)
            C = -sum(T .* log(P)) / N
            """);
    Outputs step = Outputs.of("C").descend("rate", "W1", "b1", "W2", "b2");
    for (Sizes sizes :
        List.of(
            Sizes.of("N", 1, "d0", 20, "d1", 17, "d2", 10),
            Sizes.of("N", 1, "d0", 1, "d1", 1, "d2", 1),
            Sizes.of("N", 3, "d0", 1, "d1", 5, "d2", 1))) {
      for (Precision p : Precision.values()) {
        Compiled c = Engine.create().compile(model, step, sizes, p);
        Tensors in = c.inputs();
        Tensors out = c.results();
        int classes = (int) sizes.require("d2");
        in.get("rate").set(0, 1);
        for (int n = 0; n < sizes.require("N"); n++) in.get("T").set(n * classes, 1);
        c.run(in, out); // all weights 0: the classes are equally likely
        assertThat(out.get("C").at(0)).isCloseTo(Math.log(classes), within(1e-6));
        assertThat(in.get("b2").at(0)).isCloseTo(1 - 1.0 / classes, within(1e-6));
      }
    }
  }

  @Test
  void everyParameterLosesTheGradientAtTheOldValuesOfTheOthers() {
    for (String net :
        List.of(
            "w in R[n], v in R[n], rate in R\nC = w' v\n",
            "X in R[N, n], w in R[n, m], v in R[m, k], T in R[N, k], rate in R\n"
                + "C = ||X w v - T||_F^2\n")) {
      var model = Jacobi.read("net", net);
      var sizes = Sizes.of("n", 5, "N", 40, "m", 19, "k", 3);
      Engine engine = Engine.create();
      Compiled gradient = engine.compile(model, Outputs.of("C").gradients("w", "v"), sizes);
      for (String[] order : new String[][] {{"w", "v"}, {"v", "w"}}) {
        Compiled step = engine.compile(model, Outputs.of("C").descend("rate", order), sizes);
        Tensors in = random(step.inputs()).put("rate", 0.5);
        Tensors g = gradient.run(random(gradient.inputs()));
        step.run(in, step.results());
        for (String name : order) {
          double[] want = random(gradient.inputs()).doubles(name);
          for (int q = 0; q < want.length; q++) want[q] -= 0.5 * g.get("dC/d" + name).at(q);
          assertThat(Oracle.relative(in.doubles(name), want)).as(net + name).isLessThan(1e-12);
        }
      }
    }
  }

  /// The same numbers each time, by name.
  private static Tensors random(Tensors in) {
    for (String name : in.names()) {
      var random = new Random(name.hashCode());
      double[] x = in.doubles(name);
      for (int q = 0; q < x.length; q++) x[q] = random.nextGaussian();
    }
    return in;
  }

  private static Tensors filled(Tensors in) {
    return in.put("X", 1.0, 2.0, -1.0, 0.5, 0.0, 1.5).put("t", 1.0, -2.0, 0.5);
  }
}
