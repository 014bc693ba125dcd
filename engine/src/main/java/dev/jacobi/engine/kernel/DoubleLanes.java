package dev.jacobi.engine.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The functions of the table over the lanes of one vector, for loops of any kind.
public final class DoubleLanes {
  private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;

  private DoubleLanes() {}

  public static DoubleVector exp(DoubleVector x) {
    return x.lanewise(VectorOperators.EXP);
  }

  public static DoubleVector expm1(DoubleVector x) {
    return x.lanewise(VectorOperators.EXPM1);
  }

  public static DoubleVector log(DoubleVector x) {
    return x.lanewise(VectorOperators.LOG);
  }

  public static DoubleVector log1p(DoubleVector x) {
    return x.lanewise(VectorOperators.LOG1P);
  }

  public static DoubleVector sin(DoubleVector x) {
    return x.lanewise(VectorOperators.SIN);
  }

  public static DoubleVector cos(DoubleVector x) {
    return x.lanewise(VectorOperators.COS);
  }

  public static DoubleVector tan(DoubleVector x) {
    return x.lanewise(VectorOperators.TAN);
  }

  public static DoubleVector asin(DoubleVector x) {
    return x.lanewise(VectorOperators.ASIN);
  }

  public static DoubleVector acos(DoubleVector x) {
    return x.lanewise(VectorOperators.ACOS);
  }

  public static DoubleVector atan(DoubleVector x) {
    return x.lanewise(VectorOperators.ATAN);
  }

  public static DoubleVector sinh(DoubleVector x) {
    return x.lanewise(VectorOperators.SINH);
  }

  public static DoubleVector cosh(DoubleVector x) {
    return x.lanewise(VectorOperators.COSH);
  }

  public static DoubleVector tanh(DoubleVector x) {
    return x.lanewise(VectorOperators.TANH);
  }

  public static DoubleVector abs(DoubleVector x) {
    return x.abs();
  }

  public static DoubleVector sqrt(DoubleVector x) {
    return x.sqrt();
  }

  public static DoubleVector rsqrt(DoubleVector x) {
    return DoubleVector.broadcast(S, 1).div(x.sqrt());
  }

  public static DoubleVector square(DoubleVector x) {
    return x.mul(x);
  }

  public static DoubleVector reciprocal(DoubleVector x) {
    return DoubleVector.broadcast(S, 1).div(x);
  }

  public static DoubleVector negate(DoubleVector x) {
    return x.neg();
  }

  public static DoubleVector relu(DoubleVector x) {
    return x.max(0);
  }

  public static DoubleVector positive(DoubleVector x) {
    return where(x.compare(VectorOperators.GT, 0));
  }

  public static DoubleVector notNegative(DoubleVector x) {
    return where(x.compare(VectorOperators.GE, 0));
  }

  public static DoubleVector isZero(DoubleVector x) {
    return where(x.compare(VectorOperators.EQ, 0));
  }

  public static DoubleVector softplus(DoubleVector x) {
    return x.max(0).add(log1p(exp(x.abs().neg())));
  }

  public static DoubleVector logSigmoid(DoubleVector x) {
    return softplus(x.neg()).neg();
  }

  public static DoubleVector pow(DoubleVector x, DoubleVector y) {
    return x.pow(y);
  }

  private static DoubleVector where(VectorMask<Double> yes) {
    return DoubleVector.zero(S).blend(1, yes);
  }

  /// −1, 0 or 1; ±0 and NaN stay.
  public static DoubleVector sign(DoubleVector x) {
    var y = x.blend(1, x.compare(VectorOperators.GT, 0));
    return y.blend(-1, x.compare(VectorOperators.LT, 0));
  }

  public static DoubleVector floor(DoubleVector x) {
    return each(x, Scalar::floor);
  }

  public static DoubleVector asinh(DoubleVector x) {
    return each(x, Scalar::asinh);
  }

  public static DoubleVector acosh(DoubleVector x) {
    return each(x, Scalar::acosh);
  }

  public static DoubleVector atanh(DoubleVector x) {
    return each(x, Scalar::atanh);
  }

  public static DoubleVector erf(DoubleVector x) {
    return each(x, Scalar::erf);
  }

  public static DoubleVector sigmoid(DoubleVector x) {
    return each(x, Scalar::sigmoid);
  }

  private interface One {
    double of(double x);
  }

  private static DoubleVector each(DoubleVector x, One f) {
    double[] lanes = x.toArray();
    for (int i = 0; i < lanes.length; i++) lanes[i] = f.of(lanes[i]);
    return DoubleVector.fromArray(S, lanes, 0);
  }
}
