package dev.jacobi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.Jacobi;
import dev.jacobi.Model;
import dev.jacobi.eval.Sampler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every example asks for, compiled, agrees with the slow evaluator.
class ExamplesTest {
  private static final Path EXAMPLES = Path.of("../examples");

  static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files.filter(f -> f.toString().endsWith(".jacobi")).sorted().toList();
    }
  }

  @Test
  void everyOutputAgreesInDouble() throws IOException {
    assertThat(wrong(Precision.DOUBLE, 1e-10)).isEmpty();
  }

  @Test
  void everyOutputAgreesInFloat() throws IOException {
    assertThat(wrong(Precision.FLOAT, 1e-4)).isEmpty();
  }

  @Test
  void aVectorOfOneEntryIsNoNumber() {
    var model =
        Jacobi.read("one", "x in R[n], W in R[m, n], t in R[m]\np = W x\nC = ||p - t||^2\n");
    var compiled =
        Engine.create().compile(model, Outputs.of("C").gradients("W"), Sizes.of("m", 1, "n", 2));
    var in = compiled.inputs().put("x", 1.0, 2.0).put("W", 3.0, 4.0).put("t", 1.0);
    assertThat(compiled.run(in).get("dC/dW").toDoubles()).containsExactly(20, 40);
  }

  private static List<String> wrong(Precision precision, double tolerance) throws IOException {
    List<String> wrong = new ArrayList<>();
    Engine engine = Engine.create();
    for (Path file : examples()) {
      for (int n = 0; n < 3; n++) {
        Model model = Jacobi.read(file);
        var sampler = new Sampler(model.read().model(), 7);
        // the last one is wide enough for vectors, with something left over
        var point = n < 2 ? sampler.point(n) : sampler.point(n, 9);
        try {
          for (var d : Oracle.wrong(engine, model, point, precision, tolerance))
            wrong.add(file.getFileName() + " " + d.name() + " " + d.relative());
        } catch (RuntimeException | LinkageError e) {
          if (System.getenv("JACOBI_DEBUG") != null) e.printStackTrace();
          wrong.add(file.getFileName() + " " + e);
        }
      }
    }
    return wrong;
  }
}
