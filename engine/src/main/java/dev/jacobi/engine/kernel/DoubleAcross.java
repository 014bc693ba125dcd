package dev.jacobi.engine.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// All lanes of a vector in one number, in one order: halves onto each other. `reduceLanes` takes
/// another order where it is compiled than where it is not yet, so that the last bit would rest on
/// when that happened.
///
/// After a long function the compiler no longer inlines these methods, and the vector would be
/// allocated: kernels and emitted code then say it by the shuffles themselves.
public final class DoubleAcross {
  private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
  private static final int L = S.length();
  public static final VectorShuffle<Double> BY8 = by(8);
  public static final VectorShuffle<Double> BY4 = by(4);
  public static final VectorShuffle<Double> BY2 = by(2);
  public static final VectorShuffle<Double> BY1 = by(1);

  private DoubleAcross() {}

  /// Exchanges lanes that lie so far apart.
  private static VectorShuffle<Double> by(int distance) {
    return VectorShuffle.fromOp(S, i -> (i ^ distance) % L);
  }

  public static double sum(DoubleVector v) {
    DoubleVector w = v;
    if (L > 8) w = w.add(w.rearrange(BY8));
    if (L > 4) w = w.add(w.rearrange(BY4));
    if (L > 2) w = w.add(w.rearrange(BY2));
    if (L > 1) w = w.add(w.rearrange(BY1));
    return w.lane(0);
  }

  public static double product(DoubleVector v) {
    DoubleVector w = v;
    if (L > 8) w = w.mul(w.rearrange(BY8));
    if (L > 4) w = w.mul(w.rearrange(BY4));
    if (L > 2) w = w.mul(w.rearrange(BY2));
    if (L > 1) w = w.mul(w.rearrange(BY1));
    return w.lane(0);
  }
}
