package dev.jacobi.engine.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The functions of the table over the lanes of one vector, for loops of any kind. Those that nets
/// need most are polynomials, which stay in registers; the rest are the JDK's vector library.
///
/// They call few methods of ours, early: the compiler stops inlining when a loop has many nodes,
/// but for the vector module's own methods. Have one of the longer ones in a loop, once.
public final class DoubleLanes {
  private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;

  private DoubleLanes() {}

  /// `2ⁿ (1 + r + r² q(r))`, where x = n log 2 + r. The power in two halves, so that the least
  /// results, which are denormal, come out too.
  public static DoubleVector exp(DoubleVector x) {
    DoubleVector n = x.mul(DoubleTerms.LOG2E).add(DoubleTerms.MAGIC).sub(DoubleTerms.MAGIC);
    DoubleVector r = n.fma(DoubleVector.broadcast(S, -DoubleTerms.LN2_HI), x);
    r = n.fma(DoubleVector.broadcast(S, -DoubleTerms.LN2_LO), r);
    DoubleVector y = DoubleTerms.exp(r).fma(r.mul(r), r).add(1);
    DoubleVector half = n.mul(0.5).add(DoubleTerms.MAGIC);
    DoubleVector rest = n.sub(half.sub(DoubleTerms.MAGIC)).add(DoubleTerms.MAGIC);
    y = y.mul(DoubleTerms.power(half)).mul(DoubleTerms.power(rest));
    y = y.blend(Double.POSITIVE_INFINITY, x.compare(VectorOperators.GT, DoubleTerms.EXP_TOP));
    return y.blend(0, x.compare(VectorOperators.LT, -DoubleTerms.EXP_TOP - DoubleTerms.EXP_MORE));
  }

  /// exp of what is not positive; what would be denormal is 0.
  static DoubleVector expNegative(DoubleVector x) {
    return expNear(x).blend(0, x.compare(VectorOperators.LT, DoubleTerms.EXP_LEAST));
  }

  /// exp where it is known to be neither great nor tiny.
  private static DoubleVector expNear(DoubleVector x) {
    DoubleVector n =
        x.fma(
            DoubleVector.broadcast(S, DoubleTerms.LOG2E),
            DoubleVector.broadcast(S, DoubleTerms.MAGIC));
    DoubleVector scale = DoubleTerms.power(n);
    n = n.sub(DoubleTerms.MAGIC);
    DoubleVector r = n.fma(DoubleVector.broadcast(S, -DoubleTerms.LN2_HI), x);
    r = n.fma(DoubleVector.broadcast(S, -DoubleTerms.LN2_LO), r);
    return DoubleTerms.exp(r).fma(r.mul(r), r).add(1).mul(scale);
  }

  /// Near 0 an odd polynomial, else `1 − 2 / (exp 2x + 1)`.
  public static DoubleVector tanh(DoubleVector x) {
    DoubleVector a = x.abs();
    DoubleVector far =
        a.blend(DoubleTerms.TANH_ONE, a.compare(VectorOperators.GT, DoubleTerms.TANH_ONE));
    DoubleVector e = expNear(far.add(far));
    DoubleVector square = a.mul(a);
    DoubleVector near = DoubleTerms.tanh(square).mul(square).fma(a, a);
    DoubleVector great =
        DoubleVector.broadcast(S, 1).sub(DoubleVector.broadcast(S, 2).div(e.add(1)));
    DoubleVector y = near.blend(great, a.compare(VectorOperators.GT, 0.625));
    return y.blend(y.neg(), x.test(VectorOperators.IS_NEGATIVE));
  }

  /// `1 / (1 + exp −x)`, the exponential always of −|x|.
  public static DoubleVector sigmoid(DoubleVector x) {
    DoubleVector e = exp(x.abs().neg());
    DoubleVector top = DoubleVector.broadcast(S, 1).blend(e, x.compare(VectorOperators.LT, 0));
    return top.div(e.add(1));
  }

  public static DoubleVector softplus(DoubleVector x) {
    DoubleVector e = exp(x.abs().neg());
    DoubleVector y = x.blend(0, x.compare(VectorOperators.LE, 0));
    return y.add(e.lanewise(VectorOperators.LOG1P));
  }

  public static DoubleVector asinh(DoubleVector x) {
    DoubleVector a = x.abs();
    VectorMask<Double> great = a.compare(VectorOperators.GT, DoubleTerms.GREAT);
    DoubleVector square = a.mul(a);
    DoubleVector near = log1p(square.div(square.add(1).sqrt().add(1)).add(a));
    DoubleVector y = near.blend(log(a).add(DoubleTerms.LN2), great);
    return y.blend(y.neg(), x.test(VectorOperators.IS_NEGATIVE));
  }

  public static DoubleVector acosh(DoubleVector x) {
    VectorMask<Double> great = x.compare(VectorOperators.GT, DoubleTerms.GREAT);
    DoubleVector t = x.sub(1);
    DoubleVector near = log1p(t.add(t.sqrt().mul(t.add(2).sqrt())));
    return near.blend(log(x).add(DoubleTerms.LN2), great);
  }

  public static DoubleVector atanh(DoubleVector x) {
    DoubleVector a = x.abs();
    DoubleVector y = log1p(a.add(a).div(DoubleVector.broadcast(S, 1).sub(a))).mul(0.5);
    return y.blend(y.neg(), x.test(VectorOperators.IS_NEGATIVE));
  }

  public static DoubleVector floor(DoubleVector x) {
    DoubleVector a = x.abs();
    DoubleVector whole = a.add(DoubleTerms.WHOLE).sub(DoubleTerms.WHOLE);
    whole = whole.blend(whole.neg(), x.test(VectorOperators.IS_NEGATIVE));
    whole = whole.sub(DoubleVector.zero(S).blend(1, whole.compare(VectorOperators.GT, x)));
    return x.blend(whole, a.compare(VectorOperators.LT, DoubleTerms.WHOLE));
  }

  /// −1, 0 or 1; ±0 and NaN stay.
  public static DoubleVector sign(DoubleVector x) {
    DoubleVector y = x.blend(1, x.compare(VectorOperators.GT, 0));
    return y.blend(-1, x.compare(VectorOperators.LT, 0));
  }

  /// NaN stays; −0 becomes 0.
  public static DoubleVector relu(DoubleVector x) {
    return x.blend(0, x.compare(VectorOperators.LE, 0));
  }

  public static DoubleVector log(DoubleVector x) {
    return x.lanewise(VectorOperators.LOG);
  }

  public static DoubleVector log1p(DoubleVector x) {
    return x.lanewise(VectorOperators.LOG1P);
  }

  public static DoubleVector pow(DoubleVector x, DoubleVector y) {
    return x.pow(y);
  }
}
