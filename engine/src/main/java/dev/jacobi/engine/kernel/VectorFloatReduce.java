package dev.jacobi.engine.kernel;

import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The vector twin of [FloatReduce]: blocks of four vectors of sums, and what rounding loses where
/// blocks are added. Vectors that cross a call are allocated, and the compiler stops inlining where
/// a method has grown long; so what has vectors calls neither itself nor anything twice, and where
/// a function is long its code stands in the loop once, and without masks.
final class VectorFloatReduce {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int L = S.length();
  private static final int BLOCK = 64 * L;

  private VectorFloatReduce() {}

  static float sum(int n, float[] x, int xo) {
    return n < L ? ScalarFloatReduce.sum(n, x, xo) : wideSum(n, x, xo);
  }

  private static float wideSum(int n, float[] x, int xo) {
    float sum = 0;
    float lost = 0;
    for (int from = 0; from < n; from += BLOCK) {
      int to = Math.min(n, from + BLOCK);
      var s = FloatVector.zero(S);
      var t = s;
      var u = s;
      var v = s;
      int i = from;
      for (; i <= to - 4 * L; i += 4 * L) {
        s = s.add(fromArray(S, x, xo + i));
        t = t.add(fromArray(S, x, xo + i + L));
        u = u.add(fromArray(S, x, xo + i + 2 * L));
        v = v.add(fromArray(S, x, xo + i + 3 * L));
      }
      for (; i <= to - L; i += L) s = s.add(fromArray(S, x, xo + i));
      if (i < to) {
        VectorMask<Float> done = VectorMask.fromLong(S, (1L << L - (to - i)) - 1);
        t = t.add(fromArray(S, x, xo + to - L).blend(0, done));
      }
      s = s.add(t).add(u.add(v));
      if (L > 8) s = s.add(s.rearrange(FloatAcross.BY8));
      if (L > 4) s = s.add(s.rearrange(FloatAcross.BY4));
      if (L > 2) s = s.add(s.rearrange(FloatAcross.BY2));
      if (L > 1) s = s.add(s.rearrange(FloatAcross.BY1));
      float block = s.lane(0);
      float next = sum + block;
      lost += lost(sum, block, next);
      sum = next;
    }
    return Float.isFinite(sum) ? sum + lost : sum;
  }

  /// What rounding lost of `a + b`: Knuth's two-sum.
  private static float lost(float a, float b, float sum) {
    float c = sum - a;
    return (a - (sum - c)) + (b - c);
  }

  static float dot(int n, float[] x, int xo, float[] y, int yo) {
    return n < L ? ScalarFloatReduce.dot(n, x, xo, y, yo) : wideDot(n, x, xo, y, yo);
  }

  private static float wideDot(int n, float[] x, int xo, float[] y, int yo) {
    float sum = 0;
    float lost = 0;
    for (int from = 0; from < n; from += BLOCK) {
      int to = Math.min(n, from + BLOCK);
      var s = FloatVector.zero(S);
      var t = s;
      var u = s;
      var v = s;
      int i = from;
      for (; i <= to - 4 * L; i += 4 * L) {
        s = fromArray(S, x, xo + i).fma(fromArray(S, y, yo + i), s);
        t = fromArray(S, x, xo + i + L).fma(fromArray(S, y, yo + i + L), t);
        u = fromArray(S, x, xo + i + 2 * L).fma(fromArray(S, y, yo + i + 2 * L), u);
        v = fromArray(S, x, xo + i + 3 * L).fma(fromArray(S, y, yo + i + 3 * L), v);
      }
      for (; i <= to - L; i += L) s = fromArray(S, x, xo + i).fma(fromArray(S, y, yo + i), s);
      if (i < to) {
        VectorMask<Float> done = VectorMask.fromLong(S, (1L << L - (to - i)) - 1);
        var last = fromArray(S, x, xo + to - L).blend(0, done);
        t = last.fma(fromArray(S, y, yo + to - L).blend(0, done), t);
      }
      s = s.add(t).add(u.add(v));
      if (L > 8) s = s.add(s.rearrange(FloatAcross.BY8));
      if (L > 4) s = s.add(s.rearrange(FloatAcross.BY4));
      if (L > 2) s = s.add(s.rearrange(FloatAcross.BY2));
      if (L > 1) s = s.add(s.rearrange(FloatAcross.BY1));
      float block = s.lane(0);
      float next = sum + block;
      lost += lost(sum, block, next);
      sum = next;
    }
    return Float.isFinite(sum) ? sum + lost : sum;
  }

  static float max(int n, float[] x, int xo) {
    return n < L ? ScalarFloatReduce.max(n, x, xo) : wideMax(n, x, xo);
  }

  private static float wideMax(int n, float[] x, int xo) {
    var top = FloatVector.broadcast(S, Float.NEGATIVE_INFINITY);
    int i = 0;
    for (; i <= n - L; i += L) top = top.max(fromArray(S, x, xo + i));
    float max = top.reduceLanes(VectorOperators.MAX);
    for (; i < n; i++) max = Math.max(max, x[xo + i]);
    return max;
  }

  static float min(int n, float[] x, int xo) {
    return n < L ? ScalarFloatReduce.min(n, x, xo) : wideMin(n, x, xo);
  }

  private static float wideMin(int n, float[] x, int xo) {
    var low = FloatVector.broadcast(S, Float.POSITIVE_INFINITY);
    int i = 0;
    for (; i <= n - L; i += L) low = low.min(fromArray(S, x, xo + i));
    float min = low.reduceLanes(VectorOperators.MIN);
    for (; i < n; i++) min = Math.min(min, x[xo + i]);
    return min;
  }

  static float maxAbs(int n, float[] x, int xo) {
    return n < L ? ScalarFloatReduce.maxAbs(n, x, xo) : wideMaxAbs(n, x, xo);
  }

  private static float wideMaxAbs(int n, float[] x, int xo) {
    var top = FloatVector.zero(S);
    int i = 0;
    for (; i <= n - L; i += L) top = top.max(fromArray(S, x, xo + i).abs());
    float max = top.reduceLanes(VectorOperators.MAX);
    for (; i < n; i++) max = Math.max(max, Math.abs(x[xo + i]));
    return max;
  }

  /// `Σ exp(x − s)`, s at least as great as each x.
  static float sumExp(int n, float s, float[] x, int xo) {
    if (n < L) return ScalarFloatReduce.sumExp(n, s, x, xo);
    return exps(false, n, s, x, xo, x, xo);
  }

  /// A row of at least a vector.
  static void softmax(int n, float[] x, int xo, float[] y, int yo) {
    float top = max(n, x, xo);
    VectorFloatZip.scale(n, 1 / exps(true, n, top, x, xo, y, yo), y, yo, y, yo);
  }

  /// `Σ exp(x − s)`, each of which also goes to y where it `stores`.
  private static float exps(boolean stores, int n, float s, float[] x, int xo, float[] y, int yo) {
    float sum = 0;
    float lost = 0;
    for (int from = 0; from < n; from += BLOCK) {
      float block = block(stores, Math.min(n - from, BLOCK), s, x, xo + from, y, yo + from);
      float next = sum + block;
      lost += lost(sum, block, next);
      sum = next;
    }
    return Float.isFinite(sum) ? sum + lost : sum;
  }

  /// The same for one block.
  private static float block(boolean stores, int n, float s, float[] x, int xo, float[] y, int yo) {
    if (n < L) return few(n, s, x, xo, y, yo);
    var sum = FloatVector.zero(S);
    for (int i = 0; i < n; i += L) {
      int at = Math.min(i, n - L);
      VectorMask<Float> done = VectorMask.fromLong(S, (1L << i - at) - 1);
      var e = FloatLanes.expNegative(fromArray(S, x, xo + at).sub(s));
      if (stores) e.blend(fromArray(S, y, yo + at), done).intoArray(y, yo + at);
      sum = sum.add(e.blend(0, done));
    }
    if (L > 8) sum = sum.add(sum.rearrange(FloatAcross.BY8));
    if (L > 4) sum = sum.add(sum.rearrange(FloatAcross.BY4));
    if (L > 2) sum = sum.add(sum.rearrange(FloatAcross.BY2));
    if (L > 1) sum = sum.add(sum.rearrange(FloatAcross.BY1));
    return sum.lane(0);
  }

  /// What is left of a long row where blocks end.
  private static float few(int n, float s, float[] x, int xo, float[] y, int yo) {
    float sum = 0;
    for (int i = 0; i < n; i++) {
      y[yo + i] = Scalar.exp(x[xo + i] - s);
      sum += y[yo + i];
    }
    return sum;
  }

  /// `y ← (x − s) − t`, in that order.
  static void subtractTwice(int n, float s, float t, float[] x, int xo, float[] y, int yo) {
    int i = 0;
    for (; i <= n - L; i += L) fromArray(S, x, xo + i).sub(s).sub(t).intoArray(y, yo + i);
    ScalarFloatReduce.subtractTwice(n - i, s, t, x, xo + i, y, yo + i);
  }

  /// `z ← (x − s) y`.
  static void centredProduct(
      int n, float s, float[] x, int xo, float[] y, int yo, float[] z, int zo) {
    int i = 0;
    for (; i <= n - L; i += L) {
      fromArray(S, x, xo + i).sub(s).mul(fromArray(S, y, yo + i)).intoArray(z, zo + i);
    }
    ScalarFloatReduce.centredProduct(n - i, s, x, xo + i, y, yo + i, z, zo + i);
  }
}
