package dev.jacobi.expr;

/// Functions of doubles that the JDK lacks, in forms that do not overflow or cancel.
public final class Numbers {
  private Numbers() {}

  public static double sigmoid(double x) {
    if (x >= 0) return 1 / (1 + Math.exp(-x));
    double e = Math.exp(x);
    return e / (1 + e);
  }

  public static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  public static double asinh(double x) {
    double a = Math.abs(x);
    return Math.copySign(Math.log1p(a + a * a / (1 + Math.sqrt(a * a + 1))), x);
  }

  public static double acosh(double x) {
    return Math.log(x + Math.sqrt((x - 1) * (x + 1)));
  }

  public static double atanh(double x) {
    return 0.5 * (Math.log1p(x) - Math.log1p(-x));
  }

  /// The error function: its Taylor series near 0, a continued fraction for the tail; about 1e-15.
  public static double erf(double x) {
    double a = Math.abs(x);
    return Math.copySign(a < 3 ? erfSeries(a) : 1 - erfcFraction(a), x);
  }

  private static double erfSeries(double a) {
    // erf a = 2/√π e^{-a²} Σ 2^n a^{2n+1} / (1·3·…·(2n+1)): no cancellation
    double term = a;
    double sum = a;
    for (int n = 1; n < 200 && term > 1e-18 * sum; n++) {
      term *= 2 * a * a / (2 * n + 1);
      sum += term;
    }
    return 2 / Math.sqrt(Math.PI) * Math.exp(-a * a) * sum;
  }

  private static double erfcFraction(double a) {
    double f = 0;
    for (int n = 60; n > 0; n--) f = n / 2.0 / (a + f);
    return Math.exp(-a * a) / Math.sqrt(Math.PI) / (a + f);
  }
}
