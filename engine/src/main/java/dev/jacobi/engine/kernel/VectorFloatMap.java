package dev.jacobi.engine.kernel;

import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The vector twin of [FloatMap]: whole vectors, then one with a mask. Where the function is long
/// every vector has a mask, so that its code stands in the loop once: the compiler stops inlining
/// at a number of nodes, and vectors that cross a call are allocated.
final class VectorFloatMap {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int L = S.length();

  private VectorFloatMap() {}

  static void exp(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i += L) {
      var some = FloatTerms.first(n - i);
      FloatLanes.exp(fromArray(S, x, xo + i, some)).intoArray(y, yo + i, some);
    }
  }

  static void expm1(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.expm1(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      FloatLanes.expm1(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void log(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.log(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      FloatLanes.log(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void log1p(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.log1p(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      FloatLanes.log1p(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void abs(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.abs(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      FloatLanes.abs(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void sign(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.sign(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      FloatLanes.sign(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void floor(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i += L) {
      var some = FloatTerms.first(n - i);
      FloatLanes.floor(fromArray(S, x, xo + i, some)).intoArray(y, yo + i, some);
    }
  }

  static void sin(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.sin(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      FloatLanes.sin(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void cos(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.cos(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      FloatLanes.cos(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void tan(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.tan(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      FloatLanes.tan(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void asin(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.asin(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      FloatLanes.asin(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void acos(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.acos(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      FloatLanes.acos(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void atan(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.atan(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      FloatLanes.atan(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void sinh(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.sinh(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      FloatLanes.sinh(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void cosh(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.cosh(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      FloatLanes.cosh(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void tanh(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i += L) {
      var some = FloatTerms.first(n - i);
      FloatLanes.tanh(fromArray(S, x, xo + i, some)).intoArray(y, yo + i, some);
    }
  }

  static void asinh(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i += L) {
      var some = FloatTerms.first(n - i);
      FloatLanes.asinh(fromArray(S, x, xo + i, some)).intoArray(y, yo + i, some);
    }
  }

  static void acosh(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i += L) {
      var some = FloatTerms.first(n - i);
      FloatLanes.acosh(fromArray(S, x, xo + i, some)).intoArray(y, yo + i, some);
    }
  }

  static void atanh(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i += L) {
      var some = FloatTerms.first(n - i);
      FloatLanes.atanh(fromArray(S, x, xo + i, some)).intoArray(y, yo + i, some);
    }
  }

  /// Its lanes are too long to stay in registers: one by one is not slower, and allocates nothing.
  static void erf(int n, float[] x, int xo, float[] y, int yo) {
    ScalarFloatMap.erf(n, x, xo, y, yo);
  }

  static void sigmoid(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i += L) {
      var some = FloatTerms.first(n - i);
      FloatLanes.sigmoid(fromArray(S, x, xo + i, some)).intoArray(y, yo + i, some);
    }
  }

  static void relu(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.relu(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      FloatLanes.relu(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void softplus(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i += L) {
      var some = FloatTerms.first(n - i);
      FloatLanes.softplus(fromArray(S, x, xo + i, some)).intoArray(y, yo + i, some);
    }
  }

  static void logSigmoid(int n, float[] x, int xo, float[] y, int yo) {
    for (int i = 0; i < n; i += L) {
      var some = FloatTerms.first(n - i);
      FloatLanes.logSigmoid(fromArray(S, x, xo + i, some)).intoArray(y, yo + i, some);
    }
  }

  static void sqrt(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.sqrt(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      FloatLanes.sqrt(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void rsqrt(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.rsqrt(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      FloatLanes.rsqrt(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void square(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.square(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      FloatLanes.square(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void reciprocal(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.reciprocal(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      FloatLanes.reciprocal(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void negate(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.negate(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      FloatLanes.negate(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void positive(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.positive(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      FloatLanes.positive(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void notNegative(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.notNegative(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      FloatLanes.notNegative(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void isZero(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.isZero(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      FloatLanes.isZero(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }
}
