package dev.jacobi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.engine.data.Npz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrainTest {
  private static final String NET =
      """
      x in R[2],  y in onehot[K]
      W1 in R[8, 2],  b1 in R[8]
      W2 in R[K, 8],  b2 in R[K]
      z = W2 tanh(W1 x + b1) + b2
      C = ce_logits(z, y)
      derive C wrt W1, b1, W2, b2
      """;

  @TempDir Path folder;
  private String model;
  private String data;
  private Path out;

  @BeforeEach
  void write() throws IOException {
    model = Files.writeString(folder.resolve("net.jacobi"), NET).toString();
    var table = new StringBuilder("left,right,side\n");
    var random = new Random(1);
    for (int q = 0; q < 120; q++) {
      double u = random.nextGaussian();
      double v = random.nextGaussian();
      table.append("%.4f,%.4f,%s%n".formatted(u, v, v > u * u - 1 ? "above" : "below"));
    }
    data = Files.writeString(folder.resolve("points.csv"), table).toString();
    out = folder.resolve("run");
  }

  private Run train(String... more) {
    List<String> line = new ArrayList<>(List.of("train", model, "--data", data));
    line.addAll(List.of(more));
    return Run.of(line.toArray(String[]::new));
  }

  private JsonNode result() throws IOException {
    return JsonMapper.shared().readTree(Files.readString(out.resolve("result.json")));
  }

  private List<List<Double>> weights() throws IOException {
    return Npz.read(out.resolve("weights.npz")).values().stream()
        .map(t -> Arrays.stream(t.toDoubles()).boxed().toList())
        .toList();
  }

  @Test
  void aTableIsLearnedAndTheResultWritten() throws IOException {
    var run =
        train("--epochs", "40", "--rate", "0.02", "--validate", "0.1", "--out", out.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isEqualTo(Exit.OK);
    assertThat(run.out()).contains("42 numbers learned from 86 examples", "epoch 40/40  loss ");
    assertThat(result().get("test_accuracy").asDouble()).isGreaterThan(0.8);
    assertThat(result().get("sizes").get("test").asInt()).isEqualTo(24);
    assertThat(result().get("sizes").get("K").asInt()).isEqualTo(2);
    var metrics = Files.readAllLines(out.resolve("metrics.csv"));
    assertThat(metrics).hasSize(41);
    assertThat(metrics.getFirst())
        .isEqualTo("epoch,step,loss,accuracy,validation_loss,validation_accuracy,rate,seconds");
    assertThat(metrics.getLast()).startsWith("40,120,");
    assertThat(Npz.read(out.resolve("weights.npz"))).containsOnlyKeys("W1", "b1", "W2", "b2");
    assertThat(out.resolve("report.html"))
        .content()
        .contains("What was taken for what", "<th>above</th><th>below</th>", "class=\"curve c1\"")
        .doesNotContain("src=\"http", "href=");
  }

  @Test
  void resumingAtAnyCheckpointGivesTheSameWeights() throws IOException {
    train("--epochs", "6", "--out", out.toString());
    var whole = weights();
    Path copy = folder.resolve("copy");
    for (int epochs = 1; epochs < 6; epochs += 2) {
      out = copy.resolveSibling("copy" + epochs);
      train("--epochs", String.valueOf(epochs), "--out", out.toString());
      var run = train("--epochs", "6", "--out", out.toString(), "--resume");
      assertThat(run.err()).contains("going on from");
      assertThat(weights()).isEqualTo(whole);
      assertThat(Files.readAllLines(out.resolve("metrics.csv"))).hasSize(7);
    }
  }

  @Test
  void aRunThatIsNotOverIsNotWrittenOver() throws IOException {
    train("--epochs", "1", "--out", out.toString());
    Files.delete(out.resolve("result.json"));
    var run = train("--epochs", "1", "--out", out.toString());
    assertThat(run.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(run.err()).contains("holds a run that is not over: --resume goes on with it");
  }

  @Test
  void anotherRunIsNotGoneOnWith() {
    train("--epochs", "1", "--out", out.toString());
    var run = train("--epochs", "2", "--batch", "16", "--out", out.toString(), "--resume");
    assertThat(run.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(run.err()).contains("--batch: it was 32, and is 16 now");
  }

  @Test
  void whatIsWrongWithTheOptionsIsSaid() {
    assertThat(train("--optimizer", "adem").err()).contains("no optimiser `adem`; there are sgd");
    assertThat(train("--schedule", "stairs").err()).contains("no schedule `stairs`");
    assertThat(train("--init", "big").err()).contains("no rule `big` to start by");
    assertThat(train("--over", "W9").err()).contains("--over: no name `W9` is declared");
    assertThat(train("--predict", "q").err()).contains("--predict: no name `q` is defined");
    assertThat(train("--early-stop", "3").err()).contains("--early-stop needs --validate");
    assertThat(train("--epochs", "0").err()).contains("--epochs 0: at least 1");
    assertThat(train("--rate", "-1").err()).contains("a number above 0");
  }

  @Test
  void aLossThatOverflowsEndsWithItsStep() {
    var run = train("--optimizer", "sgd", "--rate", "1e38", "--out", out.toString());
    assertThat(run.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(run.err())
        .containsPattern("net.jacobi: step \\d+: the loss C is no finite number: ");
  }

  @Test
  void parametersCanStartFromAFile() throws IOException {
    train("--epochs", "3", "--out", out.toString());
    var learned = out.resolve("weights.npz").toString();
    var run = train("--epochs", "1", "--values", learned, "--rate", "1e-12", "--init", "he");
    assertThat(run.err()).isEmpty();
    var small = folder.resolve("small.json");
    Files.writeString(small, "{\"W1\": [1, 2], \"q\": 3}");
    assertThat(train("--values", small.toString()).err())
        .contains("W1 has shape [8, 2], and is given [2]", "q is not among the names");
  }

  @Test
  void aNumberThatAllExamplesShareIsSet() throws IOException {
    model =
        Files.writeString(
                folder.resolve("decayed.jacobi"),
                NET.replace("C = ce_logits(z, y)", "L = ce_logits(z, y)\nC = L + lambda ||W1||^2")
                    .replace("W1 in", "lambda in R+\nW1 in"))
            .toString();
    assertThat(train().err()).contains("no column stands for lambda", "--set lambda=0.01");
    var run = train("--set", "lambda=0.25", "--epochs", "2", "--out", out.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isEqualTo(Exit.OK);
    assertThat(out.resolve("model.jacobi")).content().endsWith("\nlambda = 0.25\n");
    assertThat(Run.of("evaluate", out.toString(), "--data", data).exit()).isEqualTo(Exit.OK);
    assertThat(train("--set", "lambda=-1").err()).contains("--set: lambda", "R+");
    assertThat(train("--set", "W1=1").err()).contains("--set: W1 is in R[8, 2]");
    assertThat(train("--set", "q=1").err()).contains("--set: no name `q` is declared");
    assertThat(train("--set", "lambda").err())
        .contains("--set lambda: write a name and its number");
    assertThat(
            train("--set", "lambda=0.5", "--epochs", "3", "--out", out.toString(), "--resume")
                .err())
        .contains("--set: it was lambda=0.25, and is lambda=0.5 now");
  }

  @Test
  void aLossMayBeOfOneNumberAndItsLabel() throws IOException {
    model =
        Files.writeString(
                folder.resolve("line.jacobi"),
                """
                x in R[2],  y in {0,1}
                w in R[2],  b in R
                p = sigmoid(w' x + b)
                C = bce(p, y)
                derive C wrt w, b
                """)
            .toString();
    var run = train("--epochs", "30", "--rate", "0.1", "--out", out.toString());
    assertThat(run.err()).isEmpty();
    assertThat(result().get("test_accuracy").asDouble()).isGreaterThan(0.7);
  }

  @Test
  void gradientsAreHeldAgainstDifferences() {
    var run = Run.of("gradcheck", model, "--data", data, "--batch", "16");
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isEqualTo(Exit.OK);
    assertThat(run.out())
        .contains("gradients of C on 16 examples", "dC/dW1", "16 numbers")
        .doesNotContain("WRONG");
  }
}
