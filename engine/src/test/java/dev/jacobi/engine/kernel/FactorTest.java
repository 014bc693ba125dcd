package dev.jacobi.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Solving with a factorisation gives what the matrix maps back to the right side.
class FactorTest {
  private final Random random = new Random(8);
  private final Workspace work = new Workspace();

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 6, 13, 64, 207})
  void luSolvesASystemAndItsTranspose(int n) {
    for (int t : new int[] {1, 3, 20}) {
      var a = new Matrix(n, n, false, random);
      for (int i = 0; i < n; i++) a.set(i, i, a.at(i, i) + 3 * Math.sqrt(n));
      var x = new Matrix(n, t, false, random);
      var pivots = new int[n + 1];
      double[] lu = a.copy().doubles();
      assertThat(DoubleLu.factor(n, lu, a.o(), a.r(), pivots, 1, work)).isZero();
      var b = times(a, false, x, n, t);
      DoubleLu.solve(n, t, lu, a.o(), a.r(), pivots, 1, b.doubles(), b.o(), b.r());
      assertSame(x, b, n, t, 1e-11);
      var c = times(a, true, x, n, t);
      DoubleLu.solveTransposed(n, t, lu, a.o(), a.r(), pivots, 1, c.doubles(), c.o(), c.r());
      assertSame(x, c, n, t, 1e-11);
      float[] fluent = a.floats();
      assertThat(FloatLu.factor(n, fluent, a.o(), a.r(), pivots, 1, work)).isZero();
      var d = times(a, false, x, n, t);
      float[] right = d.floats();
      FloatLu.solve(n, t, fluent, a.o(), a.r(), pivots, 1, right, d.o(), d.r());
      for (int i = 0; i < right.length; i++) d.doubles()[i] = right[i];
      assertSame(x, d, n, t, 1e-3);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 6, 13, 64, 207})
  void anInverseTimesItsMatrixIsTheIdentity(int n) {
    var a = new Matrix(n, n, false, random);
    for (int i = 0; i < n; i++) a.set(i, i, a.at(i, i) + 3 * Math.sqrt(n));
    var pivots = new int[n];
    double[] lu = a.copy().doubles();
    DoubleLu.factor(n, lu, a.o(), a.r(), pivots, 0, work);
    var inverse = new Matrix(n, n, false, random);
    DoubleLu.inverse(n, lu, a.o(), a.r(), pivots, 0, inverse.doubles(), a.o(), a.r());
    var product = times(a, false, inverse, n, n);
    DoubleTriangle.identity(n, inverse.doubles(), a.o(), a.r());
    assertSame(inverse, product, n, n, 1e-11);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 6, 13, 64, 207})
  void choleskySolvesAndKnowsTheDeterminant(int n) {
    var m = new Matrix(n, n, false, random);
    var a = times(m, true, m, n, n);
    for (int i = 0; i < n; i++) a.set(i, i, a.at(i, i) + n);
    var x = new Matrix(n, 3, false, random);
    double[] l = a.copy().doubles();
    assertThat(DoubleCholesky.factor(n, l, a.o(), a.r(), work)).isZero();
    var b = times(a, false, x, n, 3);
    DoubleCholesky.solve(n, 3, l, a.o(), a.r(), b.doubles(), b.o(), b.r());
    assertSame(x, b, n, 3, 1e-10);
    var pivots = new int[n];
    double[] lu = a.copy().doubles();
    DoubleLu.factor(n, lu, a.o(), a.r(), pivots, 0, work);
    double log = DoubleLu.logAbsDet(n, lu, a.o(), a.r());
    assertThat(DoubleCholesky.logDet(n, l, a.o(), a.r())).isCloseTo(log, within(1e-9));
    assertThat(DoubleLu.signDet(n, lu, a.o(), a.r(), pivots, 0)).isEqualTo(1);
    float[] f = a.floats();
    assertThat(FloatCholesky.factor(n, f, a.o(), a.r(), work)).isZero();
    assertThat((double) FloatCholesky.logDet(n, f, a.o(), a.r())).isCloseTo(log, within(1e-3 * n));
  }

  @Test
  void whatIsSingularOrIndefiniteIsSaid() {
    double[] singular = {1, 2, 2, 4};
    assertThat(DoubleLu.factor(2, singular, 0, 2, new int[2], 0, work)).isEqualTo(2);
    double[] indefinite = {1, 2, 2, 1};
    assertThat(DoubleCholesky.factor(2, indefinite, 0, 2, work)).isEqualTo(2);
    assertThat(DoubleCholesky.factor(1, new double[] {Double.NaN}, 0, 1, work)).isEqualTo(1);
    double[] turned = {0, 1, 1, 0};
    var pivots = new int[2];
    assertThat(DoubleLu.factor(2, turned, 0, 2, pivots, 0, work)).isZero();
    assertThat(DoubleLu.det(2, turned, 0, 2, pivots, 0)).isEqualTo(-1);
    assertThat(DoubleLu.signDet(2, turned, 0, 2, pivots, 0)).isEqualTo(-1);
  }

  private Matrix times(Matrix a, boolean transposed, Matrix x, int n, int t) {
    var b = new Matrix(n, t, false, random);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < t; j++) {
        double sum = 0;
        for (int p = 0; p < n; p++) sum += (transposed ? a.at(p, i) : a.at(i, p)) * x.at(p, j);
        b.set(i, j, sum);
      }
    }
    return b;
  }

  private static void assertSame(Matrix expected, Matrix other, int n, int t, double bound) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < t; j++) {
        assertThat(other.at(i, j)).isCloseTo(expected.at(i, j), within(bound));
      }
    }
  }
}
