package dev.jacobi.engine.kernel;

/// The scalar twin of [DoubleReduce]: halves down to blocks, a block in four sums.
final class ScalarDoubleReduce {
  private static final int BLOCK = 256;

  private ScalarDoubleReduce() {}

  static double sum(int n, double[] x, int xo) {
    if (n > BLOCK) {
      int half = half(n);
      return sum(half, x, xo) + sum(n - half, x, xo + half);
    }
    double s = 0;
    double t = 0;
    double u = 0;
    double v = 0;
    int i = 0;
    for (; i <= n - 4; i += 4) {
      s += x[xo + i];
      t += x[xo + i + 1];
      u += x[xo + i + 2];
      v += x[xo + i + 3];
    }
    for (; i < n; i++) s += x[xo + i];
    return (s + t) + (u + v);
  }

  static double dot(int n, double[] x, int xo, double[] y, int yo) {
    if (n > BLOCK) {
      int half = half(n);
      return dot(half, x, xo, y, yo) + dot(n - half, x, xo + half, y, yo + half);
    }
    double s = 0;
    double t = 0;
    double u = 0;
    double v = 0;
    int i = 0;
    for (; i <= n - 4; i += 4) {
      s += x[xo + i] * y[yo + i];
      t += x[xo + i + 1] * y[yo + i + 1];
      u += x[xo + i + 2] * y[yo + i + 2];
      v += x[xo + i + 3] * y[yo + i + 3];
    }
    for (; i < n; i++) s += x[xo + i] * y[yo + i];
    return (s + t) + (u + v);
  }

  static double max(int n, double[] x, int xo) {
    double top = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) top = Math.max(top, x[xo + i]);
    return top;
  }

  static double min(int n, double[] x, int xo) {
    double low = Double.POSITIVE_INFINITY;
    for (int i = 0; i < n; i++) low = Math.min(low, x[xo + i]);
    return low;
  }

  static double maxAbs(int n, double[] x, int xo) {
    double top = 0;
    for (int i = 0; i < n; i++) top = Math.max(top, Math.abs(x[xo + i]));
    return top;
  }

  /// `Σ exp(x − top)`.
  static double sumExp(int n, double top, double[] x, int xo) {
    if (n > BLOCK) {
      int half = half(n);
      return sumExp(half, top, x, xo) + sumExp(n - half, top, x, xo + half);
    }
    double sum = 0;
    for (int i = 0; i < n; i++) sum += Scalar.exp(x[xo + i] - top);
    return sum;
  }

  static void softmax(int n, double[] x, int xo, double[] y, int yo) {
    double top = max(n, x, xo);
    for (int i = 0; i < n; i++) y[yo + i] = Scalar.exp(x[xo + i] - top);
    double scale = 1 / sum(n, y, yo);
    for (int i = 0; i < n; i++) y[yo + i] *= scale;
  }

  /// `y ← (x − s) − t`, in that order.
  static void subtractTwice(int n, double s, double t, double[] x, int xo, double[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = x[xo + i] - s - t;
  }

  /// `z ← (x − s) y`.
  static void centredProduct(
      int n, double s, double[] x, int xo, double[] y, int yo, double[] z, int zo) {
    for (int i = 0; i < n; i++) z[zo + i] = (x[xo + i] - s) * y[yo + i];
  }

  /// A half that keeps whole blocks together.
  static int half(int n) {
    return (n / 2 + BLOCK - 1) / BLOCK * BLOCK;
  }
}
