package dev.jacobi.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Sums, extremes and norms are those of a loop in double; what would overflow does not.
class ReduceTest {
  private final Random random = new Random(2);

  private float[] floats(int n) {
    var x = new float[n + 3];
    for (int i = 0; i < x.length; i++) x[i] = (float) random.nextGaussian();
    return x;
  }

  private static double[] wide(float[] x) {
    var y = new double[x.length];
    for (int i = 0; i < x.length; i++) y[i] = x[i];
    return y;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 6, 13, 64, 207, 3000, 70001})
  void sumsAndExtremesAreThoseOfALoop(int n) {
    float[] x = floats(n);
    float[] y = floats(n);
    double[] xd = wide(x);
    double[] yd = wide(y);
    double sum = 0;
    double dot = 0;
    double top = Double.NEGATIVE_INFINITY;
    double low = Double.POSITIVE_INFINITY;
    double exps = 0;
    double squares = 0;
    for (int i = 2; i < n + 2; i++) {
      sum += xd[i];
      dot += xd[i] * yd[i];
      squares += xd[i] * xd[i];
      top = Math.max(top, xd[i]);
      low = Math.min(low, xd[i]);
      exps += Math.exp(xd[i]);
    }
    double f = 1e-6 * Math.sqrt(n + 1);
    double d = 1e-14 * Math.sqrt(n + 1);
    assertThat((double) FloatReduce.sum(n, x, 2)).isCloseTo(sum, within(f));
    assertThat(DoubleReduce.sum(n, xd, 2)).isCloseTo(sum, within(d * 100));
    assertThat((double) FloatReduce.dot(n, x, 2, y, 2)).isCloseTo(dot, within(f));
    assertThat(DoubleReduce.dot(n, xd, 2, yd, 2)).isCloseTo(dot, within(d * 100));
    assertThat((double) FloatReduce.max(n, x, 2)).isEqualTo(top);
    assertThat(DoubleReduce.min(n, xd, 2)).isEqualTo(low);
    assertThat((double) FloatReduce.maxAbs(n, x, 2)).isEqualTo(n == 0 ? 0 : Math.max(top, -low));
    assertThat((double) FloatReduce.norm2(n, x, 2)).isCloseTo(Math.sqrt(squares), within(f));
    assertThat(DoubleReduce.norm2(n, xd, 2)).isCloseTo(Math.sqrt(squares), within(d * 10));
    if (n == 0) return;
    assertThat((double) FloatReduce.logSumExp(n, x, 2)).isCloseTo(Math.log(exps), within(f));
    assertThat(DoubleReduce.logSumExp(n, xd, 2)).isCloseTo(Math.log(exps), within(d));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 6, 13, 64, 207, 3000})
  void theFirstGreatestIsFoundWhereverItStands(int n) {
    for (int q = 0; q < Math.min(n, 70); q++) {
      float[] x = floats(n);
      int at = n - 1 - q;
      x[2 + at] = 9;
      x[2 + Math.max(at, n - 1)] = 9;
      assertThat(FloatReduce.argmax(n, x, 2)).isEqualTo(at);
      assertThat(DoubleReduce.argmax(n, wide(x), 2)).isEqualTo(at);
      x[2 + at] = Float.NaN;
      assertThat(FloatReduce.argmax(n, x, 2)).isEqualTo(at);
      assertThat(FloatReduce.max(n, x, 2)).isNaN();
      assertThat(FloatReduce.min(n, x, 2)).isNaN();
      assertThat(DoubleReduce.max(n, wide(x), 2)).isNaN();
      assertThat(FloatReduce.maxAbs(n, x, 2)).isNaN();
      assertThat(FloatReduce.norm2(n, x, 2)).isNaN();
    }
  }

  @Test
  void normsNeitherOverflowNorVanish() {
    assertThat(FloatReduce.norm2(2, new float[] {(float) 3e38, (float) 1e38}, 0))
        .isCloseTo((float) (Math.sqrt(10) * 1e38), within(1e32f));
    assertThat(FloatReduce.norm2(2, new float[] {(float) 3e-40, (float) 4e-40}, 0))
        .isCloseTo((float) 5e-40, within((float) 2e-45));
    assertThat(DoubleReduce.norm2(2, new double[] {3e300, 4e300}, 0))
        .isCloseTo(5e300, within(1e285));
    assertThat(DoubleReduce.norm2(2, new double[] {3e-310, 4e-310}, 0))
        .isCloseTo(5e-310, within(1e-320));
    assertThat(DoubleReduce.norm2(2, new double[] {3, Double.NEGATIVE_INFINITY}, 0)).isInfinite();
    assertThat(DoubleReduce.norm2(2, new double[] {0, 0}, 0)).isZero();
  }

  @Test
  void sumsOfExponentialsOfGreatAndInfiniteValuesAreRight() {
    assertThat(FloatReduce.logSumExp(2, new float[] {1000, 1000}, 0))
        .isCloseTo(1000.6931f, within(1e-3f));
    assertThat(DoubleReduce.logSumExp(2, new double[] {-1e5, -1e5}, 0))
        .isCloseTo(-99999.30685, within(1e-5));
    float less = Float.NEGATIVE_INFINITY;
    assertThat(FloatReduce.logSumExp(2, new float[] {less, less}, 0)).isEqualTo(less);
    assertThat(FloatReduce.logSumExp(2, new float[] {less, 3}, 0)).isEqualTo(3);
    assertThat(FloatReduce.logSumExp(2, new float[] {1, Float.POSITIVE_INFINITY}, 0)).isInfinite();
    assertThat(FloatReduce.logSumExp(2, new float[] {1, Float.NaN}, 0)).isNaN();
  }

  @Test
  void theSameNumbersGiveTheSameBits() {
    float[] x = floats(5000);
    float[] again = Arrays.copyOfRange(x, 1, 5003);
    assertThat(FloatReduce.sum(5000, x, 2)).isEqualTo(FloatReduce.sum(5000, again, 1));
  }
}
