package dev.jacobi.engine.kernel;

/// `y ← f(x)` over `n` neighbours in an array, for each row of the table of functions and a few
/// more. `y` may be `x` itself, at the same offset.
public final class FloatMap {
  private FloatMap() {}

  public static void exp(int n, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatMap.exp(n, x, xo, y, yo);
    else ScalarFloatMap.exp(n, x, xo, y, yo);
  }

  public static void expm1(int n, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatMap.expm1(n, x, xo, y, yo);
    else ScalarFloatMap.expm1(n, x, xo, y, yo);
  }

  public static void log(int n, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatMap.log(n, x, xo, y, yo);
    else ScalarFloatMap.log(n, x, xo, y, yo);
  }

  public static void log1p(int n, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatMap.log1p(n, x, xo, y, yo);
    else ScalarFloatMap.log1p(n, x, xo, y, yo);
  }

  public static void abs(int n, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatMap.abs(n, x, xo, y, yo);
    else ScalarFloatMap.abs(n, x, xo, y, yo);
  }

  public static void sign(int n, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatMap.sign(n, x, xo, y, yo);
    else ScalarFloatMap.sign(n, x, xo, y, yo);
  }

  public static void floor(int n, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatMap.floor(n, x, xo, y, yo);
    else ScalarFloatMap.floor(n, x, xo, y, yo);
  }

  public static void sin(int n, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatMap.sin(n, x, xo, y, yo);
    else ScalarFloatMap.sin(n, x, xo, y, yo);
  }

  public static void cos(int n, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatMap.cos(n, x, xo, y, yo);
    else ScalarFloatMap.cos(n, x, xo, y, yo);
  }

  public static void tan(int n, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatMap.tan(n, x, xo, y, yo);
    else ScalarFloatMap.tan(n, x, xo, y, yo);
  }

  public static void asin(int n, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatMap.asin(n, x, xo, y, yo);
    else ScalarFloatMap.asin(n, x, xo, y, yo);
  }

  public static void acos(int n, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatMap.acos(n, x, xo, y, yo);
    else ScalarFloatMap.acos(n, x, xo, y, yo);
  }

  public static void atan(int n, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatMap.atan(n, x, xo, y, yo);
    else ScalarFloatMap.atan(n, x, xo, y, yo);
  }

  public static void sinh(int n, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatMap.sinh(n, x, xo, y, yo);
    else ScalarFloatMap.sinh(n, x, xo, y, yo);
  }

  public static void cosh(int n, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatMap.cosh(n, x, xo, y, yo);
    else ScalarFloatMap.cosh(n, x, xo, y, yo);
  }

  public static void tanh(int n, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatMap.tanh(n, x, xo, y, yo);
    else ScalarFloatMap.tanh(n, x, xo, y, yo);
  }

  public static void asinh(int n, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatMap.asinh(n, x, xo, y, yo);
    else ScalarFloatMap.asinh(n, x, xo, y, yo);
  }

  public static void acosh(int n, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatMap.acosh(n, x, xo, y, yo);
    else ScalarFloatMap.acosh(n, x, xo, y, yo);
  }

  public static void atanh(int n, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatMap.atanh(n, x, xo, y, yo);
    else ScalarFloatMap.atanh(n, x, xo, y, yo);
  }

  public static void erf(int n, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatMap.erf(n, x, xo, y, yo);
    else ScalarFloatMap.erf(n, x, xo, y, yo);
  }

  public static void sigmoid(int n, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatMap.sigmoid(n, x, xo, y, yo);
    else ScalarFloatMap.sigmoid(n, x, xo, y, yo);
  }

  public static void relu(int n, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatMap.relu(n, x, xo, y, yo);
    else ScalarFloatMap.relu(n, x, xo, y, yo);
  }

  public static void softplus(int n, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatMap.softplus(n, x, xo, y, yo);
    else ScalarFloatMap.softplus(n, x, xo, y, yo);
  }

  /// log(sigmoid x), not by way of a rounded sigmoid.
  public static void logSigmoid(int n, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatMap.logSigmoid(n, x, xo, y, yo);
    else ScalarFloatMap.logSigmoid(n, x, xo, y, yo);
  }

  public static void sqrt(int n, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatMap.sqrt(n, x, xo, y, yo);
    else ScalarFloatMap.sqrt(n, x, xo, y, yo);
  }

  /// 1 / √x.
  public static void rsqrt(int n, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatMap.rsqrt(n, x, xo, y, yo);
    else ScalarFloatMap.rsqrt(n, x, xo, y, yo);
  }

  public static void square(int n, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatMap.square(n, x, xo, y, yo);
    else ScalarFloatMap.square(n, x, xo, y, yo);
  }

  public static void reciprocal(int n, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatMap.reciprocal(n, x, xo, y, yo);
    else ScalarFloatMap.reciprocal(n, x, xo, y, yo);
  }

  public static void negate(int n, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatMap.negate(n, x, xo, y, yo);
    else ScalarFloatMap.negate(n, x, xo, y, yo);
  }

  /// 1 where x > 0, else 0.
  public static void positive(int n, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatMap.positive(n, x, xo, y, yo);
    else ScalarFloatMap.positive(n, x, xo, y, yo);
  }

  /// 1 where x ≥ 0, else 0.
  public static void notNegative(int n, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatMap.notNegative(n, x, xo, y, yo);
    else ScalarFloatMap.notNegative(n, x, xo, y, yo);
  }

  /// 1 where x = 0, else 0.
  public static void isZero(int n, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatMap.isZero(n, x, xo, y, yo);
    else ScalarFloatMap.isZero(n, x, xo, y, yo);
  }
}
