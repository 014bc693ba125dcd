package dev.jacobi.engine.kernel;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Products with one vector, and of two, in any layout and with any step.
class GemvTest {
  private static final int[] SIZES = {0, 1, 4, 6, 13, 64, 207, 530};
  private final Random random = new Random(11);
  private final Workspace work = new Workspace();

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 6, 13, 64, 207})
  void aMatrixTimesAVectorIsTheProduct(int m) {
    for (int n : SIZES) for (int l = 0; l < 8; l++) gemv(m, n, l);
  }

  private void gemv(int m, int n, int layout) {
    var a = new Matrix(m, n, (layout & 1) != 0, random);
    var x = new Matrix(n, 1, (layout & 2) != 0, random);
    var y = new Matrix(m, 1, (layout & 4) != 0, random);
    double beta = layout % 3 == 0 ? 0 : -0.5;
    var expected = y.copy();
    for (int i = 0; i < m; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) sum += a.at(i, j) * x.at(j, 0);
      expected.set(i, 0, 1.5 * sum + beta * y.at(i, 0));
    }
    String what = m + "×" + n + " layout " + layout;
    float[] yf = y.floats();
    FloatGemm.gemv(
        m,
        n,
        1.5f,
        a.floats(),
        a.o(),
        a.r(),
        a.c(),
        x.floats(),
        x.o(),
        x.r(),
        (float) beta,
        yf,
        y.o(),
        y.r(),
        work);
    expected.assertClose(yf, 2e-6 * (n + 2), what);
    double[] yd = y.doubles();
    DoubleGemm.gemv(
        m,
        n,
        1.5,
        a.doubles(),
        a.o(),
        a.r(),
        a.c(),
        x.doubles(),
        x.o(),
        x.r(),
        beta,
        yd,
        y.o(),
        y.r(),
        work);
    expected.assertClose(yd, 2e-15 * (n + 2), what);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 6, 13, 64, 207})
  void anOuterProductIsAddedInPlace(int m) {
    for (int n : SIZES) for (int l = 0; l < 8; l++) outer(m, n, l);
  }

  private void outer(int m, int n, int layout) {
    var x = new Matrix(m, 1, (layout & 1) != 0, random);
    var y = new Matrix(n, 1, (layout & 2) != 0, random);
    var a = new Matrix(m, n, (layout & 4) != 0, random);
    double beta = layout % 3 == 0 ? 0 : layout % 3 == 1 ? 1 : -0.5;
    var expected = a.copy();
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        expected.set(i, j, 0.75 * x.at(i, 0) * y.at(j, 0) + beta * a.at(i, j));
      }
    }
    String what = m + "×" + n + " layout " + layout;
    float[] af = a.floats();
    FloatGemm.outer(
        m,
        n,
        0.75f,
        x.floats(),
        x.o(),
        x.r(),
        y.floats(),
        y.o(),
        y.r(),
        (float) beta,
        af,
        a.o(),
        a.r(),
        a.c());
    expected.assertClose(af, 4e-6, what);
    double[] ad = a.doubles();
    DoubleGemm.outer(
        m,
        n,
        0.75,
        x.doubles(),
        x.o(),
        x.r(),
        y.doubles(),
        y.o(),
        y.r(),
        beta,
        ad,
        a.o(),
        a.r(),
        a.c());
    expected.assertClose(ad, 1e-14, what);
  }
}
