package dev.jacobi;

/// Comparing arrays of numbers.
final class Distance {
  private Distance() {}

  static boolean areFinite(double[] a) {
    for (double x : a) if (!Double.isFinite(x)) return false;
    return true;
  }

  /// The greatest difference of two arrays, relative to the greatest entry of either.
  static double of(double[] a, double[] b) {
    return of(a, b, null);
  }

  /// The same where a mask is not 0; a null mask masks nothing.
  static double of(double[] a, double[] b, double[] mask) {
    if (a.length != b.length) return Double.POSITIVE_INFINITY;
    double scale = 1e-3;
    double worst = 0;
    for (int q = 0; q < a.length; q++) {
      if (mask != null && mask[q] == 0) continue;
      scale = Math.max(scale, Math.max(Math.abs(a[q]), Math.abs(b[q])));
      worst = Math.max(worst, Math.abs(a[q] - b[q]));
    }
    return worst / scale;
  }
}
