package dev.jacobi.engine.kernel;

/// Gaussian elimination with partial pivoting, the right sides beside the matrix.
final class Elimination {
  private Elimination() {}

  /// Makes the n × n matrix at 0 upper triangular, and does the same to `columns` right sides at
  /// `right`. Gives the sign of the row exchanges.
  static double reduce(int n, double[] a, int right, int columns) {
    double sign = 1;
    for (int k = 0; k < n; k++) {
      int p = pivot(n, a, k);
      if (p != k) {
        swap(a, k * n, p * n, n);
        swap(a, right + k * columns, right + p * columns, columns);
        sign = -sign;
      }
      for (int i = k + 1; i < n; i++) {
        double f = a[i * n + k] / a[k * n + k];
        if (f == 0) continue;
        for (int j = k; j < n; j++) a[i * n + j] -= f * a[k * n + j];
        for (int j = 0; j < columns; j++)
          a[right + i * columns + j] -= f * a[right + k * columns + j];
      }
    }
    return sign;
  }

  private static int pivot(int n, double[] a, int k) {
    int p = k;
    for (int i = k + 1; i < n; i++) if (Math.abs(a[i * n + k]) > Math.abs(a[p * n + k])) p = i;
    return p;
  }

  private static void swap(double[] a, int p, int q, int n) {
    for (int j = 0; j < n; j++) {
      double x = a[p + j];
      a[p + j] = a[q + j];
      a[q + j] = x;
    }
  }

  /// Solves for the right sides when the matrix is upper triangular.
  static void solve(int n, double[] a, int right, int columns) {
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++)
        for (int j = 0; j < columns; j++)
          a[right + i * columns + j] -= a[i * n + k] * a[right + k * columns + j];
      for (int j = 0; j < columns; j++) a[right + i * columns + j] /= a[i * n + i];
    }
  }
}
