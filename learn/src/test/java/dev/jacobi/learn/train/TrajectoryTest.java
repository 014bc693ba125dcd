package dev.jacobi.learn.train;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jacobi.Jacobi;
import dev.jacobi.engine.Outputs;
import dev.jacobi.engine.Precision;
import dev.jacobi.engine.Sizes;
import dev.jacobi.engine.Tensor;
import dev.jacobi.engine.data.Npz;
import dev.jacobi.learn.Random;
import dev.jacobi.learn.data.Batches;
import dev.jacobi.learn.data.Column;
import dev.jacobi.learn.data.Dataset;
import dev.jacobi.learn.data.Roles;
import dev.jacobi.learn.data.Stored;
import dev.jacobi.learn.optimise.Choice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Training goes where NumPy goes, written by hand and apart: the first hundred losses, in double.
class TrajectoryTest {
  private static final String PYTHON = System.getProperty("jacobi.python", "/usr/bin/python3");
  private static final int EXAMPLES = 42;
  private static final int BATCH = 8; // the last of an epoch has 2
  private static final int EPOCHS = 17;

  private static final String COLUMNS =
      """
      x in R[3],  y in %s[2]
      W1 in R[5, 3],  b1 in R[5]
      W2 in R[2, 5],  b2 in R[2]
      s1 = W1 x + b1
      a1 = %s(s1)
      s2 = W2 a1 + b2
      """;
  private static final Map<String, String> NETS =
      Map.of(
          "relu3",
          COLUMNS.formatted("R", "3 relu") + "C = ||s2 - y||^2\nderive C wrt W1, b1, W2, b2",
          "tanh_squared",
          COLUMNS.formatted("(0,1)", "tanh")
              + "p = sigmoid(s2)\nC = ||p - y||^2\nderive C wrt W1, b1, W2, b2",
          "tanh_bce",
          COLUMNS.formatted("(0,1)", "tanh")
              + "p = sigmoid(s2)\n"
              + "C = -1/2 (y' log(p) + (1 - y)' log(1 - p))\nderive C wrt W1, b1, W2, b2",
          "rows",
          """
          x in R[N, 3],  y in simplex[N, 2]
          W1 in R[3, 5],  b1 in R[5]
          W2 in R[5, 2],  b2 in R[2]
          Z1 = x W1 + b1
          A1 = relu(Z1)
          P = softmax(A1 W2 + b2)
          C = -sum(y .* log(P))
          derive C wrt W1, b1, W2, b2
          """,
          "delta",
          """
          x in R[3],  y in simplex[2]
          V in R[3, 5],  W in R[5, 2]
          r[j] = sum[k] V[k,j] x[k]
          h[j] = sigmoid(r[j])
          s[i] = sum[j] W[j,i] h[j]
          p[i] = exp(s[i]) / sum[m] exp(s[m])
          C = -sum[i] y[i] log(p[i])
          derive C wrt W, V
          """);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "relu3, sgd, 0.01, 0, 0",
    "tanh_squared, sgd, 0.5, 0, 0",
    "tanh_bce, sgd, 0.5, 0, 0",
    "rows, sgd, 0.05, 0, 0",
    "delta, sgd, 0.5, 0, 0",
    "tanh_squared, sgd, 0.5, 0.01, 0.05",
    "tanh_squared, momentum, 0.1, 0.01, 0",
    "relu3, nesterov, 0.001, 0, 2",
    "tanh_bce, adagrad, 0.1, 0, 0",
    "rows, rmsprop, 0.01, 0.001, 0",
    "delta, adam, 0.02, 0, 0",
    "relu3, adamw, 0.02, 0.1, 0"
  })
  void theFirstHundredLossesAreThoseOfNumPy(
      String net, String optimiser, double rate, double decay, double clip) throws Exception {
    var choice = Choice.parse(optimiser).withDecay(decay).withClip(clip);
    var settings =
        Settings.standard()
            .precision(Precision.DOUBLE)
            .batch(BATCH)
            .epochs(EPOCHS)
            .choice(choice)
            .rate(rate)
            .seed(11);
    Map<String, Tensor> files = data(net);
    List<Double> ours = losses(net, settings, files);
    List<Double> theirs =
        numPy(net, optimiser, String.valueOf(rate), String.valueOf(decay), String.valueOf(clip));
    assertThat(ours).hasSizeGreaterThanOrEqualTo(100).hasSameSizeAs(theirs);
    for (int q = 0; q < ours.size(); q++)
      assertThat(ours.get(q)).as("loss " + q).isCloseTo(theirs.get(q), within(1e-9));
    int perEpoch = ours.size() / EPOCHS;
    double first = sum(ours.subList(0, perEpoch));
    assertThat(sum(ours.subList(ours.size() - perEpoch, ours.size()))).isLessThan(first);
  }

  private static double sum(List<Double> all) {
    return all.stream().mapToDouble(x -> x).sum();
  }

  /// Something to learn, and the order in which the trainer will see it.
  private static Map<String, Tensor> data(String net) {
    Random r = Random.of(5);
    double[] x = new double[EXAMPLES * 3];
    double[] y = new double[EXAMPLES * 2];
    for (int q = 0; q < x.length; q++) x[q] = r.normal();
    for (int e = 0; e < EXAMPLES; e++) {
      double u = x[3 * e] - x[3 * e + 1] * x[3 * e + 2];
      double p = 1 / (1 + Math.exp(-u));
      y[2 * e] = net.equals("relu3") ? u : p;
      y[2 * e + 1] = net.equals("relu3") ? Math.sin(u) : 1 - p;
    }
    var batches = Batches.shuffled(all(), BATCH, 11);
    double[] order = new double[EPOCHS * EXAMPLES];
    for (int e = 0; e < EPOCHS; e++) {
      batches.seek(e, 0);
      for (int q = 0; q < EXAMPLES; q++) order[e * EXAMPLES + q] = batches.order()[q];
    }
    Map<String, Tensor> all = new LinkedHashMap<>();
    all.put("x", Tensor.of(x, EXAMPLES, 3));
    all.put("y", Tensor.of(y, EXAMPLES, 2));
    all.put("order", Tensor.of(order, EPOCHS, EXAMPLES));
    all.put("size", Tensor.of((double) BATCH));
    return all;
  }

  private static int[] all() {
    int[] all = new int[EXAMPLES];
    for (int q = 0; q < EXAMPLES; q++) all[q] = q;
    return all;
  }

  private List<Double> losses(String net, Settings settings, Map<String, Tensor> files)
      throws IOException {
    var model = Jacobi.read(net, NETS.get(net));
    assertThat(model.problems()).isEmpty();
    List<String> over = net.equals("delta") ? List.of("W", "V") : List.of("W1", "b1", "W2", "b2");
    var roles = Roles.of(model, Outputs.of("C").inputs(model), over);
    var task = Task.of(model, "C", over, roles, Task.Total.MEAN);
    List<Column> columns =
        List.of(
            Stored.of("x", files.get("x").toDoubles(), 3),
            Stored.of("y", files.get("y").toDoubles(), 2));
    var initial = Initial.of(model, over, Sizes.of(), 3, Optional.empty(), Map.of());
    initial.forEach((name, t) -> files.put("p_" + name, t));
    Npz.write(folder.resolve("run.npz"), files);
    var trainer =
        Trainer.of(
            task,
            settings,
            new Dataset(net, EXAMPLES, columns),
            all(),
            Sizes.of(),
            new State(initial, settings));
    List<Double> losses = new ArrayList<>();
    trainer.run(
        new Progress() {
          private double before;
          private long examples;

          @Override
          public void stepped(long step, long steps, Score sofar, double rate) {
            boolean first = (step - 1) % trainer.perEpoch() == 0;
            before = first ? 0 : before;
            examples = first ? 0 : examples;
            losses.add((sofar.sum() - before) / (sofar.examples() - examples));
            before = sofar.sum();
            examples = sofar.examples();
          }
        });
    return losses;
  }

  private List<Double> numPy(String... words) throws Exception {
    boolean there = Files.isExecutable(Path.of(PYTHON)) && run("-c", "import numpy").isEmpty();
    if (!there) System.out.println("SKIPPED judge: python3 with NumPy is not here");
    assumeTrue(there);
    var script = folder.resolve("trajectory.py");
    try (var in = TrajectoryTest.class.getResourceAsStream("trajectory.py")) {
      Files.copy(in, script);
    }
    List<String> line = new ArrayList<>(List.of(script.toString()));
    line.addAll(List.of(words));
    int perEpoch = (EXAMPLES - 1) / BATCH + 1;
    line.addAll(List.of(String.valueOf(EPOCHS), String.valueOf(perEpoch), "run.npz"));
    return run(line.toArray(String[]::new)).lines().map(Double::valueOf).toList();
  }

  private String run(String... words) throws Exception {
    List<String> line = new ArrayList<>(List.of(PYTHON));
    line.addAll(List.of(words));
    var process =
        new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return printed;
  }
}
