package dev.jacobi.engine.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// What of [FloatLanes] depends on the width of the type: polynomials, fitted at Chebyshev's nodes
/// in 40 digits, and the bits of a number.
@SuppressWarnings("FloatingPointLiteralPrecision") // written in full, rounded by javac
final class FloatTerms {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;

  static final float LOG2E = (float) (1 / Math.log(2));
  static final float LN2 = (float) Math.log(2);

  /// log 2 in two parts; the first has zeros at its end, so that small multiples are exact.
  static final float LN2_HI = 0.693359375f;

  static final float LN2_LO = -2.12194440e-4f;

  /// A number of this size is whole, and one half as great again shows its unit in its last bits:
  /// `x + MAGIC − MAGIC` is x rounded.
  static final float WHOLE = 0x1p23f;

  static final float MAGIC = 1.5f * WHOLE;

  /// exp is infinite above the first, and 0 below minus the sum of both.
  static final float EXP_TOP = 88.8f;

  static final float EXP_MORE = 15.5f;

  /// exp is denormal below.
  static final float EXP_LEAST = -87.3f;

  /// From here on the function is 1.
  static final float TANH_ONE = 10;

  /// x² + 1 is x².
  static final float GREAT = 0x1p13f;

  private FloatTerms() {}

  /// 2ⁿ for n + MAGIC.
  static FloatVector power(FloatVector n) {
    IntVector bits = n.reinterpretAsInts().add(127);
    return bits.lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
  }

  /// `(eʳ − 1 − r) / r²` for |r| ≤ log 2 / 2.
  static FloatVector exp(FloatVector r) {
    FloatVector y = r.mul(1.989198131e-4f).add(0.001393454193f);
    y = y.fma(r, FloatVector.broadcast(S, 0.008333310024f));
    y = y.fma(r, FloatVector.broadcast(S, 0.04166645681f));
    y = y.fma(r, FloatVector.broadcast(S, 0.1666666668f));
    y = y.fma(r, FloatVector.broadcast(S, 0.5000000014f));
    return y;
  }

  /// `(tanh x / x − 1) / x²`, in the square s of x, up to 0.625².
  static FloatVector tanh(FloatVector s) {
    FloatVector y = s.mul(0.002292744816f).add(-0.008343945516f);
    y = y.fma(s, FloatVector.broadcast(S, 0.02176891865f));
    y = y.fma(s, FloatVector.broadcast(S, -0.05395925958f));
    y = y.fma(s, FloatVector.broadcast(S, 0.1333330356f));
    y = y.fma(s, FloatVector.broadcast(S, -0.3333333317f));
    return y;
  }
}
