package dev.jacobi.engine.kernel;

import java.util.Arrays;

/// Arithmetic on `n` neighbours in one, two or three arrays. The result may be written over an
/// argument, at the same offset.
public final class FloatZip {
  private FloatZip() {}

  /// `z ← x + y`.
  public static void add(int n, float[] x, int xo, float[] y, int yo, float[] z, int zo) {
    if (Machine.VECTOR) VectorFloatZip.add(n, x, xo, y, yo, z, zo);
    else ScalarFloatZip.add(n, x, xo, y, yo, z, zo);
  }

  /// `z ← x − y`.
  public static void subtract(int n, float[] x, int xo, float[] y, int yo, float[] z, int zo) {
    if (Machine.VECTOR) VectorFloatZip.subtract(n, x, xo, y, yo, z, zo);
    else ScalarFloatZip.subtract(n, x, xo, y, yo, z, zo);
  }

  /// `z ← x y`.
  public static void multiply(int n, float[] x, int xo, float[] y, int yo, float[] z, int zo) {
    if (Machine.VECTOR) VectorFloatZip.multiply(n, x, xo, y, yo, z, zo);
    else ScalarFloatZip.multiply(n, x, xo, y, yo, z, zo);
  }

  /// `z ← x / y`.
  public static void divide(int n, float[] x, int xo, float[] y, int yo, float[] z, int zo) {
    if (Machine.VECTOR) VectorFloatZip.divide(n, x, xo, y, yo, z, zo);
    else ScalarFloatZip.divide(n, x, xo, y, yo, z, zo);
  }

  /// `z ← max(x, y)`.
  public static void max(int n, float[] x, int xo, float[] y, int yo, float[] z, int zo) {
    if (Machine.VECTOR) VectorFloatZip.max(n, x, xo, y, yo, z, zo);
    else ScalarFloatZip.max(n, x, xo, y, yo, z, zo);
  }

  /// `z ← min(x, y)`.
  public static void min(int n, float[] x, int xo, float[] y, int yo, float[] z, int zo) {
    if (Machine.VECTOR) VectorFloatZip.min(n, x, xo, y, yo, z, zo);
    else ScalarFloatZip.min(n, x, xo, y, yo, z, zo);
  }

  /// `z ← xʸ`.
  public static void pow(int n, float[] x, int xo, float[] y, int yo, float[] z, int zo) {
    if (Machine.VECTOR) VectorFloatZip.pow(n, x, xo, y, yo, z, zo);
    else ScalarFloatZip.pow(n, x, xo, y, yo, z, zo);
  }

  /// `z ← x y + z`.
  public static void multiplyAdd(int n, float[] x, int xo, float[] y, int yo, float[] z, int zo) {
    if (Machine.VECTOR) VectorFloatZip.multiplyAdd(n, x, xo, y, yo, z, zo);
    else ScalarFloatZip.multiplyAdd(n, x, xo, y, yo, z, zo);
  }

  /// `z ← x (1 − y²)`: y is the tanh, x the adjoint of it.
  public static void tanhAdjoint(int n, float[] x, int xo, float[] y, int yo, float[] z, int zo) {
    if (Machine.VECTOR) VectorFloatZip.tanhAdjoint(n, x, xo, y, yo, z, zo);
    else ScalarFloatZip.tanhAdjoint(n, x, xo, y, yo, z, zo);
  }

  /// `z ← x y (1 − y)`: y is the sigmoid, x the adjoint of it.
  public static void sigmoidAdjoint(
      int n, float[] x, int xo, float[] y, int yo, float[] z, int zo) {
    if (Machine.VECTOR) VectorFloatZip.sigmoidAdjoint(n, x, xo, y, yo, z, zo);
    else ScalarFloatZip.sigmoidAdjoint(n, x, xo, y, yo, z, zo);
  }

  /// `z ← x where y > 0, else 0`: y is the argument or the value, x the adjoint.
  public static void reluAdjoint(int n, float[] x, int xo, float[] y, int yo, float[] z, int zo) {
    if (Machine.VECTOR) VectorFloatZip.reluAdjoint(n, x, xo, y, yo, z, zo);
    else ScalarFloatZip.reluAdjoint(n, x, xo, y, yo, z, zo);
  }

  /// `y ← x + s`.
  public static void addScalar(int n, float s, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatZip.addScalar(n, s, x, xo, y, yo);
    else ScalarFloatZip.addScalar(n, s, x, xo, y, yo);
  }

  /// `y ← s x`.
  public static void scale(int n, float s, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatZip.scale(n, s, x, xo, y, yo);
    else ScalarFloatZip.scale(n, s, x, xo, y, yo);
  }

  /// `y ← s − x`.
  public static void subtractFrom(int n, float s, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatZip.subtractFrom(n, s, x, xo, y, yo);
    else ScalarFloatZip.subtractFrom(n, s, x, xo, y, yo);
  }

  /// `y ← s / x`.
  public static void divideInto(int n, float s, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatZip.divideInto(n, s, x, xo, y, yo);
    else ScalarFloatZip.divideInto(n, s, x, xo, y, yo);
  }

  /// `y ← max(x, s)`.
  public static void maxScalar(int n, float s, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatZip.maxScalar(n, s, x, xo, y, yo);
    else ScalarFloatZip.maxScalar(n, s, x, xo, y, yo);
  }

  /// `y ← min(x, s)`.
  public static void minScalar(int n, float s, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatZip.minScalar(n, s, x, xo, y, yo);
    else ScalarFloatZip.minScalar(n, s, x, xo, y, yo);
  }

  /// `y ← xˢ`.
  public static void powScalar(int n, float s, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatZip.powScalar(n, s, x, xo, y, yo);
    else ScalarFloatZip.powScalar(n, s, x, xo, y, yo);
  }

  /// `y ← s x + y`.
  public static void axpy(int n, float s, float[] x, int xo, float[] y, int yo) {
    if (Machine.VECTOR) VectorFloatZip.axpy(n, s, x, xo, y, yo);
    else ScalarFloatZip.axpy(n, s, x, xo, y, yo);
  }

  /// `y ← s`.
  public static void fill(int n, float s, float[] y, int yo) {
    Arrays.fill(y, yo, yo + n, s);
  }

  /// `y ← x`; the two may overlap.
  public static void copy(int n, float[] x, int xo, float[] y, int yo) {
    System.arraycopy(x, xo, y, yo, n);
  }
}
