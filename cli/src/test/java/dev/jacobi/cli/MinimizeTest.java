package dev.jacobi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class MinimizeTest {
  @TempDir Path folder;
  private String model;
  private String start;

  @BeforeEach
  void write() throws IOException {
    model =
        file(
            "line.jacobi",
            "X in R[m, n], t in R[m], w in R[n], b in R, s in simplex[n]\n"
                + "C = ||X w + b - t||^2 + 0 sum(s)\n");
    start =
        file(
            "start.json",
            "{\"X\": [[0, 1], [1, 0], [1, 1], [2, 1]], \"t\": [4, 3, 6, 8], \"w\": [0, 0],"
                + " \"b\": 0, \"s\": [0.5, 0.5]}");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void leastSquaresAreFoundByBothMethods() {
    for (var method : new String[] {"lbfgs", "newton"}) {
      var run =
          Run.of(
              "minimize",
              "--of",
              "C",
              "--over",
              "w,b",
              "--values",
              start,
              "--method",
              method,
              "--to",
              "json",
              model);
      assertThat(run.exit()).isEqualTo(Exit.OK);
      assertThat(run.err()).contains("converged after");
      var found = JsonMapper.shared().readTree(run.out());
      assertThat(found.propertyNames()).containsExactly("C", "w", "b");
      assertThat(found.get("w").get(0).asDouble()).isBetween(1.999999, 2.000001);
    }
  }

  @Test
  void theDescentIsDrawn() {
    var svg = folder.resolve("curve.svg");
    Run.of(
        "minimize", "--of", "C", "--over", "w", "--values", start, "--plot", svg.toString(), model);
    assertThat(svg).content().startsWith("<svg ").contains("C above its least", "iteration");
  }

  @Test
  void aDescentThatDoesNotArriveSaysSo() {
    var run =
        Run.of(
            "minimize", "--of", "C", "--over", "w", "--values", start, "--iterations", "1", model);
    assertThat(run.exit().status()).isEqualTo(1);
    assertThat(run.err()).contains("the iterations are used up").contains("after 1 iterations");
  }

  @Test
  void whatCannotMoveIsRefused() {
    var run = Run.of("minimize", "--of", "C", "--over", "s", "--values", start, model);
    assertThat(run.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(run.err()).contains("s is declared in simplex");
    assertThat(Run.of("minimize", "--of", "C", "--over", "q", "--values", start, model).err())
        .contains("--over: no name `q` is declared");
  }
}
