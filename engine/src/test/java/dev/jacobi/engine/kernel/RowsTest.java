package dev.jacobi.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is done row by row is what the definition says, in the middle of a larger array.
class RowsTest {
  private static final int[] SIZES = {1, 4, 6, 13, 64, 207};
  private final Random random = new Random(4);
  private final Workspace w = new Workspace();

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 6, 13, 64})
  void softmaxAndItsLogAreTheirDefinitions(int m) {
    for (int n : SIZES) {
      var x = new Matrix(m, n, false, random);
      var soft = new Matrix(m, n, false, random);
      var log = soft.copy();
      float[] yf = soft.floats();
      double[] yd = soft.copy().doubles();
      float[] lf = soft.floats();
      FloatRows.softmax(m, n, x.floats(), x.o(), x.r(), yf, soft.o(), soft.r(), w);
      DoubleRows.softmax(m, n, x.doubles(), x.o(), x.r(), yd, soft.o(), soft.r(), w);
      FloatRows.logSoftmax(m, n, x.floats(), x.o(), x.r(), lf, soft.o(), soft.r());
      for (int i = 0; i < m; i++) {
        double sum = 0;
        for (int j = 0; j < n; j++) sum += Math.exp(x.at(i, j));
        for (int j = 0; j < n; j++) soft.set(i, j, Math.exp(x.at(i, j)) / sum);
        for (int j = 0; j < n; j++) log.set(i, j, x.at(i, j) - Math.log(sum));
      }
      soft.assertClose(yf, 4e-7, "softmax " + m + "×" + n);
      soft.assertClose(yd, 1e-15, "softmax " + m + "×" + n);
      log.assertClose(lf, 3e-6, "log softmax " + m + "×" + n);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 6, 13, 64})
  void theAdjointOfASoftmaxIsItsDefinition(int m) {
    for (int n : SIZES) {
      var x = new Matrix(m, n, false, random);
      var y = new Matrix(m, n, false, random);
      var z = y.copy();
      for (int i = 0; i < m; i++) {
        double mean = 0;
        for (int j = 0; j < n; j++) mean += x.at(i, j) * y.at(i, j);
        for (int j = 0; j < n; j++) z.set(i, j, y.at(i, j) * (x.at(i, j) - mean));
      }
      float[] zf = y.floats();
      FloatRows.softmaxAdjoint(m, n, x.floats(), x.o(), x.r(), zf, y.o(), y.r(), zf, y.o(), y.r());
      z.assertClose(zf, 1e-5 * (n + 2), "written over y");
      double[] zd = y.copy().doubles();
      DoubleRows.softmaxAdjoint(
          m, n, x.doubles(), x.o(), x.r(), zd, y.o(), y.r(), zd, y.o(), y.r());
      z.assertClose(zd, 1e-14 * (n + 2), "written over y");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 6, 13, 64})
  void sumsRunAlongRowsAndDownColumns(int m) {
    for (int n : SIZES) {
      var x = new Matrix(m, n, false, random);
      var rows = new double[m];
      var columns = new double[n];
      for (int j = 0; j < n; j++) columns[j] = 4;
      var expectedRows = new double[m];
      var expectedColumns = new double[n];
      for (int i = 0; i < m; i++) {
        for (int j = 0; j < n; j++) {
          expectedRows[i] += 2 * x.at(i, j);
          expectedColumns[j] += 2 * x.at(i, j) + 2.0 / m;
        }
      }
      DoubleRows.sumRows(m, n, 2, x.doubles(), x.o(), x.r(), 0, rows, 0);
      DoubleRows.sumColumns(m, n, 2, x.doubles(), x.o(), x.r(), 0.5, columns, 0);
      assertThat(rows).containsExactly(expectedRows, within(1e-12));
      assertThat(columns).containsExactly(expectedColumns, within(1e-12));
    }
  }

  @Test
  void aSoftmaxOfGreatValuesIsRightAndAnInfiniteOneIsNone() {
    var y = new float[3];
    FloatRows.softmax(1, 3, new float[] {1e30f, 1e30f, -1e30f}, 0, 3, y, 0, 3, w);
    assertThat(y).containsExactly(0.5f, 0.5f, 0);
    FloatRows.logSoftmax(1, 3, new float[] {1000, 0, -1000}, 0, 3, y, 0, 3);
    assertThat(y).containsExactly(0, -1000, -2000);
    FloatRows.softmax(1, 2, new float[] {1, Float.NaN}, 0, 2, y, 0, 2, w);
    assertThat(y[0]).isNaN();
  }
}
