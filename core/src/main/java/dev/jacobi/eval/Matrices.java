package dev.jacobi.eval;

import java.util.Arrays;

/// Inverse and determinant of a small matrix, by elimination with pivots.
final class Matrices {
  private Matrices() {}

  static double determinant(double[] matrix, int n) {
    double[] a = matrix.clone();
    double det = 1;
    for (int c = 0; c < n; c++) {
      int p = pivot(a, n, c);
      if (a[p * n + c] == 0) return 0;
      if (p != c) {
        swap(a, n, p, c);
        det = -det;
      }
      det *= a[c * n + c];
      for (int r = c + 1; r < n; r++) eliminate(a, n, r, c, a[r * n + c] / a[c * n + c]);
    }
    return det;
  }

  /// A pivot this small beside the greatest entry is what rounding has left of a zero.
  private static final double SINGULAR = 1e-12;

  /// Not a number throughout where there is none.
  static double[] inverse(double[] matrix, int n) {
    double[] a = matrix.clone();
    double greatest = 0;
    for (double x : a) greatest = Math.max(greatest, Math.abs(x));
    double[] b = new double[n * n];
    for (int q = 0; q < n; q++) b[q * n + q] = 1;
    for (int c = 0; c < n; c++) {
      int p = pivot(a, n, c);
      swap(a, n, p, c);
      swap(b, n, p, c);
      double d = a[c * n + c];
      if (!(Math.abs(d) > SINGULAR * greatest)) {
        Arrays.fill(b, Double.NaN);
        return b;
      }
      for (int k = 0; k < n; k++) {
        a[c * n + k] /= d;
        b[c * n + k] /= d;
      }
      for (int r = 0; r < n; r++) {
        if (r == c) continue;
        double f = a[r * n + c];
        eliminate(a, n, r, c, f);
        eliminate(b, n, r, c, f);
      }
    }
    return b;
  }

  private static void eliminate(double[] a, int n, int row, int by, double factor) {
    for (int k = 0; k < n; k++) a[row * n + k] -= factor * a[by * n + k];
  }

  private static int pivot(double[] a, int n, int c) {
    int best = c;
    for (int r = c; r < n; r++) if (Math.abs(a[r * n + c]) > Math.abs(a[best * n + c])) best = r;
    return best;
  }

  private static void swap(double[] a, int n, int p, int q) {
    if (p == q) return;
    for (int k = 0; k < n; k++) {
      double x = a[p * n + k];
      a[p * n + k] = a[q * n + k];
      a[q * n + k] = x;
    }
  }
}
