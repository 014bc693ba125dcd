package dev.jacobi.engine.kernel;

import static jdk.incubator.vector.DoubleVector.fromArray;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The vector twin of [DoubleZip]: whole vectors, and the rest number by number, rounded alike.
final class VectorDoubleZip {
  private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
  private static final int L = S.length();

  private VectorDoubleZip() {}

  static void add(int n, double[] x, int xo, double[] y, int yo, double[] z, int zo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      var u = fromArray(S, y, yo + i);
      v.add(u).intoArray(z, zo + i);
    }
    ScalarDoubleZip.add(n - i, x, xo + i, y, yo + i, z, zo + i);
  }

  static void subtract(int n, double[] x, int xo, double[] y, int yo, double[] z, int zo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      var u = fromArray(S, y, yo + i);
      v.sub(u).intoArray(z, zo + i);
    }
    ScalarDoubleZip.subtract(n - i, x, xo + i, y, yo + i, z, zo + i);
  }

  static void multiply(int n, double[] x, int xo, double[] y, int yo, double[] z, int zo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      var u = fromArray(S, y, yo + i);
      v.mul(u).intoArray(z, zo + i);
    }
    ScalarDoubleZip.multiply(n - i, x, xo + i, y, yo + i, z, zo + i);
  }

  static void divide(int n, double[] x, int xo, double[] y, int yo, double[] z, int zo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      var u = fromArray(S, y, yo + i);
      v.div(u).intoArray(z, zo + i);
    }
    ScalarDoubleZip.divide(n - i, x, xo + i, y, yo + i, z, zo + i);
  }

  static void max(int n, double[] x, int xo, double[] y, int yo, double[] z, int zo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      var u = fromArray(S, y, yo + i);
      v.max(u).intoArray(z, zo + i);
    }
    ScalarDoubleZip.max(n - i, x, xo + i, y, yo + i, z, zo + i);
  }

  static void min(int n, double[] x, int xo, double[] y, int yo, double[] z, int zo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      var u = fromArray(S, y, yo + i);
      v.min(u).intoArray(z, zo + i);
    }
    ScalarDoubleZip.min(n - i, x, xo + i, y, yo + i, z, zo + i);
  }

  static void pow(int n, double[] x, int xo, double[] y, int yo, double[] z, int zo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      var u = fromArray(S, y, yo + i);
      DoubleLanes.pow(v, u).intoArray(z, zo + i);
    }
    ScalarDoubleZip.pow(n - i, x, xo + i, y, yo + i, z, zo + i);
  }

  static void multiplyAdd(int n, double[] x, int xo, double[] y, int yo, double[] z, int zo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      var u = fromArray(S, y, yo + i);
      var w = fromArray(S, z, zo + i);
      v.fma(u, w).intoArray(z, zo + i);
    }
    for (; i < n; i++) z[zo + i] = Math.fma(x[xo + i], y[yo + i], z[zo + i]);
  }

  static void tanhAdjoint(int n, double[] x, int xo, double[] y, int yo, double[] z, int zo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      var u = fromArray(S, y, yo + i);
      v.sub(v.mul(u).mul(u)).intoArray(z, zo + i);
    }
    for (; i < n; i++) z[zo + i] = x[xo + i] - x[xo + i] * y[yo + i] * y[yo + i];
  }

  static void sigmoidAdjoint(int n, double[] x, int xo, double[] y, int yo, double[] z, int zo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      var u = fromArray(S, y, yo + i);
      v.mul(u.sub(u.mul(u))).intoArray(z, zo + i);
    }
    ScalarDoubleZip.sigmoidAdjoint(n - i, x, xo + i, y, yo + i, z, zo + i);
  }

  static void reluAdjoint(int n, double[] x, int xo, double[] y, int yo, double[] z, int zo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      var u = fromArray(S, y, yo + i);
      DoubleVector.zero(S).blend(v, u.compare(VectorOperators.GT, 0)).intoArray(z, zo + i);
    }
    ScalarDoubleZip.reluAdjoint(n - i, x, xo + i, y, yo + i, z, zo + i);
  }

  static void addScalar(int n, double s, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      v.add(s).intoArray(y, yo + i);
    }
    ScalarDoubleZip.addScalar(n - i, s, x, xo + i, y, yo + i);
  }

  static void scale(int n, double s, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      v.mul(s).intoArray(y, yo + i);
    }
    ScalarDoubleZip.scale(n - i, s, x, xo + i, y, yo + i);
  }

  static void subtractFrom(int n, double s, double[] x, int xo, double[] y, int yo) {
    var t = DoubleVector.broadcast(S, s);
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      t.sub(v).intoArray(y, yo + i);
    }
    ScalarDoubleZip.subtractFrom(n - i, s, x, xo + i, y, yo + i);
  }

  static void divideInto(int n, double s, double[] x, int xo, double[] y, int yo) {
    var t = DoubleVector.broadcast(S, s);
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      t.div(v).intoArray(y, yo + i);
    }
    ScalarDoubleZip.divideInto(n - i, s, x, xo + i, y, yo + i);
  }

  static void maxScalar(int n, double s, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      v.max(s).intoArray(y, yo + i);
    }
    ScalarDoubleZip.maxScalar(n - i, s, x, xo + i, y, yo + i);
  }

  static void minScalar(int n, double s, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      v.min(s).intoArray(y, yo + i);
    }
    ScalarDoubleZip.minScalar(n - i, s, x, xo + i, y, yo + i);
  }

  static void powScalar(int n, double s, double[] x, int xo, double[] y, int yo) {
    var t = DoubleVector.broadcast(S, s);
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      DoubleLanes.pow(v, t).intoArray(y, yo + i);
    }
    ScalarDoubleZip.powScalar(n - i, s, x, xo + i, y, yo + i);
  }

  static void axpy(int n, double s, double[] x, int xo, double[] y, int yo) {
    var t = DoubleVector.broadcast(S, s);
    int i = 0;
    for (; i <= n - L; i += L) {
      var v = fromArray(S, x, xo + i);
      var u = fromArray(S, y, yo + i);
      v.fma(t, u).intoArray(y, yo + i);
    }
    for (; i < n; i++) y[yo + i] = Math.fma(x[xo + i], s, y[yo + i]);
  }
}
