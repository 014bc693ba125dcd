package dev.jacobi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.Jacobi;
import dev.jacobi.Model;
import dev.jacobi.engine.emit.VectorWidth;
import dev.jacobi.eval.Sampler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A run of what an example asks for allocates nothing, also where no axis is a whole number of
/// vectors.
class ExamplesAllocationTest {
  private static final int[] RAGGED =
      VectorWidth.floats() > 0 ? new int[] {13, 207} : new int[] {13};
  private static final double WORK = 1e6; // entries

  static List<Path> examples() throws IOException {
    return ExamplesTest.examples();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aRunAllocatesNothing(Path file) throws IOException {
    Model model = Jacobi.read(file);
    var grid = new Grid(model, WORK);
    for (int size : RAGGED)
      for (var sizes : grid.sizes(size).stream().limit(1).toList())
        for (Precision p : Precision.values())
          assertThat(allocated(model, sizes, p)).as(sizes + " " + p).isZero();
  }

  private static long allocated(Model model, Map<String, Integer> sizes, Precision p) {
    Outputs outputs = Outputs.requestedBy(model);
    Engine engine = Engine.create();
    Compiled c = engine.compile(model, outputs, Sizes.of(sizes), p);
    var names = engine.derived(model, outputs).model().read().model();
    var point = new Sampler(model.read().model(), 7).point(0, sizes);
    return Allocation.of(c, Oracle.filled(c, names, point));
  }
}
