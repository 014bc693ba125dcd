package dev.jacobi.engine.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The functions of the table over the lanes of one vector, for loops of any kind.
public final class FloatLanes {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;

  private FloatLanes() {}

  public static FloatVector exp(FloatVector x) {
    return x.lanewise(VectorOperators.EXP);
  }

  public static FloatVector expm1(FloatVector x) {
    return x.lanewise(VectorOperators.EXPM1);
  }

  public static FloatVector log(FloatVector x) {
    return x.lanewise(VectorOperators.LOG);
  }

  public static FloatVector log1p(FloatVector x) {
    return x.lanewise(VectorOperators.LOG1P);
  }

  public static FloatVector sin(FloatVector x) {
    return x.lanewise(VectorOperators.SIN);
  }

  public static FloatVector cos(FloatVector x) {
    return x.lanewise(VectorOperators.COS);
  }

  public static FloatVector tan(FloatVector x) {
    return x.lanewise(VectorOperators.TAN);
  }

  public static FloatVector asin(FloatVector x) {
    return x.lanewise(VectorOperators.ASIN);
  }

  public static FloatVector acos(FloatVector x) {
    return x.lanewise(VectorOperators.ACOS);
  }

  public static FloatVector atan(FloatVector x) {
    return x.lanewise(VectorOperators.ATAN);
  }

  public static FloatVector sinh(FloatVector x) {
    return x.lanewise(VectorOperators.SINH);
  }

  public static FloatVector cosh(FloatVector x) {
    return x.lanewise(VectorOperators.COSH);
  }

  public static FloatVector tanh(FloatVector x) {
    return x.lanewise(VectorOperators.TANH);
  }

  public static FloatVector abs(FloatVector x) {
    return x.abs();
  }

  public static FloatVector sqrt(FloatVector x) {
    return x.sqrt();
  }

  public static FloatVector rsqrt(FloatVector x) {
    return FloatVector.broadcast(S, 1).div(x.sqrt());
  }

  public static FloatVector square(FloatVector x) {
    return x.mul(x);
  }

  public static FloatVector reciprocal(FloatVector x) {
    return FloatVector.broadcast(S, 1).div(x);
  }

  public static FloatVector negate(FloatVector x) {
    return x.neg();
  }

  public static FloatVector relu(FloatVector x) {
    return x.max(0);
  }

  public static FloatVector positive(FloatVector x) {
    return where(x.compare(VectorOperators.GT, 0));
  }

  public static FloatVector notNegative(FloatVector x) {
    return where(x.compare(VectorOperators.GE, 0));
  }

  public static FloatVector isZero(FloatVector x) {
    return where(x.compare(VectorOperators.EQ, 0));
  }

  public static FloatVector softplus(FloatVector x) {
    return x.max(0).add(log1p(exp(x.abs().neg())));
  }

  public static FloatVector logSigmoid(FloatVector x) {
    return softplus(x.neg()).neg();
  }

  public static FloatVector pow(FloatVector x, FloatVector y) {
    return x.pow(y);
  }

  private static FloatVector where(VectorMask<Float> yes) {
    return FloatVector.zero(S).blend(1, yes);
  }

  /// −1, 0 or 1; ±0 and NaN stay.
  public static FloatVector sign(FloatVector x) {
    var y = x.blend(1, x.compare(VectorOperators.GT, 0));
    return y.blend(-1, x.compare(VectorOperators.LT, 0));
  }

  public static FloatVector floor(FloatVector x) {
    return each(x, Scalar::floor);
  }

  public static FloatVector asinh(FloatVector x) {
    return each(x, Scalar::asinh);
  }

  public static FloatVector acosh(FloatVector x) {
    return each(x, Scalar::acosh);
  }

  public static FloatVector atanh(FloatVector x) {
    return each(x, Scalar::atanh);
  }

  public static FloatVector erf(FloatVector x) {
    return each(x, Scalar::erf);
  }

  public static FloatVector sigmoid(FloatVector x) {
    return each(x, Scalar::sigmoid);
  }

  private interface One {
    float of(float x);
  }

  private static FloatVector each(FloatVector x, One f) {
    float[] lanes = x.toArray();
    for (int i = 0; i < lanes.length; i++) lanes[i] = f.of(lanes[i]);
    return FloatVector.fromArray(S, lanes, 0);
  }
}
