package dev.jacobi.engine.kernel;

import static jdk.incubator.vector.DoubleVector.fromArray;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// The vector twin of [DoubleMap]: whole vectors, then one with a mask. Where the function is long
/// every vector has a mask, so that its code stands in the loop once: the compiler stops inlining
/// at a number of nodes, and vectors that cross a call are allocated.
final class VectorDoubleMap {
  private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
  private static final int L = S.length();

  private VectorDoubleMap() {}

  static void exp(int n, double[] x, int xo, double[] y, int yo) {
    for (int i = 0; i < n; i += L) {
      var some = DoubleTerms.first(n - i);
      DoubleLanes.exp(fromArray(S, x, xo + i, some)).intoArray(y, yo + i, some);
    }
  }

  static void expm1(int n, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) DoubleLanes.expm1(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = DoubleTerms.first(n - i);
      DoubleLanes.expm1(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void log(int n, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) DoubleLanes.log(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = DoubleTerms.first(n - i);
      DoubleLanes.log(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void log1p(int n, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) DoubleLanes.log1p(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = DoubleTerms.first(n - i);
      DoubleLanes.log1p(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void abs(int n, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) DoubleLanes.abs(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = DoubleTerms.first(n - i);
      DoubleLanes.abs(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void sign(int n, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) DoubleLanes.sign(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = DoubleTerms.first(n - i);
      DoubleLanes.sign(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void floor(int n, double[] x, int xo, double[] y, int yo) {
    for (int i = 0; i < n; i += L) {
      var some = DoubleTerms.first(n - i);
      DoubleLanes.floor(fromArray(S, x, xo + i, some)).intoArray(y, yo + i, some);
    }
  }

  static void sin(int n, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) DoubleLanes.sin(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = DoubleTerms.first(n - i);
      DoubleLanes.sin(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void cos(int n, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) DoubleLanes.cos(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = DoubleTerms.first(n - i);
      DoubleLanes.cos(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void tan(int n, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) DoubleLanes.tan(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = DoubleTerms.first(n - i);
      DoubleLanes.tan(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void asin(int n, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) DoubleLanes.asin(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = DoubleTerms.first(n - i);
      DoubleLanes.asin(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void acos(int n, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) DoubleLanes.acos(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = DoubleTerms.first(n - i);
      DoubleLanes.acos(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void atan(int n, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) DoubleLanes.atan(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = DoubleTerms.first(n - i);
      DoubleLanes.atan(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void sinh(int n, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) DoubleLanes.sinh(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = DoubleTerms.first(n - i);
      DoubleLanes.sinh(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void cosh(int n, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) DoubleLanes.cosh(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = DoubleTerms.first(n - i);
      DoubleLanes.cosh(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void tanh(int n, double[] x, int xo, double[] y, int yo) {
    for (int i = 0; i < n; i += L) {
      var some = DoubleTerms.first(n - i);
      DoubleLanes.tanh(fromArray(S, x, xo + i, some)).intoArray(y, yo + i, some);
    }
  }

  static void asinh(int n, double[] x, int xo, double[] y, int yo) {
    for (int i = 0; i < n; i += L) {
      var some = DoubleTerms.first(n - i);
      DoubleLanes.asinh(fromArray(S, x, xo + i, some)).intoArray(y, yo + i, some);
    }
  }

  static void acosh(int n, double[] x, int xo, double[] y, int yo) {
    for (int i = 0; i < n; i += L) {
      var some = DoubleTerms.first(n - i);
      DoubleLanes.acosh(fromArray(S, x, xo + i, some)).intoArray(y, yo + i, some);
    }
  }

  static void atanh(int n, double[] x, int xo, double[] y, int yo) {
    for (int i = 0; i < n; i += L) {
      var some = DoubleTerms.first(n - i);
      DoubleLanes.atanh(fromArray(S, x, xo + i, some)).intoArray(y, yo + i, some);
    }
  }

  /// Its lanes are too long to stay in registers: one by one is not slower, and allocates nothing.
  static void erf(int n, double[] x, int xo, double[] y, int yo) {
    ScalarDoubleMap.erf(n, x, xo, y, yo);
  }

  static void sigmoid(int n, double[] x, int xo, double[] y, int yo) {
    for (int i = 0; i < n; i += L) {
      var some = DoubleTerms.first(n - i);
      DoubleLanes.sigmoid(fromArray(S, x, xo + i, some)).intoArray(y, yo + i, some);
    }
  }

  static void relu(int n, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) DoubleLanes.relu(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = DoubleTerms.first(n - i);
      DoubleLanes.relu(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void softplus(int n, double[] x, int xo, double[] y, int yo) {
    for (int i = 0; i < n; i += L) {
      var some = DoubleTerms.first(n - i);
      DoubleLanes.softplus(fromArray(S, x, xo + i, some)).intoArray(y, yo + i, some);
    }
  }

  static void logSigmoid(int n, double[] x, int xo, double[] y, int yo) {
    for (int i = 0; i < n; i += L) {
      var some = DoubleTerms.first(n - i);
      DoubleLanes.logSigmoid(fromArray(S, x, xo + i, some)).intoArray(y, yo + i, some);
    }
  }

  static void sqrt(int n, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) DoubleLanes.sqrt(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = DoubleTerms.first(n - i);
      DoubleLanes.sqrt(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void rsqrt(int n, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) DoubleLanes.rsqrt(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = DoubleTerms.first(n - i);
      DoubleLanes.rsqrt(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void square(int n, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) DoubleLanes.square(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = DoubleTerms.first(n - i);
      DoubleLanes.square(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void reciprocal(int n, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) DoubleLanes.reciprocal(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = DoubleTerms.first(n - i);
      DoubleLanes.reciprocal(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void negate(int n, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) DoubleLanes.negate(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = DoubleTerms.first(n - i);
      DoubleLanes.negate(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void positive(int n, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) DoubleLanes.positive(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = DoubleTerms.first(n - i);
      DoubleLanes.positive(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void notNegative(int n, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L)
      DoubleLanes.notNegative(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = DoubleTerms.first(n - i);
      DoubleLanes.notNegative(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }

  static void isZero(int n, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) DoubleLanes.isZero(fromArray(S, x, xo + i)).intoArray(y, yo + i);
    if (i < n) {
      var rest = DoubleTerms.first(n - i);
      DoubleLanes.isZero(fromArray(S, x, xo + i, rest)).intoArray(y, yo + i, rest);
    }
  }
}
