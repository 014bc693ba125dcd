package dev.jacobi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// The commands beside derive.
class CommandsTest {
  @TempDir Path folder;
  private String model;

  @BeforeEach
  void write() throws IOException {
    model =
        file(
            "net.jacobi",
            "x in R[n], W in R[m, n], b in R[m]\n"
                + "s = W x + b\n"
                + "C = sum(tanh(s))\n"
                + "derive C wrt W, b\n");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void describeCountsAndDraws() {
    var svg = folder.resolve("graph.svg");
    var run = Run.of("describe", "--size", "n=3, m=2", "--svg", svg.toString(), model);
    assertThat(run.exit()).isEqualTo(Exit.OK);
    assertThat(run.out()).contains("Learned    (n + 1) m = 8 numbers");
    assertThat(svg).content().startsWith("<svg ");
  }

  @Test
  void describeRefusesWhatIsNoSize() {
    var run = Run.of("describe", "--size", "n=many", model);
    assertThat(run.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(run.err()).contains("'n=many' is no size");
  }

  @Test
  void traceShowsEveryValue() throws IOException {
    var values = file("values.json", "{\"x\": [1, 2], \"W\": [[0, 0]], \"b\": [0]}");
    var run = Run.of("trace", "--values", values, model);
    assertThat(run.exit()).isEqualTo(Exit.OK);
    assertThat(run.out()).contains("Given", "Forward", "Backward", "Results").contains("= [1, 2]");
    var json = Run.of("trace", "--to", "json", "--values", values, model).out();
    var all = JsonMapper.shared().readTree(json).get("values");
    assertThat(all.get(all.size() - 1).get("name").asString()).isEqualTo("dC/db");
    assertThat(all.get(all.size() - 1).get("value").get(0).asDouble()).isEqualTo(1);
  }

  @Test
  void traceNamesWhatIsWrongWithTheValues() throws IOException {
    var values = file("values.json", "{\"x\": [1, 2], \"W\": [[0, 0], [1]], \"b\": [0]}");
    assertThat(Run.of("trace", "--values", values, model).err())
        .contains("W: its rows are not equally long");
    var broken = file("broken.json", "{\"x\": [1, 2}");
    assertThat(Run.of("trace", "--values", broken, model).err())
        .contains("broken.json:1:", "not JSON");
  }

  @Test
  void functionsAreListed() {
    assertThat(Run.of("functions").out()).contains("tanh(x)", "softmax(x)[i] = ");
    assertThat(JsonMapper.shared().readTree(Run.of("functions", "--to", "json").out()).size())
        .isGreaterThan(50);
  }

  @Test
  void explainShowsEachCarrier() {
    assertThat(Run.of("explain", model).out())
        .contains(
            "Syntax", "(plus (times W x) b)", "Entries", "Local", "Rules", "Adjoints", "Results");
  }

  @Test
  void explainIsAsciiWhenAsked() {
    assertThat(Run.of("explain", "--ascii", model).out()).isASCII();
  }
}
