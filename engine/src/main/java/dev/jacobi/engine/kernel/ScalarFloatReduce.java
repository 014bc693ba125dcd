package dev.jacobi.engine.kernel;

/// The scalar twin of [FloatReduce]: halves down to blocks, a block in four sums.
final class ScalarFloatReduce {
  private static final int BLOCK = 256;

  private ScalarFloatReduce() {}

  static float sum(int n, float[] x, int xo) {
    if (n > BLOCK) {
      int half = half(n);
      return sum(half, x, xo) + sum(n - half, x, xo + half);
    }
    float s = 0;
    float t = 0;
    float u = 0;
    float v = 0;
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

  static float dot(int n, float[] x, int xo, float[] y, int yo) {
    if (n > BLOCK) {
      int half = half(n);
      return dot(half, x, xo, y, yo) + dot(n - half, x, xo + half, y, yo + half);
    }
    float s = 0;
    float t = 0;
    float u = 0;
    float v = 0;
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

  static float max(int n, float[] x, int xo) {
    float top = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) top = Math.max(top, x[xo + i]);
    return top;
  }

  static float min(int n, float[] x, int xo) {
    float low = Float.POSITIVE_INFINITY;
    for (int i = 0; i < n; i++) low = Math.min(low, x[xo + i]);
    return low;
  }

  static float maxAbs(int n, float[] x, int xo) {
    float top = 0;
    for (int i = 0; i < n; i++) top = Math.max(top, Math.abs(x[xo + i]));
    return top;
  }

  /// `Σ exp(x − top)`.
  static float sumExp(int n, float top, float[] x, int xo) {
    if (n > BLOCK) {
      int half = half(n);
      return sumExp(half, top, x, xo) + sumExp(n - half, top, x, xo + half);
    }
    float sum = 0;
    for (int i = 0; i < n; i++) sum += Scalar.exp(x[xo + i] - top);
    return sum;
  }

  static void softmax(int n, float[] x, int xo, float[] y, int yo) {
    float top = max(n, x, xo);
    for (int i = 0; i < n; i++) y[yo + i] = Scalar.exp(x[xo + i] - top);
    float scale = 1 / sum(n, y, yo);
    for (int i = 0; i < n; i++) y[yo + i] *= scale;
  }

  /// `y ← (x − s) − t`, in that order.
  static void subtractTwice(int n, float s, float t, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = x[xo + i] - s - t;
  }

  /// `z ← (x − s) y`.
  static void centredProduct(
      int n, float s, float[] x, int xo, float[] y, int yo, float[] z, int zo) {
    for (int i = 0; i < n; i++) z[zo + i] = (x[xo + i] - s) * y[yo + i];
  }

  /// A half that keeps whole blocks together.
  static int half(int n) {
    return (n / 2 + BLOCK - 1) / BLOCK * BLOCK;
  }
}
