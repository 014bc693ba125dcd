package dev.jacobi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.jacobi.engine.Tensor;
import dev.jacobi.engine.data.Npz;
import dev.jacobi.learn.exchange.Safetensors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// `evaluate`, `predict` and `export` of a run, and of a model file with weights of others.
class TrainedTest {
  private static final String NET =
      """
      x in R[2],  y in onehot[K]
      W in R[K, 2],  b in R[K]
      p = softmax(W x + b)
      C = ce(p, y)
      derive C wrt W, b
      """;
  private static final String TABLE =
      "u,v,side\n1,0,left\n-1,1,right\n2,1,left\n-3,0,right\n1,1,left\n-1,0,right\n";

  @TempDir static Path folder;
  private static String model;
  private static String data;
  private static String run;

  @BeforeAll
  static void train() throws IOException {
    model = Files.writeString(folder.resolve("net.jacobi"), NET).toString();
    data = Files.writeString(folder.resolve("points.csv"), TABLE).toString();
    run = folder.resolve("run").toString();
    var trained =
        Run.of(
            "train",
            model,
            "--data",
            data,
            "--epochs",
            "60",
            "--rate",
            "0.1",
            "--test",
            "0",
            "--out",
            run);
    assertThat(trained.exit()).isEqualTo(Exit.OK);
  }

  private static Run of(String... line) {
    return Run.of(line);
  }

  /// Weights by which the first class is that of a positive u.
  private static Path weights() throws IOException {
    Map<String, Tensor> all = new LinkedHashMap<>();
    all.put("layer.bias", Tensor.of(new float[2], 2));
    all.put("layer.weight", Tensor.of(new float[] {1, 0, -1, 0}, 2, 2));
    Path file = folder.resolve("torch.safetensors");
    Safetensors.write(file, all, Map.of());
    return file;
  }

  @Test
  void aRunIsEvaluatedOnDataAsItLearnedToReadThem() throws IOException {
    var text = of("evaluate", run, "--data", data);
    assertThat(text.err()).isEmpty();
    assertThat(text.out())
        .startsWith("6 examples of points.csv\nloss      0.0")
        .endsWith(
            """
            accuracy  100.00 %

            confusion: a row for each class that was there, a column for each predicted

                   left  right
            left      3      .
            right     .      3
            """);
    var json =
        JsonMapper.shared().readTree(of("evaluate", run, "--data", data, "--to", "json").out());
    assertThat(json.get("accuracy").asDouble()).isEqualTo(1);
    assertThat(json.get("confusion").toString()).isEqualTo("[[3,0],[0,3]]");
    var loss =
        JsonMapper.shared()
            .readTree(
                Files.readString(Path.of(run, "metrics.csv"))
                    .lines()
                    .toList()
                    .getLast()
                    .split(",")[2]);
    assertThat(json.get("loss").asDouble()).isCloseTo(loss.asDouble(), withinPercentage(20));
  }

  @Test
  void classesThatAreNotThereKeepTheirPlaces() throws IOException {
    Path other = Files.writeString(folder.resolve("other.csv"), "u,v,side\n-2,0,right\n");
    assertThat(of("evaluate", run, "--data", other.toString()).out())
        .contains("accuracy  100.00 %");
    Path odd = Files.writeString(folder.resolve("odd.csv"), "u,v,side\n-2,0,up\n");
    assertThat(of("evaluate", run, "--data", odd.toString()).err())
        .isEqualTo(
            "jacobi: odd.csv: side of example 1 is `up`, which is not among the classes of the training data: left, right\n");
  }

  @Test
  void numbersThatAreNoneAreFoundByExample() throws IOException {
    Path nan = folder.resolve("nan.npz");
    Map<String, Tensor> all = new LinkedHashMap<>();
    all.put("u", Tensor.of(new double[] {1, Double.NaN}, 2));
    all.put("v", Tensor.of(new double[2], 2));
    Npz.write(nan, all);
    assertThat(of("predict", run, "--data", nan.toString()).err())
        .startsWith("jacobi: nan.npz: example 2, number 1 of x is NaN");
  }

  @Test
  void predictionsNeedNoTarget() throws IOException {
    Path fresh = Files.writeString(folder.resolve("fresh.csv"), "u,v\n3,0\n-3,1\n");
    var csv = of("predict", run, "--data", fresh.toString());
    assertThat(csv.err()).isEmpty();
    List<String> lines = csv.out().lines().toList();
    assertThat(lines.getFirst()).isEqualTo("example,class,p[left],p[right]");
    assertThat(lines.get(1)).startsWith("1,left,0.99");
    assertThat(lines.get(2)).startsWith("2,right,");
    Path out = folder.resolve("answers.json");
    of("predict", run, "--data", fresh.toString(), "--out", out.toString());
    var json = JsonMapper.shared().readTree(Files.readString(out));
    assertThat(json.get(1).get("class").asString()).isEqualTo("right");
    assertThat(json.get(1).get("p").size()).isEqualTo(2);
  }

  @Test
  void aLossOfEachExampleNeedsTheTarget() {
    var each = of("predict", run, "--data", data, "--predict", "C_each");
    assertThat(each.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(of("predict", run, "--data", data, "--predict", "q").err())
        .contains("no name `q` is defined");
    assertThat(of("predict", run, "--data", data, "--predict", "C").err())
        .contains("no value of its own");
  }

  @Test
  void weightsOfOthersAreMatchedAndTheTableShown() throws IOException {
    Path weights = weights();
    var e = of("evaluate", model, "--weights", weights.toString(), "--data", data);
    assertThat(e.err())
        .isEqualTo(
            """
            W  R[K, 2]  layer.weight  [2, 2]  as it is
            b  R[K]     layer.bias    [2]     as it is
            """);
    assertThat(e.out()).contains("accuracy  100.00 %");
    Path fresh = Files.writeString(folder.resolve("one.csv"), "u,v\n3,0\n");
    var p = of("predict", model, "--weights", weights.toString(), "--data", fresh.toString());
    assertThat(p.out()).startsWith("example,p[1],p[2]\n1,0.99752");
    var wrong =
        of(
            "evaluate",
            model,
            "--weights",
            weights.toString(),
            "--map",
            "W=layer.bias",
            "--data",
            data);
    assertThat(wrong.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(wrong.err())
        .contains("not all weights of the model are there", "layer.bias does not fit");
  }

  @Test
  void weightsGoOutAndComeBackTheSame() throws IOException {
    List<Map<String, Tensor>> read = new ArrayList<>();
    read.add(Npz.read(Path.of(run, "weights.npz")));
    for (String name : List.of("w.npz", "w.safetensors")) {
      Path out = folder.resolve(name);
      var e = of("export", run, "--out", out.toString());
      assertThat(e.err()).isEmpty();
      read.add(name.endsWith("npz") ? Npz.read(out) : Safetensors.read(out));
      assertThat(of("evaluate", model, "--weights", out.toString(), "--data", data).exit())
          .isEqualTo(Exit.OK);
    }
    for (var r : read)
      for (String n : List.of("W", "b"))
        assertThat(r.get(n).toDoubles()).isEqualTo(read.getFirst().get(n).toDoubles());
    Path onnx = folder.resolve("net.onnx");
    assertThat(of("export", run, "--to", "onnx", "--out", onnx.toString()).err()).isEmpty();
    assertThat(Files.readString(onnx, StandardCharsets.ISO_8859_1))
        .contains("Gemm", "Softmax", "left,right", "Sub");
    assertThat(of("export", run, "--out", folder.resolve("net.x").toString()).err())
        .contains("say with --to onnx");
  }

  @Test
  void whatIsMissingIsAskedFor() {
    assertThat(of("evaluate", model, "--data", data).err()).contains("--weights FILE is missing");
    assertThat(of("evaluate", folder.toString(), "--data", data).err())
        .contains("no run: a folder that train wrote");
    assertThat(of("evaluate", run, "--weights", "w.npz", "--data", data).err())
        .contains("--weights: a run has its own");
    assertThat(of("evaluate", run, "--data", "nowhere.csv").err())
        .contains("nowhere.csv: no such file");
  }
}
