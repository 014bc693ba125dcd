package dev.jacobi.engine.kernel;

/// Systems with one triangle of a matrix of n × n, whose entries in a row are neighbours; `t` right
/// sides are the columns of B, solved in place. One right side goes by dot products, more by rows.
final class FloatTriangle {
  private FloatTriangle() {}

  /// `L X = B`, L the lower triangle; its diagonal is 1 where `unit`.
  static void lower(
      int n, int t, boolean unit, float[] a, int ao, int ar, float[] b, int bo, int br) {
    for (int i = 0; i < n; i++) {
      int row = ao + i * ar;
      int at = bo + i * br;
      if (t == 1 && br == 1) b[at] -= FloatReduce.dot(i, a, row, b, bo);
      else for (int j = 0; j < i; j++) FloatZip.axpy(t, -a[row + j], b, bo + j * br, b, at);
      if (!unit) divide(t, a[row + i], b, at);
    }
  }

  /// `U X = B`, U the upper triangle.
  static void upper(int n, int t, float[] a, int ao, int ar, float[] b, int bo, int br) {
    for (int i = n - 1; i >= 0; i--) {
      int row = ao + i * ar;
      int at = bo + i * br;
      if (t == 1 && br == 1) b[at] -= FloatReduce.dot(n - 1 - i, a, row + i + 1, b, at + 1);
      else for (int j = i + 1; j < n; j++) FloatZip.axpy(t, -a[row + j], b, bo + j * br, b, at);
      divide(t, a[row + i], b, at);
    }
  }

  /// `L' X = B`, L the lower triangle; its diagonal is 1 where `unit`.
  static void lowerTransposed(
      int n, int t, boolean unit, float[] a, int ao, int ar, float[] b, int bo, int br) {
    for (int i = n - 1; i >= 0; i--) {
      int row = ao + i * ar;
      int at = bo + i * br;
      if (!unit) divide(t, a[row + i], b, at);
      if (t == 1 && br == 1) FloatZip.axpy(i, -b[at], a, row, b, bo);
      else for (int j = 0; j < i; j++) FloatZip.axpy(t, -a[row + j], b, at, b, bo + j * br);
    }
  }

  /// `U' X = B`, U the upper triangle.
  static void upperTransposed(int n, int t, float[] a, int ao, int ar, float[] b, int bo, int br) {
    for (int i = 0; i < n; i++) {
      int row = ao + i * ar;
      int at = bo + i * br;
      divide(t, a[row + i], b, at);
      if (t == 1 && br == 1) FloatZip.axpy(n - 1 - i, -b[at], a, row + i + 1, b, at + 1);
      else for (int j = i + 1; j < n; j++) FloatZip.axpy(t, -a[row + j], b, at, b, bo + j * br);
    }
  }

  private static void divide(int t, float s, float[] b, int at) {
    for (int q = 0; q < t; q++) b[at + q] /= s;
  }

  /// `I`, n × n.
  static void identity(int n, float[] b, int bo, int br) {
    for (int i = 0; i < n; i++) {
      FloatZip.fill(n, 0, b, bo + i * br);
      b[bo + i * br + i] = 1;
    }
  }
}
