package dev.jacobi.engine.kernel;

/// The scalar twin of [DoubleZip].
final class ScalarDoubleZip {
  private ScalarDoubleZip() {}

  static void add(int n, double[] x, int xo, double[] y, int yo, double[] z, int zo) {
    for (int i = 0; i < n; i++) z[zo + i] = x[xo + i] + y[yo + i];
  }

  static void subtract(int n, double[] x, int xo, double[] y, int yo, double[] z, int zo) {
    for (int i = 0; i < n; i++) z[zo + i] = x[xo + i] - y[yo + i];
  }

  static void multiply(int n, double[] x, int xo, double[] y, int yo, double[] z, int zo) {
    for (int i = 0; i < n; i++) z[zo + i] = x[xo + i] * y[yo + i];
  }

  static void divide(int n, double[] x, int xo, double[] y, int yo, double[] z, int zo) {
    for (int i = 0; i < n; i++) z[zo + i] = x[xo + i] / y[yo + i];
  }

  static void max(int n, double[] x, int xo, double[] y, int yo, double[] z, int zo) {
    for (int i = 0; i < n; i++) z[zo + i] = Math.max(x[xo + i], y[yo + i]);
  }

  static void min(int n, double[] x, int xo, double[] y, int yo, double[] z, int zo) {
    for (int i = 0; i < n; i++) z[zo + i] = Math.min(x[xo + i], y[yo + i]);
  }

  static void pow(int n, double[] x, int xo, double[] y, int yo, double[] z, int zo) {
    for (int i = 0; i < n; i++) z[zo + i] = Scalar.pow(x[xo + i], y[yo + i]);
  }

  static void multiplyAdd(int n, double[] x, int xo, double[] y, int yo, double[] z, int zo) {
    for (int i = 0; i < n; i++) z[zo + i] = x[xo + i] * y[yo + i] + z[zo + i];
  }

  static void tanhAdjoint(int n, double[] x, int xo, double[] y, int yo, double[] z, int zo) {
    for (int i = 0; i < n; i++) z[zo + i] = x[xo + i] * (1 - y[yo + i] * y[yo + i]);
  }

  static void sigmoidAdjoint(int n, double[] x, int xo, double[] y, int yo, double[] z, int zo) {
    for (int i = 0; i < n; i++) z[zo + i] = x[xo + i] * (y[yo + i] - y[yo + i] * y[yo + i]);
  }

  static void reluAdjoint(int n, double[] x, int xo, double[] y, int yo, double[] z, int zo) {
    for (int i = 0; i < n; i++) z[zo + i] = y[yo + i] > 0 ? x[xo + i] : 0;
  }

  static void addScalar(int n, double s, double[] x, int xo, double[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = x[xo + i] + s;
  }

  static void scale(int n, double s, double[] x, int xo, double[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = s * x[xo + i];
  }

  static void subtractFrom(int n, double s, double[] x, int xo, double[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = s - x[xo + i];
  }

  static void divideInto(int n, double s, double[] x, int xo, double[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = s / x[xo + i];
  }

  static void maxScalar(int n, double s, double[] x, int xo, double[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = Math.max(x[xo + i], s);
  }

  static void minScalar(int n, double s, double[] x, int xo, double[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = Math.min(x[xo + i], s);
  }

  static void powScalar(int n, double s, double[] x, int xo, double[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = Scalar.pow(x[xo + i], s);
  }

  static void axpy(int n, double s, double[] x, int xo, double[] y, int yo) {
    for (int i = 0; i < n; i++) y[yo + i] = s * x[xo + i] + y[yo + i];
  }
}
