package dev.jacobi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.engine.kernel.KernelSpeed;
import dev.jacobi.engine.kernel.Scalar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Measures the errors of the functions; `-Djacobi.kernels` also measures speed and writes
/// `docs/kernels.md`.
class KernelTableTest {
  private static final int COUNT = 4096;
  private static final double ALLOWED = 2.5;

  private record Row(String name, double floats, double doubles) {}

  @Test
  void functionsAreRightToTheLastBits() throws ReflectiveOperationException, IOException {
    List<Row> rows = new ArrayList<>();
    for (String name : Emitted.functions().stream().sorted().toList()) {
      rows.add(new Row(name, floatError(name), doubleError(name)));
    }
    assertThat(rows).allMatch(r -> r.floats <= ALLOWED && r.doubles <= ALLOWED);
    if (System.getProperty("jacobi.kernels") == null) return;
    var text = new StringBuilder(HEAD.replace("%s", KernelSpeed.machine()));
    for (Row r : rows) {
      text.append(
          "| %s | %.2f | %.0f | %s |%n".formatted(r.name, r.floats, r.doubles, times(r.name)));
    }
    text.append(KernelSpeed.products());
    Files.writeString(Path.of("../docs/kernels.md"), text);
  }

  private static final String HEAD =
      """
      # Kernels: errors and speed

      Written by `mvn -pl engine test -Dtest=KernelTableTest -Djacobi.kernels`, on %s

      ## Functions

      Errors are the worst of 40,960 points in a few ranges, in units of the last place: of a float
      against the value in double, of a double against `StrictMath` (which is itself within 1; so are
      Jacobi's own scalars, where the JDK has no such function). Times are for one value of an array
      of 1,000, on one thread, of the loops that are emitted: by vectors, and number by number. They
      are times of the thread, and medians; what else the machine does still shows a little.

      | function | float, ulp | double, ulp | float, ns | one by one, ns | double, ns | one by one, ns |
      | --- | --- | --- | --- | --- | --- | --- |
      """;

  /// The columns of a function: by vectors and one by one, float and double, in ns for one value.
  private static String times(String name) {
    var x = new float[1000];
    var y = new float[1000];
    var u = new double[1000];
    var v = new double[1000];
    for (int i = 0; i < 1000; i++) u[i] = x[i] = (i % 200) * 0.01f - 0.99f;
    var emitted = new Emitted(name, 1000);
    Emitted.Floats f = emitted.floats(true);
    Emitted.Floats sf = emitted.floats(false);
    Emitted.Doubles d = emitted.doubles(true);
    Emitted.Doubles sd = emitted.doubles(false);
    double[] times =
        KernelSpeed.medians(
            1000,
            500_000,
            () -> f.run(x, y),
            () -> sf.run(x, y),
            () -> d.run(u, v),
            () -> sd.run(u, v));
    return "%.2f | %.2f | %.2f | %.2f"
        .formatted(times[0] / 1000, times[1] / 1000, times[2] / 1000, times[3] / 1000);
  }

  private static double point(Random random, int kind) {
    return switch (kind % 4) {
      case 0 -> 3 * random.nextGaussian();
      case 1 -> random.nextDouble(-1, 1);
      case 2 -> random.nextDouble(-100, 100);
      default -> Math.exp(random.nextDouble(-80, 80));
    };
  }

  private static double floatError(String name) throws ReflectiveOperationException {
    var random = new Random(12);
    var x = new float[COUNT];
    var y = new float[COUNT];
    var scalar = Scalar.class.getMethod(name, double.class);
    var loop = new Emitted(name, COUNT).floats(true);
    double worst = 0;
    for (int round = 0; round < 10; round++) {
      for (int i = 0; i < COUNT; i++) x[i] = (float) point(random, round);
      loop.run(x, y);
      for (int i = 0; i < COUNT; i++) {
        double right = (double) scalar.invoke(null, (double) x[i]);
        float near = (float) right;
        if (Float.isInfinite(near) || Float.isNaN(near)) continue;
        worst = Math.max(worst, Math.abs(y[i] - right) / Math.ulp(near));
      }
    }
    return worst;
  }

  private static double doubleError(String name) throws ReflectiveOperationException {
    var random = new Random(12);
    var x = new double[COUNT];
    var y = new double[COUNT];
    var right = Scalar.class.getMethod(name, double.class);
    for (var m : StrictMath.class.getMethods()) {
      if (m.getName().equals(name)
          && m.getParameterCount() == 1
          && m.getReturnType() == double.class) right = m;
    }
    var loop = new Emitted(name, COUNT).doubles(true);
    double worst = 0;
    for (int round = 0; round < 10; round++) {
      for (int i = 0; i < COUNT; i++) x[i] = point(random, round);
      loop.run(x, y);
      for (int i = 0; i < COUNT; i++) {
        double value = (double) right.invoke(null, x[i]);
        if (Double.isInfinite(value) || Double.isNaN(value)) continue;
        worst = Math.max(worst, Math.abs(y[i] - value) / Math.ulp(value));
      }
    }
    return worst;
  }
}
