package dev.jacobi.engine.kernel;

import static jdk.incubator.vector.DoubleVector.fromArray;
import static jdk.incubator.vector.VectorMask.fromLong;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// The vector twin of [DoubleMap]: whole vectors, and the rest number by number where a number
/// gives the same bits. Else the last vector starts early, at numbers that are there already, and
/// leaves those as they are: so a long function's code stands in the loop once.
///
/// No load or store has a mask. That is so much code, for the end of an array, that the compiler
/// stops inlining, and vectors that cross a call are allocated. For the same reason what is short
/// comes before what is long.
final class VectorDoubleMap {
  private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
  private static final int L = S.length();

  private VectorDoubleMap() {}

  static void exp(int n, double[] x, int xo, double[] y, int yo) {
    if (n < L) ScalarDoubleMap.exp(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        DoubleVector v = DoubleLanes.exp(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  static void expm1(int n, double[] x, int xo, double[] y, int yo) {
    if (n < L) ScalarDoubleMap.expm1(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        DoubleVector v = DoubleLanes.expm1(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  static void log(int n, double[] x, int xo, double[] y, int yo) {
    if (n < L) ScalarDoubleMap.log(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        DoubleVector v = DoubleLanes.log(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  static void log1p(int n, double[] x, int xo, double[] y, int yo) {
    if (n < L) ScalarDoubleMap.log1p(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        DoubleVector v = DoubleLanes.log1p(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  static void abs(int n, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) DoubleLanes.abs(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    ScalarDoubleMap.abs(n - i, x, xo + i, y, yo + i);
  }

  static void sign(int n, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) DoubleLanes.sign(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    ScalarDoubleMap.sign(n - i, x, xo + i, y, yo + i);
  }

  static void floor(int n, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) DoubleLanes.floor(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    ScalarDoubleMap.floor(n - i, x, xo + i, y, yo + i);
  }

  static void sin(int n, double[] x, int xo, double[] y, int yo) {
    if (n < L) ScalarDoubleMap.sin(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        DoubleVector v = DoubleLanes.sin(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  static void cos(int n, double[] x, int xo, double[] y, int yo) {
    if (n < L) ScalarDoubleMap.cos(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        DoubleVector v = DoubleLanes.cos(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  static void tan(int n, double[] x, int xo, double[] y, int yo) {
    if (n < L) ScalarDoubleMap.tan(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        DoubleVector v = DoubleLanes.tan(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  static void asin(int n, double[] x, int xo, double[] y, int yo) {
    if (n < L) ScalarDoubleMap.asin(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        DoubleVector v = DoubleLanes.asin(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  static void acos(int n, double[] x, int xo, double[] y, int yo) {
    if (n < L) ScalarDoubleMap.acos(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        DoubleVector v = DoubleLanes.acos(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  static void atan(int n, double[] x, int xo, double[] y, int yo) {
    if (n < L) ScalarDoubleMap.atan(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        DoubleVector v = DoubleLanes.atan(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  static void sinh(int n, double[] x, int xo, double[] y, int yo) {
    if (n < L) ScalarDoubleMap.sinh(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        DoubleVector v = DoubleLanes.sinh(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  static void cosh(int n, double[] x, int xo, double[] y, int yo) {
    if (n < L) ScalarDoubleMap.cosh(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        DoubleVector v = DoubleLanes.cosh(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  static void tanh(int n, double[] x, int xo, double[] y, int yo) {
    if (n < L) ScalarDoubleMap.tanh(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        DoubleVector v = DoubleLanes.tanh(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  static void asinh(int n, double[] x, int xo, double[] y, int yo) {
    if (n < L) ScalarDoubleMap.asinh(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        DoubleVector v = DoubleLanes.asinh(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  static void acosh(int n, double[] x, int xo, double[] y, int yo) {
    if (n < L) ScalarDoubleMap.acosh(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        DoubleVector v = DoubleLanes.acosh(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  static void atanh(int n, double[] x, int xo, double[] y, int yo) {
    if (n < L) ScalarDoubleMap.atanh(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        DoubleVector v = DoubleLanes.atanh(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  /// Its lanes are too long to stay in registers: one by one is not slower, and allocates nothing.
  static void erf(int n, double[] x, int xo, double[] y, int yo) {
    ScalarDoubleMap.erf(n, x, xo, y, yo);
  }

  static void sigmoid(int n, double[] x, int xo, double[] y, int yo) {
    if (n < L) ScalarDoubleMap.sigmoid(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        DoubleVector v = DoubleLanes.sigmoid(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  static void relu(int n, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) DoubleLanes.relu(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    ScalarDoubleMap.relu(n - i, x, xo + i, y, yo + i);
  }

  static void softplus(int n, double[] x, int xo, double[] y, int yo) {
    if (n < L) ScalarDoubleMap.softplus(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        DoubleVector v = DoubleLanes.softplus(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  static void logSigmoid(int n, double[] x, int xo, double[] y, int yo) {
    if (n < L) ScalarDoubleMap.logSigmoid(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        DoubleVector v = DoubleLanes.logSigmoid(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  static void sqrt(int n, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) DoubleLanes.sqrt(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    ScalarDoubleMap.sqrt(n - i, x, xo + i, y, yo + i);
  }

  static void rsqrt(int n, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) DoubleLanes.rsqrt(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    ScalarDoubleMap.rsqrt(n - i, x, xo + i, y, yo + i);
  }

  static void square(int n, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) DoubleLanes.square(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    ScalarDoubleMap.square(n - i, x, xo + i, y, yo + i);
  }

  static void reciprocal(int n, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) DoubleLanes.reciprocal(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    ScalarDoubleMap.reciprocal(n - i, x, xo + i, y, yo + i);
  }

  static void negate(int n, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) DoubleLanes.negate(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    ScalarDoubleMap.negate(n - i, x, xo + i, y, yo + i);
  }

  static void positive(int n, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) DoubleLanes.positive(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    ScalarDoubleMap.positive(n - i, x, xo + i, y, yo + i);
  }

  static void notNegative(int n, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L)
      DoubleLanes.notNegative(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    ScalarDoubleMap.notNegative(n - i, x, xo + i, y, yo + i);
  }

  static void isZero(int n, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) DoubleLanes.isZero(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    ScalarDoubleMap.isZero(n - i, x, xo + i, y, yo + i);
  }
}
