package dev.jacobi.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

/// A random matrix inside a larger array, with a gap after each row (or column), in both types.
final class Matrix {
  private static final int GAP = 3;
  private static final int START = 5;
  private final int rows;
  private final int columns;
  private final boolean byColumns;
  private final double[] doubles;

  Matrix(int rows, int columns, boolean byColumns, Random random) {
    this(rows, columns, byColumns, new double[size(rows, columns)]);
    for (int i = 0; i < doubles.length; i++) doubles[i] = (float) random.nextGaussian();
  }

  private Matrix(int rows, int columns, boolean byColumns, double[] doubles) {
    this.rows = rows;
    this.columns = columns;
    this.byColumns = byColumns;
    this.doubles = doubles;
  }

  private static int size(int rows, int columns) {
    return START + (rows + GAP) * (columns + GAP);
  }

  int o() {
    return START;
  }

  int r() {
    return byColumns ? 1 : columns + GAP;
  }

  int c() {
    return byColumns ? rows + GAP : 1;
  }

  private int place(int i, int j) {
    return o() + i * r() + j * c();
  }

  double at(int i, int j) {
    return doubles[place(i, j)];
  }

  void set(int i, int j, double value) {
    doubles[place(i, j)] = value;
  }

  double[] doubles() {
    return doubles;
  }

  float[] floats() {
    var f = new float[doubles.length];
    for (int i = 0; i < f.length; i++) f[i] = (float) doubles[i];
    return f;
  }

  Matrix copy() {
    return new Matrix(rows, columns, byColumns, doubles.clone());
  }

  /// Equal to this, also in the gaps, which nobody may write.
  void assertClose(double[] other, double bound, String what) {
    for (int i = 0; i < doubles.length; i++) {
      boolean same = Math.abs(doubles[i] - other[i]) <= bound;
      if (!same && !(Double.isNaN(doubles[i]) && Double.isNaN(other[i]))) {
        assertThat(other[i]).as(what + ", place " + i).isEqualTo(doubles[i]);
      }
    }
  }

  void assertClose(float[] other, double bound, String what) {
    var wide = new double[other.length];
    for (int i = 0; i < wide.length; i++) wide[i] = other[i];
    assertClose(wide, bound, what);
  }
}
