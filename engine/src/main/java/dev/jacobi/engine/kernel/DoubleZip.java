package dev.jacobi.engine.kernel;

import java.util.Arrays;

/// Arithmetic on `n` neighbours in one, two or three arrays. The result may be written over an
/// argument, at the same offset.
public final class DoubleZip {
  private DoubleZip() {}

  /// `z ← x + y`.
  public static void add(int n, double[] x, int xo, double[] y, int yo, double[] z, int zo) {
    if (Machine.VECTOR) VectorDoubleZip.add(n, x, xo, y, yo, z, zo);
    else ScalarDoubleZip.add(n, x, xo, y, yo, z, zo);
  }

  /// `z ← x − y`.
  public static void subtract(int n, double[] x, int xo, double[] y, int yo, double[] z, int zo) {
    if (Machine.VECTOR) VectorDoubleZip.subtract(n, x, xo, y, yo, z, zo);
    else ScalarDoubleZip.subtract(n, x, xo, y, yo, z, zo);
  }

  /// `z ← x y`.
  public static void multiply(int n, double[] x, int xo, double[] y, int yo, double[] z, int zo) {
    if (Machine.VECTOR) VectorDoubleZip.multiply(n, x, xo, y, yo, z, zo);
    else ScalarDoubleZip.multiply(n, x, xo, y, yo, z, zo);
  }

  /// `z ← x / y`.
  public static void divide(int n, double[] x, int xo, double[] y, int yo, double[] z, int zo) {
    if (Machine.VECTOR) VectorDoubleZip.divide(n, x, xo, y, yo, z, zo);
    else ScalarDoubleZip.divide(n, x, xo, y, yo, z, zo);
  }

  /// `z ← max(x, y)`.
  public static void max(int n, double[] x, int xo, double[] y, int yo, double[] z, int zo) {
    if (Machine.VECTOR) VectorDoubleZip.max(n, x, xo, y, yo, z, zo);
    else ScalarDoubleZip.max(n, x, xo, y, yo, z, zo);
  }

  /// `z ← min(x, y)`.
  public static void min(int n, double[] x, int xo, double[] y, int yo, double[] z, int zo) {
    if (Machine.VECTOR) VectorDoubleZip.min(n, x, xo, y, yo, z, zo);
    else ScalarDoubleZip.min(n, x, xo, y, yo, z, zo);
  }

  /// `z ← xʸ`.
  public static void pow(int n, double[] x, int xo, double[] y, int yo, double[] z, int zo) {
    if (Machine.VECTOR) VectorDoubleZip.pow(n, x, xo, y, yo, z, zo);
    else ScalarDoubleZip.pow(n, x, xo, y, yo, z, zo);
  }

  /// `z ← x y + z`.
  public static void multiplyAdd(
      int n, double[] x, int xo, double[] y, int yo, double[] z, int zo) {
    if (Machine.VECTOR) VectorDoubleZip.multiplyAdd(n, x, xo, y, yo, z, zo);
    else ScalarDoubleZip.multiplyAdd(n, x, xo, y, yo, z, zo);
  }

  /// `z ← x (1 − y²)`: y is the tanh, x the adjoint of it.
  public static void tanhAdjoint(
      int n, double[] x, int xo, double[] y, int yo, double[] z, int zo) {
    if (Machine.VECTOR) VectorDoubleZip.tanhAdjoint(n, x, xo, y, yo, z, zo);
    else ScalarDoubleZip.tanhAdjoint(n, x, xo, y, yo, z, zo);
  }

  /// `z ← x y (1 − y)`: y is the sigmoid, x the adjoint of it.
  public static void sigmoidAdjoint(
      int n, double[] x, int xo, double[] y, int yo, double[] z, int zo) {
    if (Machine.VECTOR) VectorDoubleZip.sigmoidAdjoint(n, x, xo, y, yo, z, zo);
    else ScalarDoubleZip.sigmoidAdjoint(n, x, xo, y, yo, z, zo);
  }

  /// `z ← x where y > 0, else 0`: y is the argument or the value, x the adjoint.
  public static void reluAdjoint(
      int n, double[] x, int xo, double[] y, int yo, double[] z, int zo) {
    if (Machine.VECTOR) VectorDoubleZip.reluAdjoint(n, x, xo, y, yo, z, zo);
    else ScalarDoubleZip.reluAdjoint(n, x, xo, y, yo, z, zo);
  }

  /// `y ← x + s`.
  public static void addScalar(int n, double s, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleZip.addScalar(n, s, x, xo, y, yo);
    else ScalarDoubleZip.addScalar(n, s, x, xo, y, yo);
  }

  /// `y ← s x`.
  public static void scale(int n, double s, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleZip.scale(n, s, x, xo, y, yo);
    else ScalarDoubleZip.scale(n, s, x, xo, y, yo);
  }

  /// `y ← s − x`.
  public static void subtractFrom(int n, double s, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleZip.subtractFrom(n, s, x, xo, y, yo);
    else ScalarDoubleZip.subtractFrom(n, s, x, xo, y, yo);
  }

  /// `y ← s / x`.
  public static void divideInto(int n, double s, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleZip.divideInto(n, s, x, xo, y, yo);
    else ScalarDoubleZip.divideInto(n, s, x, xo, y, yo);
  }

  /// `y ← max(x, s)`.
  public static void maxScalar(int n, double s, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleZip.maxScalar(n, s, x, xo, y, yo);
    else ScalarDoubleZip.maxScalar(n, s, x, xo, y, yo);
  }

  /// `y ← min(x, s)`.
  public static void minScalar(int n, double s, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleZip.minScalar(n, s, x, xo, y, yo);
    else ScalarDoubleZip.minScalar(n, s, x, xo, y, yo);
  }

  /// `y ← xˢ`.
  public static void powScalar(int n, double s, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleZip.powScalar(n, s, x, xo, y, yo);
    else ScalarDoubleZip.powScalar(n, s, x, xo, y, yo);
  }

  /// `y ← s x + y`.
  public static void axpy(int n, double s, double[] x, int xo, double[] y, int yo) {
    if (Machine.VECTOR) VectorDoubleZip.axpy(n, s, x, xo, y, yo);
    else ScalarDoubleZip.axpy(n, s, x, xo, y, yo);
  }

  /// `y ← s`.
  public static void fill(int n, double s, double[] y, int yo) {
    Arrays.fill(y, yo, yo + n, s);
  }

  /// `y ← x`; the two may overlap.
  public static void copy(int n, double[] x, int xo, double[] y, int yo) {
    System.arraycopy(x, xo, y, yo, n);
  }
}
