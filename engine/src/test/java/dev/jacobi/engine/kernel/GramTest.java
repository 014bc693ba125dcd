package dev.jacobi.engine.kernel;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A' A and A' diag(d) A: one triangle is computed, both are right and equal.
class GramTest {
  private static final int[] DEPTHS = {0, 1, 4, 6, 13, 64, 207, 700};
  private final Random random = new Random(5);
  private final Workspace work = new Workspace();

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 6, 13, 64, 130, 207})
  void symmetricProductsAreTheirFullOnes(int n) {
    for (int k : DEPTHS) for (int l = 0; l < 8; l++) check(n, k, l);
  }

  private void check(int n, int k, int layout) {
    var a = new Matrix(k, n, (layout & 1) != 0, random);
    var d = new Matrix(k, 1, (layout & 2) != 0, random);
    var c = new Matrix(n, n, (layout & 4) != 0, random);
    for (int i = 0; i < n; i++) for (int j = 0; j < i; j++) c.set(i, j, c.at(j, i));
    double beta = layout % 3 == 0 ? 0 : -0.5;
    boolean weighted = (layout & 2) == 0;
    var expected = c.copy();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int p = 0; p < k; p++) sum += a.at(p, i) * (weighted ? d.at(p, 0) : 1) * a.at(p, j);
        expected.set(i, j, 0.75 * sum + beta * c.at(i, j));
      }
    }
    String what = n + " over " + k + " layout " + layout;
    float[] cf = c.floats();
    floats(n, k, weighted, a, d, (float) beta, c, cf);
    expected.assertClose(cf, 8e-6 * (k + 2), what);
    double[] cd = c.doubles();
    doubles(n, k, weighted, a, d, beta, c, cd);
    expected.assertClose(cd, 1e-14 * (k + 2), what);
    for (int i = 0; i < n; i++) for (int j = 0; j < i; j++) same(cd, c, i, j);
  }

  private static void same(double[] values, Matrix c, int i, int j) {
    int there = c.o() + i * c.r() + j * c.c();
    int mirrored = c.o() + j * c.r() + i * c.c();
    if (values[there] != values[mirrored]) throw new AssertionError(i + ", " + j + " is not " + j);
  }

  private void floats(
      int n, int k, boolean weighted, Matrix a, Matrix d, float beta, Matrix c, float[] cf) {
    if (weighted) {
      FloatGemm.weightedGram(
          n,
          k,
          0.75f,
          a.floats(),
          a.o(),
          a.r(),
          a.c(),
          d.floats(),
          d.o(),
          d.r(),
          beta,
          cf,
          c.o(),
          c.r(),
          c.c(),
          work);
    } else {
      FloatGemm.gram(
          n, k, 0.75f, a.floats(), a.o(), a.r(), a.c(), beta, cf, c.o(), c.r(), c.c(), work);
    }
  }

  private void doubles(
      int n, int k, boolean weighted, Matrix a, Matrix d, double beta, Matrix c, double[] cd) {
    if (weighted) {
      DoubleGemm.weightedGram(
          n,
          k,
          0.75,
          a.doubles(),
          a.o(),
          a.r(),
          a.c(),
          d.doubles(),
          d.o(),
          d.r(),
          beta,
          cd,
          c.o(),
          c.r(),
          c.c(),
          work);
    } else {
      DoubleGemm.gram(
          n, k, 0.75, a.doubles(), a.o(), a.r(), a.c(), beta, cd, c.o(), c.r(), c.c(), work);
    }
  }
}
