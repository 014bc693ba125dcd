package dev.jacobi.engine.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// What of [DoubleLanes] depends on the width of the type: polynomials, fitted at Chebyshev's nodes
/// in 40 digits, and the bits of a number.
@SuppressWarnings("FloatingPointLiteralPrecision") // written in full, rounded by javac
final class DoubleTerms {
  private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;

  static final double LOG2E = 1 / Math.log(2);
  static final double LN2 = Math.log(2);

  /// log 2 in two parts; the first has zeros at its end, so that small multiples are exact.
  static final double LN2_HI = 0.69314718036912381649;

  static final double LN2_LO = 1.90821492927058782e-10;

  /// A number of this size is whole, and one half as great again shows its unit in its last bits:
  /// `x + MAGIC − MAGIC` is x rounded.
  static final double WHOLE = 0x1p52;

  static final double MAGIC = 1.5 * WHOLE;

  /// exp is infinite above the first, and 0 below minus the sum of both.
  static final double EXP_TOP = 710.0;

  static final double EXP_MORE = 36.0;

  /// exp is denormal below.
  static final double EXP_LEAST = -708.3;

  /// From here on the function is 1.
  static final double TANH_ONE = 22;

  /// x² + 1 is x².
  static final double GREAT = 0x1p28;

  private DoubleTerms() {}

  /// 2ⁿ for n + MAGIC.
  static DoubleVector power(DoubleVector n) {
    LongVector bits = n.reinterpretAsLongs().add(1023);
    return bits.lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
  }

  /// `(eʳ − 1 − r) / r²` for |r| ≤ log 2 / 2.
  static DoubleVector exp(DoubleVector r) {
    DoubleVector y = r.mul(2.51013469283503402e-8).add(2.76213386691429238e-7);
    y = y.fma(r, DoubleVector.broadcast(S, 2.75572664186123037e-6));
    y = y.fma(r, DoubleVector.broadcast(S, 2.48015186413959936e-5));
    y = y.fma(r, DoubleVector.broadcast(S, 1.98412698643805133e-4));
    y = y.fma(r, DoubleVector.broadcast(S, 0.00138888889189391678));
    y = y.fma(r, DoubleVector.broadcast(S, 0.0083333333333297935));
    y = y.fma(r, DoubleVector.broadcast(S, 0.0416666666666206386));
    y = y.fma(r, DoubleVector.broadcast(S, 0.166666666666666675));
    y = y.fma(r, DoubleVector.broadcast(S, 0.500000000000000113));
    return y;
  }

  /// `(tanh x / x − 1) / x²`, in the square s of x, up to 0.625²: Cody and Waite's quotient.
  static DoubleVector tanh(DoubleVector s) {
    DoubleVector p = s.mul(-9.64399179425052238628E-1).add(-9.92877231001918586564E1);
    p = p.fma(s, DoubleVector.broadcast(S, -1.61468768441708447952E3));
    DoubleVector q =
        s.add(1.12811678491632931402E2).fma(s, DoubleVector.broadcast(S, 2.23548839060100448583E3));
    q = q.fma(s, DoubleVector.broadcast(S, 4.84406305325125486048E3));
    return p.div(q);
  }
}
