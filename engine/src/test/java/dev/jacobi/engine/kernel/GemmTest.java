package dev.jacobi.engine.kernel;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Products of any layout are what three plain loops in double say.
class GemmTest {
  private static final int[] SIZES = {1, 4, 6, 13, 64, 207};
  private final Random random = new Random(7);
  private final Workspace work = new Workspace();

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 6, 13, 64, 207})
  void anySizesAndLayoutsGiveTheProduct(int m) {
    for (int n : SIZES) for (int k : SIZES) for (int l = 0; l < 8; l++) check(m, n, k, l);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 5, 3",
    "5, 0, 3",
    "3, 5, 0",
    "300, 2, 1030",
    "2, 1030, 300",
    "517, 130, 9",
    "130, 520, 70"
  })
  void emptyLongAndFlatShapesGiveTheProduct(int m, int n, int k) {
    for (int l = 0; l < 8; l++) check(m, n, k, l);
  }

  /// Bits 0 to 2 of the layout: whether A, B, C are stored by columns.
  private void check(int m, int n, int k, int layout) {
    var a = new Matrix(m, k, (layout & 1) != 0, random);
    var b = new Matrix(k, n, (layout & 2) != 0, random);
    var c = new Matrix(m, n, (layout & 4) != 0, random);
    double alpha = layout % 3 == 0 ? 1 : -0.75;
    double beta = layout % 4 == 0 ? 0 : layout % 4 == 1 ? 1 : 0.5;
    if (beta == 0) Arrays.fill(c.doubles(), Double.NaN);
    var expected = c.copy();
    naive(m, n, k, alpha, a, b, beta, expected);
    float[] cf = c.floats();
    FloatGemm.gemm(
        m,
        n,
        k,
        (float) alpha,
        a.floats(),
        a.o(),
        a.r(),
        a.c(),
        b.floats(),
        b.o(),
        b.r(),
        b.c(),
        (float) beta,
        cf,
        c.o(),
        c.r(),
        c.c(),
        work);
    expected.assertClose(cf, 1e-6 * (k + 2), m + "×" + k + "×" + n + " layout " + layout);
    double[] cd = c.doubles();
    DoubleGemm.gemm(
        m,
        n,
        k,
        alpha,
        a.doubles(),
        a.o(),
        a.r(),
        a.c(),
        b.doubles(),
        b.o(),
        b.r(),
        b.c(),
        beta,
        cd,
        c.o(),
        c.r(),
        c.c(),
        work);
    expected.assertClose(cd, 1e-15 * (k + 2), m + "×" + k + "×" + n + " layout " + layout);
  }

  private static void naive(
      int m, int n, int k, double alpha, Matrix a, Matrix b, double beta, Matrix c) {
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int p = 0; p < k; p++) sum += a.at(i, p) * b.at(p, j);
        c.set(i, j, beta == 0 ? alpha * sum : alpha * sum + beta * c.at(i, j));
      }
    }
  }
}
