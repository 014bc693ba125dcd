package dev.jacobi.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Arithmetic over arrays is arithmetic at each place, special values included.
class ZipTest {
  private static final float[] SPECIAL = {
    0,
    -0f,
    1,
    -1,
    Float.NaN,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    1e30f,
    -1e30f,
    1e-40f
  };

  private interface Expected {
    double of(double x, double y, double z);
  }

  private interface Floats {
    void run(int n, float[] x, float[] y, float[] z);
  }

  private interface Doubles {
    void run(int n, double[] x, double[] y, double[] z);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 6, 13, 64, 207})
  void eachOperationIsTheScalarOne(int n) {
    check(
        n,
        (x, y, z) -> x + y,
        (m, x, y, z) -> FloatZip.add(m, x, 1, y, 1, z, 1),
        (m, x, y, z) -> DoubleZip.add(m, x, 1, y, 1, z, 1));
    check(
        n,
        (x, y, z) -> x - y,
        (m, x, y, z) -> FloatZip.subtract(m, x, 1, y, 1, z, 1),
        (m, x, y, z) -> DoubleZip.subtract(m, x, 1, y, 1, z, 1));
    check(
        n,
        (x, y, z) -> x * y,
        (m, x, y, z) -> FloatZip.multiply(m, x, 1, y, 1, z, 1),
        (m, x, y, z) -> DoubleZip.multiply(m, x, 1, y, 1, z, 1));
    check(
        n,
        (x, y, z) -> x / y,
        (m, x, y, z) -> FloatZip.divide(m, x, 1, y, 1, z, 1),
        (m, x, y, z) -> DoubleZip.divide(m, x, 1, y, 1, z, 1));
    check(
        n,
        (x, y, z) -> Math.max(x, y),
        (m, x, y, z) -> FloatZip.max(m, x, 1, y, 1, z, 1),
        (m, x, y, z) -> DoubleZip.max(m, x, 1, y, 1, z, 1));
    check(
        n,
        (x, y, z) -> Math.min(x, y),
        (m, x, y, z) -> FloatZip.min(m, x, 1, y, 1, z, 1),
        (m, x, y, z) -> DoubleZip.min(m, x, 1, y, 1, z, 1));
    check(
        n,
        (x, y, z) -> Math.pow(x, y),
        (m, x, y, z) -> FloatZip.pow(m, x, 1, y, 1, z, 1),
        (m, x, y, z) -> DoubleZip.pow(m, x, 1, y, 1, z, 1));
    check(
        n,
        (x, y, z) -> y > 0 ? x : 0,
        (m, x, y, z) -> FloatZip.reluAdjoint(m, x, 1, y, 1, z, 1),
        (m, x, y, z) -> DoubleZip.reluAdjoint(m, x, 1, y, 1, z, 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 6, 13, 64, 207})
  void eachOperationWithOneNumberIsTheScalarOne(int n) {
    check(
        n,
        (x, y, z) -> x + 3,
        (m, x, y, z) -> FloatZip.addScalar(m, 3, x, 1, z, 1),
        (m, x, y, z) -> DoubleZip.addScalar(m, 3, x, 1, z, 1));
    check(
        n,
        (x, y, z) -> x * 3,
        (m, x, y, z) -> FloatZip.scale(m, 3, x, 1, z, 1),
        (m, x, y, z) -> DoubleZip.scale(m, 3, x, 1, z, 1));
    check(
        n,
        (x, y, z) -> 3 - x,
        (m, x, y, z) -> FloatZip.subtractFrom(m, 3, x, 1, z, 1),
        (m, x, y, z) -> DoubleZip.subtractFrom(m, 3, x, 1, z, 1));
    check(
        n,
        (x, y, z) -> 3 / x,
        (m, x, y, z) -> FloatZip.divideInto(m, 3, x, 1, z, 1),
        (m, x, y, z) -> DoubleZip.divideInto(m, 3, x, 1, z, 1));
    check(
        n,
        (x, y, z) -> Math.max(x, 3),
        (m, x, y, z) -> FloatZip.maxScalar(m, 3, x, 1, z, 1),
        (m, x, y, z) -> DoubleZip.maxScalar(m, 3, x, 1, z, 1));
    check(
        n,
        (x, y, z) -> Math.min(x, 3),
        (m, x, y, z) -> FloatZip.minScalar(m, 3, x, 1, z, 1),
        (m, x, y, z) -> DoubleZip.minScalar(m, 3, x, 1, z, 1));
    check(
        n,
        (x, y, z) -> Math.pow(x, 3),
        (m, x, y, z) -> FloatZip.powScalar(m, 3, x, 1, z, 1),
        (m, x, y, z) -> DoubleZip.powScalar(m, 3, x, 1, z, 1));
    check(
        n,
        (x, y, z) -> 3 * x + z,
        (m, x, y, z) -> FloatZip.axpy(m, 3, x, 1, z, 1),
        (m, x, y, z) -> DoubleZip.axpy(m, 3, x, 1, z, 1));
    check(
        n,
        (x, y, z) -> x * y + z,
        (m, x, y, z) -> FloatZip.multiplyAdd(m, x, 1, y, 1, z, 1),
        (m, x, y, z) -> DoubleZip.multiplyAdd(m, x, 1, y, 1, z, 1));
  }

  private static void check(int n, Expected expected, Floats floats, Doubles doubles) {
    var random = new Random(3);
    var values = new float[3][n + 2];
    for (float[] v : values) {
      for (int i = 0; i < v.length; i++) {
        v[i] =
            random.nextInt(4) == 0
                ? SPECIAL[random.nextInt(SPECIAL.length)]
                : (float) random.nextGaussian();
      }
    }
    var wide = new double[3][n + 2];
    for (int q = 0; q < 3; q++) for (int i = 0; i < n + 2; i++) wide[q][i] = values[q][i];
    var right = new double[n + 2];
    for (int i = 0; i < n + 2; i++) right[i] = expected.of(wide[0][i], wide[1][i], wide[2][i]);
    double[] before = wide[2].clone();
    doubles.run(n, wide[0], wide[1], wide[2]);
    floats.run(n, values[0], values[1], values[2]);
    for (int i = 1; i <= n; i++) {
      boolean close =
          close(right[i], wide[2][i], 1e-15) && close((float) right[i], values[2][i], 1e-6);
      assertThat(close)
          .as("%s of %s, %s: %s and %s", right[i], wide[0][i], wide[1][i], wide[2][i], values[2][i])
          .isTrue();
    }
    assertThat(wide[2][0]).isEqualTo(Double.valueOf(before[0]));
    assertThat(wide[2][n + 1]).isEqualTo(Double.valueOf(before[n + 1]));
  }

  private static boolean close(double expected, double value, double bound) {
    if (Double.compare(expected, value) == 0) return true;
    return Math.abs(expected - value) <= bound * Math.max(1, Math.abs(expected));
  }
}
