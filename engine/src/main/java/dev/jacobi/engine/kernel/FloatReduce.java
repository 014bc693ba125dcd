package dev.jacobi.engine.kernel;

/// Many values to one, over `n` neighbours in an array. The order of additions is fixed by `n`
/// alone, and the error grows with log n at most: blocks are added in pairs, or with what rounding
/// loses.
public final class FloatReduce {
  private FloatReduce() {}

  public static float sum(int n, float[] x, int xo) {
    if (Machine.VECTOR) return VectorFloatReduce.sum(n, x, xo);
    return ScalarFloatReduce.sum(n, x, xo);
  }

  /// `Σ x y`.
  public static float dot(int n, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) return VectorFloatReduce.dot(n, x, xo, y, yo);
    return ScalarFloatReduce.dot(n, x, xo, y, yo);
  }

  /// The greatest: −∞ of none, NaN where one is.
  public static float max(int n, float[] x, int xo) {
    if (Machine.VECTOR) return VectorFloatReduce.max(n, x, xo);
    return ScalarFloatReduce.max(n, x, xo);
  }

  /// The least: +∞ of none, NaN where one is.
  public static float min(int n, float[] x, int xo) {
    if (Machine.VECTOR) return VectorFloatReduce.min(n, x, xo);
    return ScalarFloatReduce.min(n, x, xo);
  }

  /// `max |x|`: 0 of none, NaN where one is.
  public static float maxAbs(int n, float[] x, int xo) {
    if (Machine.VECTOR) return VectorFloatReduce.maxAbs(n, x, xo);
    return ScalarFloatReduce.maxAbs(n, x, xo);
  }

  /// Where the greatest first stands, from 0: of the first NaN where one is; −1 of none.
  public static int argmax(int n, float[] x, int xo) {
    return first(n, x, xo, max(n, x, xo));
  }

  /// Where the least first stands, from 0: of the first NaN where one is; −1 of none.
  public static int argmin(int n, float[] x, int xo) {
    return first(n, x, xo, min(n, x, xo));
  }

  /// `Σ x²`, which may overflow; see [#norm2].
  public static float sumOfSquares(int n, float[] x, int xo) {
    return dot(n, x, xo, x, xo);
  }

  /// `√Σ x²` without overflow or underflow on the way.
  public static float norm2(int n, float[] x, int xo) {
    float plain = sumOfSquares(n, x, xo);
    if (plain > 0x1p-100f && plain <= Float.MAX_VALUE) {
      return (float) Math.sqrt(plain);
    }
    float top = maxAbs(n, x, xo);
    if (top == 0 || !(top <= Float.MAX_VALUE)) return top;
    float sum = 0;
    for (int i = 0; i < n; i++) {
      float part = x[xo + i] / top;
      sum += part * part;
    }
    return top * (float) Math.sqrt(sum);
  }

  /// `log Σ eˣ`, the greatest taken out first: −∞ of none.
  public static float logSumExp(int n, float[] x, int xo) {
    float top = max(n, x, xo);
    if (!(Math.abs(top) <= Float.MAX_VALUE)) return top;
    return top + Scalar.log(sumExp(n, top, x, xo));
  }

  /// `Σ exp(x − s)`.
  public static float sumExp(int n, float s, float[] x, int xo) {
    if (Machine.VECTOR) return VectorFloatReduce.sumExp(n, s, x, xo);
    return ScalarFloatReduce.sumExp(n, s, x, xo);
  }

  private static int first(int n, float[] x, int xo, float value) {
    for (int i = 0; i < n; i++) {
      if (x[xo + i] == value || (Float.isNaN(value) && Float.isNaN(x[xo + i]))) return i;
    }
    return -1;
  }
}
