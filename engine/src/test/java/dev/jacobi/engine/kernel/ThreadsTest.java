package dev.jacobi.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Large products are shared between threads, and nothing shows of it.
class ThreadsTest {
  private final Random random = new Random(6);

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8})
  void anyNumberOfThreadsGivesTheSameBits(int threads) {
    var one = new Workspace();
    var many = new Workspace(threads);
    for (int[] size :
        new int[][] {{300, 90, 130}, {90, 300, 130}, {7, 2100, 200}, {2, 3, 600_000}}) {
      for (int layout = 0; layout < 8; layout++) {
        var a = new Matrix(size[0], size[2], (layout & 1) != 0, random);
        var b = new Matrix(size[2], size[1], (layout & 2) != 0, random);
        var c = new Matrix(size[0], size[1], (layout & 4) != 0, random);
        assertThat(product(size, a, b, c, many)).isEqualTo(product(size, a, b, c, one));
      }
    }
  }

  private static float[] product(int[] size, Matrix a, Matrix b, Matrix c, Workspace w) {
    float[] result = c.floats();
    FloatGemm.gemm(
        size[0],
        size[1],
        size[2],
        1.5f,
        a.floats(),
        a.o(),
        a.r(),
        a.c(),
        b.floats(),
        b.o(),
        b.r(),
        b.c(),
        0.5f,
        result,
        c.o(),
        c.r(),
        c.c(),
        w);
    return result;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8})
  void aTriangleIsSharedOutWhole(int threads) {
    var a = new Matrix(400, 207, false, random);
    var d = new Matrix(400, 1, false, random);
    var c = new Matrix(207, 207, false, random);
    double[][] results = new double[2][];
    for (int q = 0; q < 2; q++) {
      results[q] = c.doubles().clone();
      DoubleGemm.weightedGram(
          207,
          400,
          1,
          a.doubles(),
          a.o(),
          a.r(),
          a.c(),
          d.doubles(),
          d.o(),
          d.r(),
          0,
          results[q],
          c.o(),
          c.r(),
          c.c(),
          new Workspace(q == 0 ? 1 : threads));
    }
    assertThat(results[1]).isEqualTo(results[0]);
  }

  @Test
  void aFaultInAHelpingThreadReachesTheCaller() {
    var crew = new Crew(2);
    Crew.Task fails =
        (index, own) -> {
          if (index == 1) throw new ArithmeticException("part 1");
        };
    assertThatThrownBy(() -> crew.run(fails, 2)).hasRootCauseMessage("part 1");
    var done = new int[2];
    crew.run((index, own) -> done[index] = 1, 2);
    assertThat(done).containsExactly(1, 1);
  }

  @Test
  void aCrewServesManyTasks() {
    var crew = new Crew(3);
    var done = new int[3];
    for (int round = 0; round < 2000; round++) crew.run((index, own) -> done[index]++, 3);
    assertThat(done).containsExactly(2000, 2000, 2000);
  }
}
