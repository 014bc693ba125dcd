package dev.jacobi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.engine.kernel.DoubleGemm;
import dev.jacobi.engine.kernel.DoubleReduce;
import dev.jacobi.engine.kernel.FloatGemm;
import dev.jacobi.engine.kernel.FloatReduce;
import dev.jacobi.engine.kernel.Workspace;
import org.junit.jupiter.api.Test;

/// What a process does often does not make what it does rarely allocate. In a JVM of its own, since
/// it is about what that JVM has compiled.
class KernelsAllocationTest {
  /// The compiler does not inline what was rarely reached when it compiled: sizes that are rare in
  /// a process must not suffer from those that are common.
  @Test
  void aLengthThatIsRareAllocatesNothing() {
    var x = new float[4096];
    var y = new double[4096];
    var w = new Workspace();
    for (int common : new int[] {13, 64, 208}) {
      for (int q = 0; q < 200_000; q++) reduce(q % 1000 == 0 ? 207 : common, x, y, w);
      assertThat(Allocation.of(() -> reduce(207, x, y, w))).as("beside " + common).isZero();
    }
  }

  private static void reduce(int n, float[] x, double[] y, Workspace w) {
    x[0] = FloatReduce.dot(n, x, 1, x, 2) + FloatReduce.sum(n, x, 1);
    x[0] += FloatReduce.max(n, x, 1) + FloatReduce.min(n, x, 1) + FloatReduce.maxAbs(n, x, 1);
    y[0] = DoubleReduce.dot(n, y, 1, y, 2) + DoubleReduce.sum(n, y, 1);
    y[0] += DoubleReduce.max(n, y, 1) + DoubleReduce.min(n, y, 1) + DoubleReduce.maxAbs(n, y, 1);
    FloatGemm.gemv(7, n, 1, x, 9, n, 1, x, 9, 1, 0, x, 1, 1, w);
    DoubleGemm.gemv(7, n, 1, y, 9, n, 1, y, 9, 1, 0, y, 1, 1, w);
  }
}
