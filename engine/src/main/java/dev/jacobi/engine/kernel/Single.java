package dev.jacobi.engine.kernel;

/// Exponentials for results in float: computed in double, so that one rounding remains, with fewer
/// terms than a double needs.
final class Single {
  private static final double LOG2E = 1 / Math.log(2);
  private static final double MAGIC = 0x1.8p52;

  private Single() {}

  /// `2ⁿ 2ᶠ`, n whole, |f| ≤ ½: 4e-11 of the value, for |x| ≤ 700.
  private static double near(double x) {
    double t = x * LOG2E;
    double n = t + MAGIC;
    double f = t - (n - MAGIC);
    // two by two rather than one after the other: the chain of what waits is half as long
    double f2 = f * f;
    double low = 0.9999999999595618 + 0.6931471805568324 * f;
    low += f2 * (0.24022651213498092 + 0.055504109063258665 * f);
    double high = 0.009618025613318034 + 0.0013333478473685416 * f;
    high += f2 * (0.00015469729214118296 + 1.5303700711365693e-05 * f);
    double y = low + f2 * f2 * high;
    return y * Double.longBitsToDouble(Double.doubleToRawLongBits(n) + 1023 << 52);
  }

  static float exp(float x) {
    if (x > 89) return Float.POSITIVE_INFINITY;
    if (x < -105) return 0;
    return (float) near(x);
  }

  static float sigmoid(float x) {
    if (x >= -105 && x <= 105) return (float) (1 / (1 + near(-x)));
    return x < 0 ? 0 : x > 0 ? 1 : x;
  }

  static float tanh(float x) {
    double a = Math.abs(x);
    if (a < 0.03) return Math.copySign((float) (a - a * a * a * (1 / 3.0 - a * a * (2 / 15.0))), x);
    if (a > 10) return Math.copySign(1, x);
    double e = near(2 * a);
    return Math.copySign((float) ((e - 1) / (e + 1)), x);
  }
}
