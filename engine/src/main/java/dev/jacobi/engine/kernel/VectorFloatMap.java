package dev.jacobi.engine.kernel;

import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.VectorMask.fromLong;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The vector twin of [FloatMap]: whole vectors, and the rest number by number where a number gives
/// the same bits. Else the last vector starts early, at numbers that are there already, and leaves
/// those as they are: so a long function's code stands in the loop once.
///
/// No load or store has a mask. That is so much code, for the end of an array, that the compiler
/// stops inlining, and vectors that cross a call are allocated. For the same reason what is short
/// comes before what is long.
final class VectorFloatMap {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int L = S.length();

  private VectorFloatMap() {}

  static void exp(int n, float[] x, int xo, float[] y, int yo) {
    if (n < L) ScalarFloatMap.exp(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        FloatVector v = FloatLanes.exp(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  static void expm1(int n, float[] x, int xo, float[] y, int yo) {
    if (n < L) ScalarFloatMap.expm1(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        FloatVector v = FloatLanes.expm1(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  static void log(int n, float[] x, int xo, float[] y, int yo) {
    if (n < L) ScalarFloatMap.log(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        FloatVector v = FloatLanes.log(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  static void log1p(int n, float[] x, int xo, float[] y, int yo) {
    if (n < L) ScalarFloatMap.log1p(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        FloatVector v = FloatLanes.log1p(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  static void abs(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.abs(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    ScalarFloatMap.abs(n - i, x, xo + i, y, yo + i);
  }

  static void sign(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.sign(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    ScalarFloatMap.sign(n - i, x, xo + i, y, yo + i);
  }

  static void floor(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.floor(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    ScalarFloatMap.floor(n - i, x, xo + i, y, yo + i);
  }

  static void sin(int n, float[] x, int xo, float[] y, int yo) {
    if (n < L) ScalarFloatMap.sin(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        FloatVector v = FloatLanes.sin(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  static void cos(int n, float[] x, int xo, float[] y, int yo) {
    if (n < L) ScalarFloatMap.cos(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        FloatVector v = FloatLanes.cos(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  static void tan(int n, float[] x, int xo, float[] y, int yo) {
    if (n < L) ScalarFloatMap.tan(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        FloatVector v = FloatLanes.tan(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  static void asin(int n, float[] x, int xo, float[] y, int yo) {
    if (n < L) ScalarFloatMap.asin(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        FloatVector v = FloatLanes.asin(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  static void acos(int n, float[] x, int xo, float[] y, int yo) {
    if (n < L) ScalarFloatMap.acos(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        FloatVector v = FloatLanes.acos(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  static void atan(int n, float[] x, int xo, float[] y, int yo) {
    if (n < L) ScalarFloatMap.atan(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        FloatVector v = FloatLanes.atan(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  static void sinh(int n, float[] x, int xo, float[] y, int yo) {
    if (n < L) ScalarFloatMap.sinh(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        FloatVector v = FloatLanes.sinh(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  static void cosh(int n, float[] x, int xo, float[] y, int yo) {
    if (n < L) ScalarFloatMap.cosh(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        FloatVector v = FloatLanes.cosh(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  static void tanh(int n, float[] x, int xo, float[] y, int yo) {
    if (n < L) ScalarFloatMap.tanh(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        FloatVector v = FloatLanes.tanh(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  static void asinh(int n, float[] x, int xo, float[] y, int yo) {
    if (n < L) ScalarFloatMap.asinh(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        FloatVector v = FloatLanes.asinh(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  static void acosh(int n, float[] x, int xo, float[] y, int yo) {
    if (n < L) ScalarFloatMap.acosh(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        FloatVector v = FloatLanes.acosh(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  static void atanh(int n, float[] x, int xo, float[] y, int yo) {
    if (n < L) ScalarFloatMap.atanh(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        FloatVector v = FloatLanes.atanh(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  /// Its lanes are too long to stay in registers: one by one is not slower, and allocates nothing.
  static void erf(int n, float[] x, int xo, float[] y, int yo) {
    ScalarFloatMap.erf(n, x, xo, y, yo);
  }

  static void sigmoid(int n, float[] x, int xo, float[] y, int yo) {
    if (n < L) ScalarFloatMap.sigmoid(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        FloatVector v = FloatLanes.sigmoid(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  static void relu(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.relu(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    ScalarFloatMap.relu(n - i, x, xo + i, y, yo + i);
  }

  static void softplus(int n, float[] x, int xo, float[] y, int yo) {
    if (n < L) ScalarFloatMap.softplus(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        FloatVector v = FloatLanes.softplus(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  static void logSigmoid(int n, float[] x, int xo, float[] y, int yo) {
    if (n < L) ScalarFloatMap.logSigmoid(n, x, xo, y, yo);
    else
      for (int i = 0; i < n; i += L) {
        int at = Math.min(i, n - L);
        FloatVector v = FloatLanes.logSigmoid(fromArray(S, x, xo + at));
        v.blend(fromArray(S, y, yo + at), fromLong(S, (1L << i - at) - 1)).intoArray(y, yo + at);
      }
  }

  static void sqrt(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.sqrt(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    ScalarFloatMap.sqrt(n - i, x, xo + i, y, yo + i);
  }

  static void rsqrt(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.rsqrt(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    ScalarFloatMap.rsqrt(n - i, x, xo + i, y, yo + i);
  }

  static void square(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.square(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    ScalarFloatMap.square(n - i, x, xo + i, y, yo + i);
  }

  static void reciprocal(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.reciprocal(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    ScalarFloatMap.reciprocal(n - i, x, xo + i, y, yo + i);
  }

  static void negate(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.negate(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    ScalarFloatMap.negate(n - i, x, xo + i, y, yo + i);
  }

  static void positive(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.positive(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    ScalarFloatMap.positive(n - i, x, xo + i, y, yo + i);
  }

  static void notNegative(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.notNegative(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    ScalarFloatMap.notNegative(n - i, x, xo + i, y, yo + i);
  }

  static void isZero(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.isZero(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    ScalarFloatMap.isZero(n - i, x, xo + i, y, yo + i);
  }
}
