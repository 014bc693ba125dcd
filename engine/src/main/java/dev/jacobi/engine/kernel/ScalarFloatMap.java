package dev.jacobi.engine.kernel;

/// The scalar twin of [FloatMap].
final class ScalarFloatMap {
  private ScalarFloatMap() {}

  static void exp(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = Scalar.exp(x[xo + i]);
  }

  static void expm1(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = Scalar.expm1(x[xo + i]);
  }

  static void log(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = Scalar.log(x[xo + i]);
  }

  static void log1p(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = Scalar.log1p(x[xo + i]);
  }

  static void abs(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = Scalar.abs(x[xo + i]);
  }

  static void sign(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = Scalar.sign(x[xo + i]);
  }

  static void floor(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = Scalar.floor(x[xo + i]);
  }

  static void sin(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = Scalar.sin(x[xo + i]);
  }

  static void cos(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = Scalar.cos(x[xo + i]);
  }

  static void tan(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = Scalar.tan(x[xo + i]);
  }

  static void asin(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = Scalar.asin(x[xo + i]);
  }

  static void acos(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = Scalar.acos(x[xo + i]);
  }

  static void atan(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = Scalar.atan(x[xo + i]);
  }

  static void sinh(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = Scalar.sinh(x[xo + i]);
  }

  static void cosh(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = Scalar.cosh(x[xo + i]);
  }

  static void tanh(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = Scalar.tanh(x[xo + i]);
  }

  static void asinh(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = Scalar.asinh(x[xo + i]);
  }

  static void acosh(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = Scalar.acosh(x[xo + i]);
  }

  static void atanh(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = Scalar.atanh(x[xo + i]);
  }

  static void erf(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = Scalar.erf(x[xo + i]);
  }

  static void sigmoid(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = Scalar.sigmoid(x[xo + i]);
  }

  static void relu(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = Scalar.relu(x[xo + i]);
  }

  static void softplus(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = Scalar.softplus(x[xo + i]);
  }

  static void logSigmoid(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = Scalar.logSigmoid(x[xo + i]);
  }

  static void sqrt(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = Scalar.sqrt(x[xo + i]);
  }

  static void rsqrt(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = Scalar.rsqrt(x[xo + i]);
  }

  static void square(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = Scalar.square(x[xo + i]);
  }

  static void reciprocal(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = Scalar.reciprocal(x[xo + i]);
  }

  static void negate(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = Scalar.negate(x[xo + i]);
  }

  static void positive(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = Scalar.positive(x[xo + i]);
  }

  static void notNegative(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = Scalar.notNegative(x[xo + i]);
  }

  static void isZero(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = Scalar.isZero(x[xo + i]);
  }
}
