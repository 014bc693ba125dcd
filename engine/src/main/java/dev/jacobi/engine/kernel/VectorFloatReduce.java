package dev.jacobi.engine.kernel;

import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The vector twin of [FloatReduce]: halves down to blocks, a block in four vectors of sums. Where
/// a function is long its code stands in the loop once, as in [VectorFloatMap].
final class VectorFloatReduce {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int L = S.length();
  private static final int BLOCK = 64 * L;

  private VectorFloatReduce() {}

  static float sum(int n, float[] x, int xo) {
    if (n > BLOCK) {
      int half = half(n);
      return sum(half, x, xo) + sum(n - half, x, xo + half);
    }
    var s = FloatVector.zero(S);
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
    if (i < n) t = t.add(fromArray(S, x, xo + i, FloatTerms.first(n - i)));
    return FloatAcross.sum(s.add(t).add(u.add(v)));
  }

  static float dot(int n, float[] x, int xo, float[] y, int yo) {
    if (n > BLOCK) {
      int half = half(n);
      return dot(half, x, xo, y, yo) + dot(n - half, x, xo + half, y, yo + half);
    }
    var s = FloatVector.zero(S);
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
      VectorMask<Float> rest = FloatTerms.first(n - i);
      t = fromArray(S, x, xo + i, rest).fma(fromArray(S, y, yo + i, rest), t);
    }
    return FloatAcross.sum(s.add(t).add(u.add(v)));
  }

  static float max(int n, float[] x, int xo) {
    var top = FloatVector.broadcast(S, Float.NEGATIVE_INFINITY);
    int i = 0;
    for (; i <= n - L; i += L) top = top.max(fromArray(S, x, xo + i));
    float max = top.reduceLanes(VectorOperators.MAX);
    for (; i < n; i++) max = Math.max(max, x[xo + i]);
    return max;
  }

  static float min(int n, float[] x, int xo) {
    var low = FloatVector.broadcast(S, Float.POSITIVE_INFINITY);
    int i = 0;
    for (; i <= n - L; i += L) low = low.min(fromArray(S, x, xo + i));
    float min = low.reduceLanes(VectorOperators.MIN);
    for (; i < n; i++) min = Math.min(min, x[xo + i]);
    return min;
  }

  static float maxAbs(int n, float[] x, int xo) {
    var top = FloatVector.zero(S);
    int i = 0;
    for (; i <= n - L; i += L) top = top.max(fromArray(S, x, xo + i).abs());
    float max = top.reduceLanes(VectorOperators.MAX);
    for (; i < n; i++) max = Math.max(max, Math.abs(x[xo + i]));
    return max;
  }

  /// `Σ exp(x − s)`, s at least as great as each x.
  static float sumExp(int n, float s, float[] x, int xo) {
    if (n > BLOCK) {
      int half = half(n);
      return sumExp(half, s, x, xo) + sumExp(n - half, s, x, xo + half);
    }
    var sum = FloatVector.zero(S);
    for (int i = 0; i < n; i += L) {
      VectorMask<Float> some = FloatTerms.first(n - i);
      sum = sum.add(FloatLanes.expNegative(fromArray(S, x, xo + i, some).sub(s)), some);
    }
    return FloatAcross.sum(sum);
  }

  static void softmax(int n, float[] x, int xo, float[] y, int yo) {
    float top = max(n, x, xo);
    float sum = n > BLOCK ? exps(n, top, x, xo, y, yo) : block(n, top, x, xo, y, yo);
    VectorFloatZip.scale(n, 1 / sum, y, yo, y, yo);
  }

  /// `y ← exp(x − s)`, and their sum.
  private static float exps(int n, float s, float[] x, int xo, float[] y, int yo) {
    if (n <= BLOCK) return block(n, s, x, xo, y, yo);
    int half = half(n);
    return exps(half, s, x, xo, y, yo) + exps(n - half, s, x, xo + half, y, yo + half);
  }

  private static float block(int n, float s, float[] x, int xo, float[] y, int yo) {
    var sum = FloatVector.zero(S);
    for (int i = 0; i < n; i += L) {
      var some = FloatTerms.first(n - i);
      var e = FloatLanes.expNegative(fromArray(S, x, xo + i, some).sub(s));
      e.intoArray(y, yo + i, some);
      sum = sum.add(e, some);
    }
    return FloatAcross.sum(sum);
  }

  /// `y ← (x − s) − t`, in that order.
  static void subtractTwice(int n, float s, float t, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) fromArray(S, x, xo + i).sub(s).sub(t).intoArray(y, yo + i);
    if (i < n) {
      VectorMask<Float> rest = FloatTerms.first(n - i);
      fromArray(S, x, xo + i, rest).sub(s).sub(t).intoArray(y, yo + i, rest);
    }
  }

  /// `z ← (x − s) y`.
  static void centredProduct(
      int n, float s, float[] x, int xo, float[] y, int yo, float[] z, int zo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      fromArray(S, x, xo + i).sub(s).mul(fromArray(S, y, yo + i)).intoArray(z, zo + i);
    }
    if (i < n) {
      VectorMask<Float> rest = FloatTerms.first(n - i);
      var y0 = fromArray(S, y, yo + i, rest);
      fromArray(S, x, xo + i, rest).sub(s).mul(y0).intoArray(z, zo + i, rest);
    }
  }

  /// A half that keeps whole blocks together.
  private static int half(int n) {
    return (n / 2 + BLOCK - 1) / BLOCK * BLOCK;
  }
}
