package dev.jacobi.engine.kernel;

/// Many values to one, over `n` neighbours in an array. The order of additions is fixed by `n`
/// alone, and the error grows with log n at most: blocks are added in pairs, or with what rounding
/// loses.
public final class DoubleReduce {
  private DoubleReduce() {}

  public static double sum(int n, double[] x, int xo) {
    if (Machine.VECTOR) return VectorDoubleReduce.sum(n, x, xo);
    return ScalarDoubleReduce.sum(n, x, xo);
  }

  /// `Σ x y`.
  public static double dot(int n, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) return VectorDoubleReduce.dot(n, x, xo, y, yo);
    return ScalarDoubleReduce.dot(n, x, xo, y, yo);
  }

  /// The greatest: −∞ of none, NaN where one is.
  public static double max(int n, double[] x, int xo) {
    if (Machine.VECTOR) return VectorDoubleReduce.max(n, x, xo);
    return ScalarDoubleReduce.max(n, x, xo);
  }

  /// The least: +∞ of none, NaN where one is.
  public static double min(int n, double[] x, int xo) {
    if (Machine.VECTOR) return VectorDoubleReduce.min(n, x, xo);
    return ScalarDoubleReduce.min(n, x, xo);
  }

  /// `max |x|`: 0 of none, NaN where one is.
  public static double maxAbs(int n, double[] x, int xo) {
    if (Machine.VECTOR) return VectorDoubleReduce.maxAbs(n, x, xo);
    return ScalarDoubleReduce.maxAbs(n, x, xo);
  }

  /// Where the greatest first stands, from 0: of the first NaN where one is; −1 of none.
  public static int argmax(int n, double[] x, int xo) {
    return first(n, x, xo, max(n, x, xo));
  }

  /// Where the least first stands, from 0: of the first NaN where one is; −1 of none.
  public static int argmin(int n, double[] x, int xo) {
    return first(n, x, xo, min(n, x, xo));
  }

  /// `Σ x²`, which may overflow; see [#norm2].
  public static double sumOfSquares(int n, double[] x, int xo) {
    return dot(n, x, xo, x, xo);
  }

  /// `√Σ x²` without overflow or underflow on the way.
  public static double norm2(int n, double[] x, int xo) {
    double plain = sumOfSquares(n, x, xo);
    if (plain > 0x1p-100 && plain <= Double.MAX_VALUE) {
      return Math.sqrt(plain);
    }
    double top = maxAbs(n, x, xo);
    if (top == 0 || !(top <= Double.MAX_VALUE)) return top;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double part = x[xo + i] / top;
      sum += part * part;
    }
    return top * Math.sqrt(sum);
  }

  /// `log Σ eˣ`, the greatest taken out first: −∞ of none.
  public static double logSumExp(int n, double[] x, int xo) {
    double top = max(n, x, xo);
    if (!(Math.abs(top) <= Double.MAX_VALUE)) return top;
    return top + Scalar.log(sumExp(n, top, x, xo));
  }

  /// `Σ exp(x − s)`.
  public static double sumExp(int n, double s, double[] x, int xo) {
    if (Machine.VECTOR) return VectorDoubleReduce.sumExp(n, s, x, xo);
    return ScalarDoubleReduce.sumExp(n, s, x, xo);
  }

  private static int first(int n, double[] x, int xo, double value) {
    for (int i = 0; i < n; i++) {
      if (x[xo + i] == value || (Double.isNaN(value) && Double.isNaN(x[xo + i]))) return i;
    }
    return -1;
  }
}
