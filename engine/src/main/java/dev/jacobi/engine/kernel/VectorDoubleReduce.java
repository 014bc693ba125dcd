package dev.jacobi.engine.kernel;

import static jdk.incubator.vector.DoubleVector.fromArray;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The vector twin of [DoubleReduce]: halves down to blocks, a block in four vectors of sums. Where
/// a function is long its code stands in the loop once, as in [VectorDoubleMap].
final class VectorDoubleReduce {
  private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
  private static final int L = S.length();
  private static final int BLOCK = 64 * L;

  private VectorDoubleReduce() {}

  static double sum(int n, double[] x, int xo) {
    if (n > BLOCK) {
      int half = half(n);
      return sum(half, x, xo) + sum(n - half, x, xo + half);
    }
    var s = DoubleVector.zero(S);
    var t = s;
    var u = s;
    var v = s;
    int i = 0;
    for (; i <= n - 4 * L; i += 4 * L) {
      s = s.add(fromArray(S, x, xo + i));
      t = t.add(fromArray(S, x, xo + i + L));
      u = u.add(fromArray(S, x, xo + i + 2 * L));
      v = v.add(fromArray(S, x, xo + i + 3 * L));
    }
    for (; i <= n - L; i += L) s = s.add(fromArray(S, x, xo + i));
    if (i < n) t = t.add(fromArray(S, x, xo + i, DoubleTerms.first(n - i)));
    return DoubleAcross.sum(s.add(t).add(u.add(v)));
  }

  static double dot(int n, double[] x, int xo, double[] y, int yo) {
    if (n > BLOCK) {
      int half = half(n);
      return dot(half, x, xo, y, yo) + dot(n - half, x, xo + half, y, yo + half);
    }
    var s = DoubleVector.zero(S);
    var t = s;
    var u = s;
    var v = s;
    int i = 0;
    for (; i <= n - 4 * L; i += 4 * L) {
      s = fromArray(S, x, xo + i).fma(fromArray(S, y, yo + i), s);
      t = fromArray(S, x, xo + i + L).fma(fromArray(S, y, yo + i + L), t);
      u = fromArray(S, x, xo + i + 2 * L).fma(fromArray(S, y, yo + i + 2 * L), u);
      v = fromArray(S, x, xo + i + 3 * L).fma(fromArray(S, y, yo + i + 3 * L), v);
    }
    for (; i <= n - L; i += L) s = fromArray(S, x, xo + i).fma(fromArray(S, y, yo + i), s);
    if (i < n) {
      VectorMask<Double> rest = DoubleTerms.first(n - i);
      t = fromArray(S, x, xo + i, rest).fma(fromArray(S, y, yo + i, rest), t);
    }
    return DoubleAcross.sum(s.add(t).add(u.add(v)));
  }

  static double max(int n, double[] x, int xo) {
    var top = DoubleVector.broadcast(S, Double.NEGATIVE_INFINITY);
    int i = 0;
    for (; i <= n - L; i += L) top = top.max(fromArray(S, x, xo + i));
    double max = top.reduceLanes(VectorOperators.MAX);
    for (; i < n; i++) max = Math.max(max, x[xo + i]);
    return max;
  }

  static double min(int n, double[] x, int xo) {
    var low = DoubleVector.broadcast(S, Double.POSITIVE_INFINITY);
    int i = 0;
    for (; i <= n - L; i += L) low = low.min(fromArray(S, x, xo + i));
    double min = low.reduceLanes(VectorOperators.MIN);
    for (; i < n; i++) min = Math.min(min, x[xo + i]);
    return min;
  }

  static double maxAbs(int n, double[] x, int xo) {
    var top = DoubleVector.zero(S);
    int i = 0;
    for (; i <= n - L; i += L) top = top.max(fromArray(S, x, xo + i).abs());
    double max = top.reduceLanes(VectorOperators.MAX);
    for (; i < n; i++) max = Math.max(max, Math.abs(x[xo + i]));
    return max;
  }

  /// `Σ exp(x − s)`, s at least as great as each x.
  static double sumExp(int n, double s, double[] x, int xo) {
    if (n > BLOCK) {
      int half = half(n);
      return sumExp(half, s, x, xo) + sumExp(n - half, s, x, xo + half);
    }
    var sum = DoubleVector.zero(S);
    for (int i = 0; i < n; i += L) {
      VectorMask<Double> some = DoubleTerms.first(n - i);
      sum = sum.add(DoubleLanes.expNegative(fromArray(S, x, xo + i, some).sub(s)), some);
    }
    return DoubleAcross.sum(sum);
  }

  static void softmax(int n, double[] x, int xo, double[] y, int yo) {
    double top = max(n, x, xo);
    double sum = n > BLOCK ? exps(n, top, x, xo, y, yo) : block(n, top, x, xo, y, yo);
    VectorDoubleZip.scale(n, 1 / sum, y, yo, y, yo);
  }

  /// `y ← exp(x − s)`, and their sum.
  private static double exps(int n, double s, double[] x, int xo, double[] y, int yo) {
    if (n <= BLOCK) return block(n, s, x, xo, y, yo);
    int half = half(n);
    return exps(half, s, x, xo, y, yo) + exps(n - half, s, x, xo + half, y, yo + half);
  }

  private static double block(int n, double s, double[] x, int xo, double[] y, int yo) {
    var sum = DoubleVector.zero(S);
    for (int i = 0; i < n; i += L) {
      var some = DoubleTerms.first(n - i);
      var e = DoubleLanes.expNegative(fromArray(S, x, xo + i, some).sub(s));
      e.intoArray(y, yo + i, some);
      sum = sum.add(e, some);
    }
    return DoubleAcross.sum(sum);
  }

  /// `y ← (x − s) − t`, in that order.
  static void subtractTwice(int n, double s, double t, double[] x, int xo, double[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) fromArray(S, x, xo + i).sub(s).sub(t).intoArray(y, yo + i);
    if (i < n) {
      VectorMask<Double> rest = DoubleTerms.first(n - i);
      fromArray(S, x, xo + i, rest).sub(s).sub(t).intoArray(y, yo + i, rest);
    }
  }

  /// `z ← (x − s) y`.
  static void centredProduct(
      int n, double s, double[] x, int xo, double[] y, int yo, double[] z, int zo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      fromArray(S, x, xo + i).sub(s).mul(fromArray(S, y, yo + i)).intoArray(z, zo + i);
    }
    if (i < n) {
      VectorMask<Double> rest = DoubleTerms.first(n - i);
      var y0 = fromArray(S, y, yo + i, rest);
      fromArray(S, x, xo + i, rest).sub(s).mul(y0).intoArray(z, zo + i, rest);
    }
  }

  /// A half that keeps whole blocks together.
  private static int half(int n) {
    return (n / 2 + BLOCK - 1) / BLOCK * BLOCK;
  }
}
