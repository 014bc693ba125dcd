package dev.jacobi.engine.kernel;

import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The vector twin of [FloatZip]: whole vectors, then one with a mask.
final class VectorFloatZip {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int L = S.length();

  private VectorFloatZip() {}

  static void add(int n, float[] x, int xo, float[] y, int yo, float[] z, int zo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      var u = fromArray(S, y, yo + i);
      v.add(u).intoArray(z, zo + i);
    }
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      var v = fromArray(S, x, xo + i, rest);
      var u = fromArray(S, y, yo + i, rest);
      v.add(u).intoArray(z, zo + i, rest);
    }
  }

  static void subtract(int n, float[] x, int xo, float[] y, int yo, float[] z, int zo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      var u = fromArray(S, y, yo + i);
      v.sub(u).intoArray(z, zo + i);
    }
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      var v = fromArray(S, x, xo + i, rest);
      var u = fromArray(S, y, yo + i, rest);
      v.sub(u).intoArray(z, zo + i, rest);
    }
  }

  static void multiply(int n, float[] x, int xo, float[] y, int yo, float[] z, int zo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      var u = fromArray(S, y, yo + i);
      v.mul(u).intoArray(z, zo + i);
    }
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      var v = fromArray(S, x, xo + i, rest);
      var u = fromArray(S, y, yo + i, rest);
      v.mul(u).intoArray(z, zo + i, rest);
    }
  }

  static void divide(int n, float[] x, int xo, float[] y, int yo, float[] z, int zo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      var u = fromArray(S, y, yo + i);
      v.div(u).intoArray(z, zo + i);
    }
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      var v = fromArray(S, x, xo + i, rest);
      var u = fromArray(S, y, yo + i, rest);
      v.div(u).intoArray(z, zo + i, rest);
    }
  }

  static void max(int n, float[] x, int xo, float[] y, int yo, float[] z, int zo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      var u = fromArray(S, y, yo + i);
      v.max(u).intoArray(z, zo + i);
    }
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      var v = fromArray(S, x, xo + i, rest);
      var u = fromArray(S, y, yo + i, rest);
      v.max(u).intoArray(z, zo + i, rest);
    }
  }

  static void min(int n, float[] x, int xo, float[] y, int yo, float[] z, int zo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      var u = fromArray(S, y, yo + i);
      v.min(u).intoArray(z, zo + i);
    }
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      var v = fromArray(S, x, xo + i, rest);
      var u = fromArray(S, y, yo + i, rest);
      v.min(u).intoArray(z, zo + i, rest);
    }
  }

  static void pow(int n, float[] x, int xo, float[] y, int yo, float[] z, int zo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      var u = fromArray(S, y, yo + i);
      FloatLanes.pow(v, u).intoArray(z, zo + i);
    }
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      var v = fromArray(S, x, xo + i, rest);
      var u = fromArray(S, y, yo + i, rest);
      FloatLanes.pow(v, u).intoArray(z, zo + i, rest);
    }
  }

  static void multiplyAdd(int n, float[] x, int xo, float[] y, int yo, float[] z, int zo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      var u = fromArray(S, y, yo + i);
      var w = fromArray(S, z, zo + i);
      v.fma(u, w).intoArray(z, zo + i);
    }
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      var v = fromArray(S, x, xo + i, rest);
      var u = fromArray(S, y, yo + i, rest);
      var w = fromArray(S, z, zo + i, rest);
      v.fma(u, w).intoArray(z, zo + i, rest);
    }
  }

  static void tanhAdjoint(int n, float[] x, int xo, float[] y, int yo, float[] z, int zo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      var u = fromArray(S, y, yo + i);
      v.sub(v.mul(u).mul(u)).intoArray(z, zo + i);
    }
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      var v = fromArray(S, x, xo + i, rest);
      var u = fromArray(S, y, yo + i, rest);
      v.sub(v.mul(u).mul(u)).intoArray(z, zo + i, rest);
    }
  }

  static void sigmoidAdjoint(int n, float[] x, int xo, float[] y, int yo, float[] z, int zo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      var u = fromArray(S, y, yo + i);
      v.mul(u.sub(u.mul(u))).intoArray(z, zo + i);
    }
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      var v = fromArray(S, x, xo + i, rest);
      var u = fromArray(S, y, yo + i, rest);
      v.mul(u.sub(u.mul(u))).intoArray(z, zo + i, rest);
    }
  }

  static void reluAdjoint(int n, float[] x, int xo, float[] y, int yo, float[] z, int zo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      var u = fromArray(S, y, yo + i);
      FloatVector.zero(S).blend(v, u.compare(VectorOperators.GT, 0)).intoArray(z, zo + i);
    }
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      var v = fromArray(S, x, xo + i, rest);
      var u = fromArray(S, y, yo + i, rest);
      FloatVector.zero(S).blend(v, u.compare(VectorOperators.GT, 0)).intoArray(z, zo + i, rest);
    }
  }

  static void addScalar(int n, float s, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      v.add(s).intoArray(y, yo + i);
    }
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      var v = fromArray(S, x, xo + i, rest);
      v.add(s).intoArray(y, yo + i, rest);
    }
  }

  static void scale(int n, float s, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      v.mul(s).intoArray(y, yo + i);
    }
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      var v = fromArray(S, x, xo + i, rest);
      v.mul(s).intoArray(y, yo + i, rest);
    }
  }

  static void subtractFrom(int n, float s, float[] x, int xo, float[] y, int yo) {
    var t = FloatVector.broadcast(S, s);
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      t.sub(v).intoArray(y, yo + i);
    }
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      var v = fromArray(S, x, xo + i, rest);
      t.sub(v).intoArray(y, yo + i, rest);
    }
  }

  static void divideInto(int n, float s, float[] x, int xo, float[] y, int yo) {
    var t = FloatVector.broadcast(S, s);
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      t.div(v).intoArray(y, yo + i);
    }
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      var v = fromArray(S, x, xo + i, rest);
      t.div(v).intoArray(y, yo + i, rest);
    }
  }

  static void maxScalar(int n, float s, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      v.max(s).intoArray(y, yo + i);
    }
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      var v = fromArray(S, x, xo + i, rest);
      v.max(s).intoArray(y, yo + i, rest);
    }
  }

  static void minScalar(int n, float s, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      v.min(s).intoArray(y, yo + i);
    }
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      var v = fromArray(S, x, xo + i, rest);
      v.min(s).intoArray(y, yo + i, rest);
    }
  }

  static void powScalar(int n, float s, float[] x, int xo, float[] y, int yo) {
    var t = FloatVector.broadcast(S, s);
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      FloatLanes.pow(v, t).intoArray(y, yo + i);
    }
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      var v = fromArray(S, x, xo + i, rest);
      FloatLanes.pow(v, t).intoArray(y, yo + i, rest);
    }
  }

  static void axpy(int n, float s, float[] x, int xo, float[] y, int yo) {
    var t = FloatVector.broadcast(S, s);
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      var u = fromArray(S, y, yo + i);
      v.fma(t, u).intoArray(y, yo + i);
    }
    if (i < n) {
      var rest = FloatTerms.first(n - i);
      var v = fromArray(S, x, xo + i, rest);
      var u = fromArray(S, y, yo + i, rest);
      v.fma(t, u).intoArray(y, yo + i, rest);
    }
  }
}
