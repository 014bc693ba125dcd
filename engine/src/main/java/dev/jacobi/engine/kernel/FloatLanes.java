package dev.jacobi.engine.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The functions of the table over the lanes of one vector, for loops of any kind. Those that nets
/// need most are polynomials, which stay in registers; the rest are the JDK's vector library.
///
/// They call few methods of ours, early: the compiler stops inlining when a loop has many nodes,
/// but for the vector module's own methods. Have one of the longer ones in a loop, once.
public final class FloatLanes {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;

  private FloatLanes() {}

  /// `2ⁿ (1 + r + r² q(r))`, where x = n log 2 + r. The power in two halves, so that the least
  /// results, which are denormal, come out too.
  public static FloatVector exp(FloatVector x) {
    FloatVector n = x.mul(FloatTerms.LOG2E).add(FloatTerms.MAGIC).sub(FloatTerms.MAGIC);
    FloatVector r = n.fma(FloatVector.broadcast(S, -FloatTerms.LN2_HI), x);
    r = n.fma(FloatVector.broadcast(S, -FloatTerms.LN2_LO), r);
    FloatVector y = FloatTerms.exp(r).fma(r.mul(r), r).add(1);
    FloatVector half = n.mul(0.5f).add(FloatTerms.MAGIC);
    FloatVector rest = n.sub(half.sub(FloatTerms.MAGIC)).add(FloatTerms.MAGIC);
    y = y.mul(FloatTerms.power(half)).mul(FloatTerms.power(rest));
    y = y.blend(Float.POSITIVE_INFINITY, x.compare(VectorOperators.GT, FloatTerms.EXP_TOP));
    return y.blend(0, x.compare(VectorOperators.LT, -FloatTerms.EXP_TOP - FloatTerms.EXP_MORE));
  }

  /// exp of what is not positive; what would be denormal is 0.
  static FloatVector expNegative(FloatVector x) {
    return expNear(x).blend(0, x.compare(VectorOperators.LT, FloatTerms.EXP_LEAST));
  }

  /// exp where it is known to be neither great nor tiny.
  private static FloatVector expNear(FloatVector x) {
    FloatVector n =
        x.fma(
            FloatVector.broadcast(S, FloatTerms.LOG2E), FloatVector.broadcast(S, FloatTerms.MAGIC));
    FloatVector scale = FloatTerms.power(n);
    n = n.sub(FloatTerms.MAGIC);
    FloatVector r = n.fma(FloatVector.broadcast(S, -FloatTerms.LN2_HI), x);
    r = n.fma(FloatVector.broadcast(S, -FloatTerms.LN2_LO), r);
    return FloatTerms.exp(r).fma(r.mul(r), r).add(1).mul(scale);
  }

  /// Near 0 an odd polynomial, else `1 − 2 / (exp 2x + 1)`.
  public static FloatVector tanh(FloatVector x) {
    FloatVector a = x.abs();
    FloatVector far =
        a.blend(FloatTerms.TANH_ONE, a.compare(VectorOperators.GT, FloatTerms.TANH_ONE));
    FloatVector e = expNear(far.add(far));
    FloatVector square = a.mul(a);
    FloatVector near = FloatTerms.tanh(square).mul(square).fma(a, a);
    FloatVector great = FloatVector.broadcast(S, 1).sub(FloatVector.broadcast(S, 2).div(e.add(1)));
    FloatVector y = near.blend(great, a.compare(VectorOperators.GT, 0.625f));
    return y.blend(y.neg(), x.test(VectorOperators.IS_NEGATIVE));
  }

  /// `1 / (1 + exp −x)`, the exponential always of −|x|.
  public static FloatVector sigmoid(FloatVector x) {
    FloatVector e = exp(x.abs().neg());
    FloatVector top = FloatVector.broadcast(S, 1).blend(e, x.compare(VectorOperators.LT, 0));
    return top.div(e.add(1));
  }

  public static FloatVector softplus(FloatVector x) {
    FloatVector e = exp(x.abs().neg());
    FloatVector y = x.blend(0, x.compare(VectorOperators.LE, 0));
    return y.add(e.lanewise(VectorOperators.LOG1P));
  }

  public static FloatVector asinh(FloatVector x) {
    FloatVector a = x.abs();
    VectorMask<Float> great = a.compare(VectorOperators.GT, FloatTerms.GREAT);
    FloatVector square = a.mul(a);
    FloatVector near = log1p(square.div(square.add(1).sqrt().add(1)).add(a));
    FloatVector y = near.blend(log(a).add(FloatTerms.LN2), great);
    return y.blend(y.neg(), x.test(VectorOperators.IS_NEGATIVE));
  }

  public static FloatVector acosh(FloatVector x) {
    VectorMask<Float> great = x.compare(VectorOperators.GT, FloatTerms.GREAT);
    FloatVector t = x.sub(1);
    FloatVector near = log1p(t.add(t.sqrt().mul(t.add(2).sqrt())));
    return near.blend(log(x).add(FloatTerms.LN2), great);
  }

  public static FloatVector atanh(FloatVector x) {
    FloatVector a = x.abs();
    FloatVector y = log1p(a.add(a).div(FloatVector.broadcast(S, 1).sub(a))).mul(0.5f);
    return y.blend(y.neg(), x.test(VectorOperators.IS_NEGATIVE));
  }

  public static FloatVector floor(FloatVector x) {
    FloatVector a = x.abs();
    FloatVector whole = a.add(FloatTerms.WHOLE).sub(FloatTerms.WHOLE);
    whole = whole.blend(whole.neg(), x.test(VectorOperators.IS_NEGATIVE));
    whole = whole.sub(FloatVector.zero(S).blend(1, whole.compare(VectorOperators.GT, x)));
    return x.blend(whole, a.compare(VectorOperators.LT, FloatTerms.WHOLE));
  }

  /// −1, 0 or 1; ±0 and NaN stay.
  public static FloatVector sign(FloatVector x) {
    FloatVector y = x.blend(1, x.compare(VectorOperators.GT, 0));
    return y.blend(-1, x.compare(VectorOperators.LT, 0));
  }

  /// NaN stays; −0 becomes 0.
  public static FloatVector relu(FloatVector x) {
    return x.blend(0, x.compare(VectorOperators.LE, 0));
  }

  public static FloatVector log(FloatVector x) {
    return x.lanewise(VectorOperators.LOG);
  }

  public static FloatVector log1p(FloatVector x) {
    return x.lanewise(VectorOperators.LOG1P);
  }

  public static FloatVector pow(FloatVector x, FloatVector y) {
    return x.pow(y);
  }
}
