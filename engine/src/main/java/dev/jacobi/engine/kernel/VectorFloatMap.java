package dev.jacobi.engine.kernel;

import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The vector twin of [FloatMap]: whole vectors, then one with a mask.
final class VectorFloatMap {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int L = S.length();

  private VectorFloatMap() {}

  static void exp(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.exp(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = S.indexInRange(i, n);
      FloatLanes.exp(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void expm1(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.expm1(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = S.indexInRange(i, n);
      FloatLanes.expm1(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void log(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.log(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = S.indexInRange(i, n);
      FloatLanes.log(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void log1p(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.log1p(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = S.indexInRange(i, n);
      FloatLanes.log1p(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void abs(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.abs(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = S.indexInRange(i, n);
      FloatLanes.abs(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void sign(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.sign(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = S.indexInRange(i, n);
      FloatLanes.sign(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void floor(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.floor(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = S.indexInRange(i, n);
      FloatLanes.floor(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void sin(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.sin(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = S.indexInRange(i, n);
      FloatLanes.sin(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void cos(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.cos(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = S.indexInRange(i, n);
      FloatLanes.cos(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void tan(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.tan(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = S.indexInRange(i, n);
      FloatLanes.tan(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void asin(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.asin(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = S.indexInRange(i, n);
      FloatLanes.asin(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void acos(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.acos(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = S.indexInRange(i, n);
      FloatLanes.acos(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void atan(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.atan(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = S.indexInRange(i, n);
      FloatLanes.atan(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void sinh(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.sinh(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = S.indexInRange(i, n);
      FloatLanes.sinh(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void cosh(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.cosh(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = S.indexInRange(i, n);
      FloatLanes.cosh(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void tanh(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.tanh(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = S.indexInRange(i, n);
      FloatLanes.tanh(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void asinh(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.asinh(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = S.indexInRange(i, n);
      FloatLanes.asinh(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void acosh(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.acosh(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = S.indexInRange(i, n);
      FloatLanes.acosh(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void atanh(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.atanh(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = S.indexInRange(i, n);
      FloatLanes.atanh(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void erf(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.erf(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = S.indexInRange(i, n);
      FloatLanes.erf(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void sigmoid(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.sigmoid(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = S.indexInRange(i, n);
      FloatLanes.sigmoid(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void relu(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.relu(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = S.indexInRange(i, n);
      FloatLanes.relu(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void softplus(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.softplus(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = S.indexInRange(i, n);
      FloatLanes.softplus(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void logSigmoid(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.logSigmoid(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = S.indexInRange(i, n);
      FloatLanes.logSigmoid(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void sqrt(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.sqrt(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = S.indexInRange(i, n);
      FloatLanes.sqrt(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void rsqrt(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.rsqrt(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = S.indexInRange(i, n);
      FloatLanes.rsqrt(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void square(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.square(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = S.indexInRange(i, n);
      FloatLanes.square(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void reciprocal(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.reciprocal(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = S.indexInRange(i, n);
      FloatLanes.reciprocal(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void negate(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.negate(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = S.indexInRange(i, n);
      FloatLanes.negate(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void positive(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.positive(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = S.indexInRange(i, n);
      FloatLanes.positive(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void notNegative(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.notNegative(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = S.indexInRange(i, n);
      FloatLanes.notNegative(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void isZero(int n, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) FloatLanes.isZero(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = S.indexInRange(i, n);
      FloatLanes.isZero(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }
}
