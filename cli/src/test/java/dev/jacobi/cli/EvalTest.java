package dev.jacobi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.engine.Precision;
import dev.jacobi.engine.Tensor;
import dev.jacobi.engine.data.Npz;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class EvalTest {
  private static final String VALUES =
      "{\"x\": [1, 2], \"W\": [[1, 0], [0, 2], [1, 1]], \"t\": [0, 0, 0]}";

  @TempDir Path folder;
  private String model;
  private String values;

  @BeforeEach
  void write() throws IOException {
    model =
        file(
            "net.jacobi",
            "x in R[n], W in R[m, n], t in R[m]\n"
                + "p = W x\n"
                + "C = ||p - t||^2\n"
                + "derive C wrt W\n");
    values = file("values.json", VALUES);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void whatTheFileRequestsIsComputed() {
    var run = Run.of("eval", "--values", values, model);
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isEqualTo(Exit.OK);
    assertThat(run.out().replaceAll(" +", " "))
        .contains("Values C = 26 R\n", "dC/dW = [ 2, 4; R[3, 2]\n 8, 16;\n 6, 12]\n");
  }

  @Test
  void namesThatAreAskedTakeThePlaceOfRequests() {
    var json =
        JsonMapper.shared()
            .readTree(
                Run.of(
                        "eval",
                        "--of",
                        "C,p",
                        "--wrt",
                        "x",
                        "--hessian",
                        "--to",
                        "json",
                        "--values",
                        values,
                        model)
                    .out());
    assertThat(json.propertyNames()).containsExactly("C", "p", "dC/dx", "hess(C, x)", "dp/dx");
    assertThat(json.get("p").toString()).isEqualTo("[1.0,4.0,3.0]");
    assertThat(json.get("hess(C, x)").toString()).isEqualTo("[[4.0,2.0],[2.0,10.0]]");
  }

  @Test
  void withoutRequestsEveryDefinitionIsComputed() throws IOException {
    var plain = file("plain.jacobi", "x in R[n], unused in R\np = 2 x\nC = sum(p)\n");
    assertThat(Run.of("eval", "--to", "json", "--values", file("x.json", "{\"x\": [1, 2]}"), plain))
        .satisfies(run ->
            assertThat(JsonMapper.shared().readTree(run.out()).toString())
                .isEqualTo("{\"p\":[2.0,4.0],\"C\":6.0}"));
  }

  @Test
  void archivesGoInAndOut() throws IOException {
    var in = folder.resolve("in.npz");
    Npz.write(
        in,
        Map.of(
            "x", Tensor.of(new float[] {1, 2}, 2),
            "W", Tensor.of(new double[] {1, 0, 0, 2, 1, 1}, 3, 2)));
    var t = file("t.json", "{\"t\": [0, 0, 0]}");
    var out = folder.resolve("out.npz");
    var run =
        Run.of(
            "eval",
            "--values",
            in.toString(),
            "--values",
            t,
            "--float",
            "--out",
            out.toString(),
            model);
    assertThat(run.err()).isEmpty();
    var all = Npz.read(out);
    assertThat(all.keySet()).containsExactly("C", "dC/dW");
    assertThat(all.get("dC/dW").precision()).isEqualTo(Precision.FLOAT);
    assertThat(all.get("dC/dW").toDoubles()).containsExactly(2, 4, 8, 16, 6, 12);
  }

  @Test
  void anArchiveNeedsAFile() {
    var run = Run.of("eval", "--to", "npz", "--values", values, model);
    assertThat(run.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(run.err()).contains("name a file with --out");
  }

  @Test
  void floatsHaveNoMoreDigitsThanTheyHold() throws IOException {
    var plain = file("plain.jacobi", "x in R\nC = x / 10\n");
    var x = file("x.json", "{\"x\": 1}");
    assertThat(Run.of("eval", "--float", "--to", "json", "--values", x, plain).out())
        .contains("\"C\" : 0.1\n");
  }

  @Test
  void everythingWrongIsSaidInOneRunWithBothShapes() throws IOException {
    var bad = file("bad.json", "{\"x\": [1, 2], \"W\": [[1, 2, 3]], \"q\": 1, \"C\": 2}");
    var run = Run.of("eval", "--values", bad, model);
    assertThat(run.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines().map(l -> l.replaceAll("jacobi: .*bad.json: ", "")))
        .containsExactly(
            "no name `q` is declared",
            "C is defined by the model; give declared names only",
            "W is in R[m, n], with m = 1, n = 2, and is given [1, 3]",
            "no value for t, which is in R[m]");
  }

  @Test
  void namesThatCannotBeReadDoNotHideMisshapenOnes() throws IOException {
    var bad = file("bad.json", "{\"x\": [1, \"a\"], \"W\": [1], \"t\": [[1], [2, 3]]}");
    assertThat(
            Run.of("eval", "--values", bad, model)
                .err()
                .lines()
                .map(l -> l.replaceAll(".*json: ", "")))
        .containsExactly(
            "x: \"a\" is no number",
            "t: its rows are not equally long",
            "W is in R[m, n], and is given [1]");
  }

  @Test
  void derivativesOfUnknownFunctionsAreGivenInEitherSpelling() throws IOException {
    var unknown = file("unknown.jacobi", "x in R[n]\ny = 2 x\nL(y) in R\nderive L wrt x\n");
    for (var name : new String[] {"dL_dy", "dL/dy"}) {
      var run = Run.of("eval", "--values", file("g.json", "{\"" + name + "\": [1, 3]}"), unknown);
      assertThat(run.err()).isEmpty();
      assertThat(run.out()).contains("dL/dx = [2; 6]");
    }
    var nothing = Run.of("eval", "--values", file("g.json", "{\"x\": [1]}"), unknown);
    assertThat(nothing.err()).contains("no value for dL/dy, which is in R[n]");
  }

  @Test
  void whatIsNotFiniteIsSaidAndTracedToItsDefinition() throws IOException {
    var logs = file("logs.jacobi", "x in R[n]\ny = 1 ./ x\nC = sum(y)\nderive C wrt x\n");
    var x = file("x.json", "{\"x\": [1, -2, 0]}");
    var run = Run.of("eval", "--to", "json", "--values", x, logs);
    assertThat(run.exit()).isEqualTo(Exit.OK);
    assertThat(run.out()).contains("\"C\" : \"Infinity\"", "\"-Infinity\"");
    assertThat(run.err()).contains("C: is Infinity", "--trace-nan says");
    assertThat(Run.of("eval", "--trace-nan", "--values", x, logs).err())
        .contains("the first is made by y = 1 ./ x: its entry 3 is Infinity");
    var squares = file("squares.jacobi", "x in R[n]\nC = ||x||^2 / 2\nderive C wrt x\n");
    var large = file("large.json", "{\"x\": [1, 1e200]}");
    assertThat(Run.of("eval", "--trace-nan", "--values", large, squares).err())
        .contains("the first is made on the way to C = ||x||^2 / 2: a number there is Infinity");
  }

  @Test
  void aGivenNaNIsReadAndNamed() throws IOException {
    var x =
        file("x.json", "{\"x\": [1, NaN], \"W\": [[1, \"NaN\"], [0, 0]], \"t\": [-Infinity, 0]}");
    var run = Run.of("eval", "--trace-nan", "--values", x, model);
    assertThat(run.exit()).isEqualTo(Exit.OK);
    assertThat(run.err()).contains("it is given: entry 2 of x is NaN");
  }

  @Test
  void problemsOfTheModelAreShownWithTheirPlace() throws IOException {
    var run = Run.of("eval", "--values", values, file("broken.jacobi", "x in R[n]\np = W x\n"));
    assertThat(run.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(run.err()).contains("broken.jacobi:2:5");
  }

  @Test
  void aNameThatNothingDeclaresIsSaid() {
    var run = Run.of("eval", "--of", "q", "--values", values, model);
    assertThat(run.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(run.err()).contains("no name `q` is declared or defined");
  }

  @Test
  void theFunctionIsKeptInAJarWithOrWithoutValues() throws Exception {
    var jar = folder.resolve("step.jar");
    var line =
        new String[] {
          "eval", "--save", jar.toString(), "--class", "org.example.Step", "--values", values, model
        };
    var run = Run.of(line);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("dC/dW");
    assertThat(kept(jar)).containsExactly(2, 4, 8, 16, 6, 12);
    line[5] = "--size";
    line[6] = "n=2,m=3";
    var silent = Run.of(line);
    assertThat(silent.err()).isEmpty();
    assertThat(silent.out()).isEmpty();
    assertThat(kept(jar)).containsExactly(2, 4, 8, 16, 6, 12);
  }

  /// dC/dW of the values above, by the class in a jar.
  private static double[] kept(Path jar) throws Exception {
    try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      var step = loader.loadClass("org.example.Step");
      double[][] in = {{1, 2}, {1, 0, 0, 2, 1, 1}, {0, 0, 0}};
      double[][] out = {new double[1], new double[6]};
      step.getMethod("run", double[][].class, double[][].class)
          .invoke(step.getConstructor().newInstance(), in, out);
      return out[1];
    }
  }

  @Test
  void savingNeedsAClassAndSizes() {
    var jar = folder.resolve("step.jar").toString();
    assertThat(Run.of("eval", "--save", jar, "--values", values, model).err())
        .contains("--save needs --class");
    assertThat(Run.of("eval", "--class", "Step", "--values", values, model).err())
        .contains("--class needs --save");
    assertThat(Run.of("eval", model).err()).contains("--values is missing");
    assertThat(Run.of("eval", "--save", jar, "--class", "Step", "--size", "n=2", model).err())
        .contains("nothing says how large m is");
    assertThat(Run.of("eval", "--save", jar, "--class", "no name", "--values", values, model).err())
        .contains("no name is no name for a class");
    var nowhere = folder.resolve("none/step.jar").toString();
    var run = Run.of("eval", "--save", nowhere, "--class", "Step", "--values", values, model);
    assertThat(run.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(run.err()).contains("step.jar: not writable");
  }

  @Test
  void whatDoesNotFitMemoryIsRefusedWithItsFigure() throws IOException {
    var outer =
        file("outer.jacobi", "x in R[n], y in R[k]\nT = x y'\nC = sum(T)\njacobian T wrt y\n");
    var ones = "[" + "1,".repeat(2999) + "1]";
    var both = file("both.json", "{\"x\": " + ones + ", \"y\": " + ones + "}");
    var run = Run.of("eval", "--values", both, outer);
    assertThat(run.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(run.err()).contains("outer.jacobi: ");
  }
}
