package dev.jacobi.engine.kernel;

/// `y ← f(x)` over `n` neighbours in an array, for each row of the table of functions and a few
/// more. `y` may be `x` itself, at the same offset.
public final class DoubleMap {
  private DoubleMap() {}

  public static void exp(int n, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleMap.exp(n, x, xo, y, yo);
    else ScalarDoubleMap.exp(n, x, xo, y, yo);
  }

  public static void expm1(int n, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleMap.expm1(n, x, xo, y, yo);
    else ScalarDoubleMap.expm1(n, x, xo, y, yo);
  }

  public static void log(int n, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleMap.log(n, x, xo, y, yo);
    else ScalarDoubleMap.log(n, x, xo, y, yo);
  }

  public static void log1p(int n, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleMap.log1p(n, x, xo, y, yo);
    else ScalarDoubleMap.log1p(n, x, xo, y, yo);
  }

  public static void abs(int n, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleMap.abs(n, x, xo, y, yo);
    else ScalarDoubleMap.abs(n, x, xo, y, yo);
  }

  public static void sign(int n, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleMap.sign(n, x, xo, y, yo);
    else ScalarDoubleMap.sign(n, x, xo, y, yo);
  }

  public static void floor(int n, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleMap.floor(n, x, xo, y, yo);
    else ScalarDoubleMap.floor(n, x, xo, y, yo);
  }

  public static void sin(int n, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleMap.sin(n, x, xo, y, yo);
    else ScalarDoubleMap.sin(n, x, xo, y, yo);
  }

  public static void cos(int n, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleMap.cos(n, x, xo, y, yo);
    else ScalarDoubleMap.cos(n, x, xo, y, yo);
  }

  public static void tan(int n, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleMap.tan(n, x, xo, y, yo);
    else ScalarDoubleMap.tan(n, x, xo, y, yo);
  }

  public static void asin(int n, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleMap.asin(n, x, xo, y, yo);
    else ScalarDoubleMap.asin(n, x, xo, y, yo);
  }

  public static void acos(int n, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleMap.acos(n, x, xo, y, yo);
    else ScalarDoubleMap.acos(n, x, xo, y, yo);
  }

  public static void atan(int n, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleMap.atan(n, x, xo, y, yo);
    else ScalarDoubleMap.atan(n, x, xo, y, yo);
  }

  public static void sinh(int n, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleMap.sinh(n, x, xo, y, yo);
    else ScalarDoubleMap.sinh(n, x, xo, y, yo);
  }

  public static void cosh(int n, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleMap.cosh(n, x, xo, y, yo);
    else ScalarDoubleMap.cosh(n, x, xo, y, yo);
  }

  public static void tanh(int n, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleMap.tanh(n, x, xo, y, yo);
    else ScalarDoubleMap.tanh(n, x, xo, y, yo);
  }

  public static void asinh(int n, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleMap.asinh(n, x, xo, y, yo);
    else ScalarDoubleMap.asinh(n, x, xo, y, yo);
  }

  public static void acosh(int n, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleMap.acosh(n, x, xo, y, yo);
    else ScalarDoubleMap.acosh(n, x, xo, y, yo);
  }

  public static void atanh(int n, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleMap.atanh(n, x, xo, y, yo);
    else ScalarDoubleMap.atanh(n, x, xo, y, yo);
  }

  public static void erf(int n, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleMap.erf(n, x, xo, y, yo);
    else ScalarDoubleMap.erf(n, x, xo, y, yo);
  }

  public static void sigmoid(int n, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleMap.sigmoid(n, x, xo, y, yo);
    else ScalarDoubleMap.sigmoid(n, x, xo, y, yo);
  }

  public static void relu(int n, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleMap.relu(n, x, xo, y, yo);
    else ScalarDoubleMap.relu(n, x, xo, y, yo);
  }

  public static void softplus(int n, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleMap.softplus(n, x, xo, y, yo);
    else ScalarDoubleMap.softplus(n, x, xo, y, yo);
  }

  /// log(sigmoid x), not by way of a rounded sigmoid.
  public static void logSigmoid(int n, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleMap.logSigmoid(n, x, xo, y, yo);
    else ScalarDoubleMap.logSigmoid(n, x, xo, y, yo);
  }

  public static void sqrt(int n, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleMap.sqrt(n, x, xo, y, yo);
    else ScalarDoubleMap.sqrt(n, x, xo, y, yo);
  }

  /// 1 / √x.
  public static void rsqrt(int n, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleMap.rsqrt(n, x, xo, y, yo);
    else ScalarDoubleMap.rsqrt(n, x, xo, y, yo);
  }

  public static void square(int n, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleMap.square(n, x, xo, y, yo);
    else ScalarDoubleMap.square(n, x, xo, y, yo);
  }

  public static void reciprocal(int n, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleMap.reciprocal(n, x, xo, y, yo);
    else ScalarDoubleMap.reciprocal(n, x, xo, y, yo);
  }

  public static void negate(int n, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleMap.negate(n, x, xo, y, yo);
    else ScalarDoubleMap.negate(n, x, xo, y, yo);
  }

  /// 1 where x > 0, else 0.
  public static void positive(int n, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleMap.positive(n, x, xo, y, yo);
    else ScalarDoubleMap.positive(n, x, xo, y, yo);
  }

  /// 1 where x ≥ 0, else 0.
  public static void notNegative(int n, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleMap.notNegative(n, x, xo, y, yo);
    else ScalarDoubleMap.notNegative(n, x, xo, y, yo);
  }

  /// 1 where x = 0, else 0.
  public static void isZero(int n, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleMap.isZero(n, x, xo, y, yo);
    else ScalarDoubleMap.isZero(n, x, xo, y, yo);
  }
}
