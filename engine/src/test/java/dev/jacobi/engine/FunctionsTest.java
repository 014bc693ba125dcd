package dev.jacobi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.engine.kernel.Scalar;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is emitted for a function over an array is its scalar at each place: special values alike,
/// others to the last bits.
class FunctionsTest {
  private static final double[] SPECIAL = {
    0.0,
    -0.0,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN,
    1e-40,
    -1e-40,
    Float.MIN_VALUE,
    -Float.MIN_VALUE,
    Float.MIN_NORMAL,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    1e30,
    -1e30,
    Float.MAX_VALUE,
    -Float.MAX_VALUE,
    1,
    -1,
    0.99999994,
    -0.99999994,
    2.5,
    -2.5,
    88.73,
    -88,
    -103,
    -104,
    709.9,
    -740,
    -745.5,
    0x1p23,
    0x1p52,
    -0x1p52,
    1e-8,
    1e-20,
    20,
    -20
  };
  private static final int[] SIZES = {1, 4, 6, 13, 64, 207};

  static List<String> functions() {
    return Emitted.functions();
  }

  private static double[] points(int n, Random random) {
    var x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] =
          switch (i % 5) {
            case 0 -> SPECIAL[random.nextInt(SPECIAL.length)];
            case 1 -> random.nextGaussian();
            case 2 -> random.nextDouble(-1, 1);
            case 3 -> random.nextDouble(-100, 100);
            default -> Math.exp(random.nextDouble(-80, 80));
          };
    }
    return x;
  }

  @ParameterizedTest
  @MethodSource("functions")
  void inFloatIsTheScalarAtEachPlace(String f) throws ReflectiveOperationException {
    var random = new Random(1);
    Method scalar = Scalar.class.getMethod(f, float.class);
    for (int n : SIZES) {
      var loop = new Emitted(f, n).floats(true);
      for (int round = 0; round < 20; round++) {
        var x = new float[n];
        double[] points = points(n, random);
        for (int i = 0; i < n; i++) x[i] = (float) points[i];
        var y = new float[n + 1];
        loop.run(x, y);
        for (int i = 0; i < n; i++) close((float) scalar.invoke(null, x[i]), y[i], f, x[i]);
        assertThat(y[n]).isZero();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void inDoubleIsTheScalarAtEachPlace(String f) throws ReflectiveOperationException {
    var random = new Random(1);
    Method scalar = Scalar.class.getMethod(f, double.class);
    for (int n : SIZES) {
      var loop = new Emitted(f, n).doubles(true);
      for (int round = 0; round < 20; round++) {
        double[] x = points(n, random);
        var y = new double[n + 1];
        loop.run(x, y);
        for (int i = 0; i < n; i++) close((double) scalar.invoke(null, x[i]), y[i], f, x[i]);
        assertThat(y[n]).isZero();
      }
    }
  }

  private static void close(float expected, float y, String f, float x) {
    boolean special = expected == 0 || Float.isNaN(expected) || Float.isInfinite(expected);
    boolean same = Float.compare(expected, y) == 0;
    boolean close =
        same || (!special && Math.abs((double) y - expected) <= 3.0 * Math.ulp(expected));
    assertThat(close).as("%s(%s) = %s, here %s", f, x, expected, y).isTrue();
  }

  private static void close(double expected, double y, String f, double x) {
    boolean special = expected == 0 || Double.isNaN(expected) || Double.isInfinite(expected);
    boolean same = Double.compare(expected, y) == 0;
    boolean close = same || (!special && Math.abs(y - expected) <= 3 * Math.ulp(expected));
    assertThat(close).as("%s(%s) = %s, here %s", f, x, expected, y).isTrue();
  }
}
