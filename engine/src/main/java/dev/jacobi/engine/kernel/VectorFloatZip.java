package dev.jacobi.engine.kernel;

import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The vector twin of [FloatZip]: whole vectors, and the rest number by number, rounded alike.
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
    ScalarFloatZip.add(n - i, x, xo + i, y, yo + i, z, zo + i);
  }

  static void subtract(int n, float[] x, int xo, float[] y, int yo, float[] z, int zo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      var u = fromArray(S, y, yo + i);
      v.sub(u).intoArray(z, zo + i);
    }
    ScalarFloatZip.subtract(n - i, x, xo + i, y, yo + i, z, zo + i);
  }

  static void multiply(int n, float[] x, int xo, float[] y, int yo, float[] z, int zo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      var u = fromArray(S, y, yo + i);
      v.mul(u).intoArray(z, zo + i);
    }
    ScalarFloatZip.multiply(n - i, x, xo + i, y, yo + i, z, zo + i);
  }

  static void divide(int n, float[] x, int xo, float[] y, int yo, float[] z, int zo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      var u = fromArray(S, y, yo + i);
      v.div(u).intoArray(z, zo + i);
    }
    ScalarFloatZip.divide(n - i, x, xo + i, y, yo + i, z, zo + i);
  }

  static void max(int n, float[] x, int xo, float[] y, int yo, float[] z, int zo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      var u = fromArray(S, y, yo + i);
      v.max(u).intoArray(z, zo + i);
    }
    ScalarFloatZip.max(n - i, x, xo + i, y, yo + i, z, zo + i);
  }

  static void min(int n, float[] x, int xo, float[] y, int yo, float[] z, int zo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      var u = fromArray(S, y, yo + i);
      v.min(u).intoArray(z, zo + i);
    }
    ScalarFloatZip.min(n - i, x, xo + i, y, yo + i, z, zo + i);
  }

  static void pow(int n, float[] x, int xo, float[] y, int yo, float[] z, int zo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      var u = fromArray(S, y, yo + i);
      FloatLanes.pow(v, u).intoArray(z, zo + i);
    }
    ScalarFloatZip.pow(n - i, x, xo + i, y, yo + i, z, zo + i);
  }

  static void multiplyAdd(int n, float[] x, int xo, float[] y, int yo, float[] z, int zo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      var u = fromArray(S, y, yo + i);
      var w = fromArray(S, z, zo + i);
      v.fma(u, w).intoArray(z, zo + i);
    }
    for (; i < n; i++) z[zo + i] = Math.fma(x[xo + i], y[yo + i], z[zo + i]);
  }

  static void tanhAdjoint(int n, float[] x, int xo, float[] y, int yo, float[] z, int zo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      var u = fromArray(S, y, yo + i);
      v.sub(v.mul(u).mul(u)).intoArray(z, zo + i);
    }
    for (; i < n; i++) z[zo + i] = x[xo + i] - x[xo + i] * y[yo + i] * y[yo + i];
  }

  static void sigmoidAdjoint(int n, float[] x, int xo, float[] y, int yo, float[] z, int zo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      var u = fromArray(S, y, yo + i);
      v.mul(u.sub(u.mul(u))).intoArray(z, zo + i);
    }
    ScalarFloatZip.sigmoidAdjoint(n - i, x, xo + i, y, yo + i, z, zo + i);
  }

  static void reluAdjoint(int n, float[] x, int xo, float[] y, int yo, float[] z, int zo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      var u = fromArray(S, y, yo + i);
      FloatVector.zero(S).blend(v, u.compare(VectorOperators.GT, 0)).intoArray(z, zo + i);
    }
    ScalarFloatZip.reluAdjoint(n - i, x, xo + i, y, yo + i, z, zo + i);
  }

  static void addScalar(int n, float s, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      v.add(s).intoArray(y, yo + i);
    }
    ScalarFloatZip.addScalar(n - i, s, x, xo + i, y, yo + i);
  }

  static void scale(int n, float s, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      v.mul(s).intoArray(y, yo + i);
    }
    ScalarFloatZip.scale(n - i, s, x, xo + i, y, yo + i);
  }

  static void subtractFrom(int n, float s, float[] x, int xo, float[] y, int yo) {
    var t = FloatVector.broadcast(S, s);
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      t.sub(v).intoArray(y, yo + i);
    }
    ScalarFloatZip.subtractFrom(n - i, s, x, xo + i, y, yo + i);
  }

  static void divideInto(int n, float s, float[] x, int xo, float[] y, int yo) {
    var t = FloatVector.broadcast(S, s);
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      t.div(v).intoArray(y, yo + i);
    }
    ScalarFloatZip.divideInto(n - i, s, x, xo + i, y, yo + i);
  }

  static void maxScalar(int n, float s, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      v.max(s).intoArray(y, yo + i);
    }
    ScalarFloatZip.maxScalar(n - i, s, x, xo + i, y, yo + i);
  }

  static void minScalar(int n, float s, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      v.min(s).intoArray(y, yo + i);
    }
    ScalarFloatZip.minScalar(n - i, s, x, xo + i, y, yo + i);
  }

  static void powScalar(int n, float s, float[] x, int xo, float[] y, int yo) {
    var t = FloatVector.broadcast(S, s);
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      FloatLanes.pow(v, t).intoArray(y, yo + i);
    }
    ScalarFloatZip.powScalar(n - i, s, x, xo + i, y, yo + i);
  }

  static void axpy(int n, float s, float[] x, int xo, float[] y, int yo) {
    var t = FloatVector.broadcast(S, s);
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      var u = fromArray(S, y, yo + i);
      v.fma(t, u).intoArray(y, yo + i);
    }
    for (; i < n; i++) y[yo + i] = Math.fma(x[xo + i], s, y[yo + i]);
  }
}
