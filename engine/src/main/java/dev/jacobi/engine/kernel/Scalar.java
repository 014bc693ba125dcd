package dev.jacobi.engine.kernel;

import dev.jacobi.expr.Numbers;

/// One value of each function of the table, in double and in float. These are also the reference
/// for special values: a vector kernel gives ±0, ±∞ and NaN where these do.
public final class Scalar {
  private Scalar() {}

  public static double exp(double x) {
    return Math.exp(x);
  }

  public static float exp(float x) {
    return Single.exp(x);
  }

  public static double expm1(double x) {
    return Math.expm1(x);
  }

  public static float expm1(float x) {
    return (float) expm1((double) x);
  }

  public static double log(double x) {
    return Math.log(x);
  }

  public static float log(float x) {
    return (float) log((double) x);
  }

  public static double log1p(double x) {
    return Math.log1p(x);
  }

  public static float log1p(float x) {
    return (float) log1p((double) x);
  }

  public static double abs(double x) {
    return Math.abs(x);
  }

  public static float abs(float x) {
    return Math.abs(x);
  }

  public static double sign(double x) {
    return Math.signum(x);
  }

  public static float sign(float x) {
    return Math.signum(x);
  }

  public static double floor(double x) {
    return Math.floor(x);
  }

  public static float floor(float x) {
    return (float) floor((double) x);
  }

  public static double sin(double x) {
    return Math.sin(x);
  }

  public static float sin(float x) {
    return (float) sin((double) x);
  }

  public static double cos(double x) {
    return Math.cos(x);
  }

  public static float cos(float x) {
    return (float) cos((double) x);
  }

  public static double tan(double x) {
    return Math.tan(x);
  }

  public static float tan(float x) {
    return (float) tan((double) x);
  }

  public static double asin(double x) {
    return Math.asin(x);
  }

  public static float asin(float x) {
    return (float) asin((double) x);
  }

  public static double acos(double x) {
    return Math.acos(x);
  }

  public static float acos(float x) {
    return (float) acos((double) x);
  }

  public static double atan(double x) {
    return Math.atan(x);
  }

  public static float atan(float x) {
    return (float) atan((double) x);
  }

  public static double sinh(double x) {
    return Math.sinh(x);
  }

  public static float sinh(float x) {
    return (float) sinh((double) x);
  }

  public static double cosh(double x) {
    return Math.cosh(x);
  }

  public static float cosh(float x) {
    return (float) cosh((double) x);
  }

  public static double tanh(double x) {
    return Math.tanh(x);
  }

  public static float tanh(float x) {
    return Single.tanh(x);
  }

  public static double asinh(double x) {
    return Special.asinh(x);
  }

  public static float asinh(float x) {
    return (float) asinh((double) x);
  }

  public static double acosh(double x) {
    return Special.acosh(x);
  }

  public static float acosh(float x) {
    return (float) acosh((double) x);
  }

  public static double atanh(double x) {
    return Special.atanh(x);
  }

  public static float atanh(float x) {
    return (float) atanh((double) x);
  }

  public static double erf(double x) {
    return Special.erf(x);
  }

  public static float erf(float x) {
    return (float) erf((double) x);
  }

  public static double sigmoid(double x) {
    return Special.sigmoid(x);
  }

  public static float sigmoid(float x) {
    return Single.sigmoid(x);
  }

  public static double relu(double x) {
    return Math.max(x, 0);
  }

  public static float relu(float x) {
    return Math.max(x, 0);
  }

  public static double softplus(double x) {
    return Numbers.softplus(x);
  }

  public static float softplus(float x) {
    return (float) softplus((double) x);
  }

  public static double max(double x, double y) {
    return Math.max(x, y);
  }

  public static float max(float x, float y) {
    return Math.max(x, y);
  }

  public static double min(double x, double y) {
    return Math.min(x, y);
  }

  public static float min(float x, float y) {
    return Math.min(x, y);
  }

  /// y, but 0 where x is.
  public static double gate(double x, double y) {
    return x == 0 ? 0 : y;
  }

  public static float gate(float x, float y) {
    return x == 0 ? 0 : y;
  }

  public static double pow(double x, double y) {
    return Math.pow(x, y);
  }

  public static float pow(float x, float y) {
    return (float) Math.pow(x, y);
  }
}
