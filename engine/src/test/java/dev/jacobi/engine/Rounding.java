package dev.jacobi.engine;

import dev.jacobi.eval.Evaluator;
import dev.jacobi.expr.Factor.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Nudges every number that the slow evaluator computes, as rounding in another order would, and
/// sees whether one leaves the range in which rounding is relative.
final class Rounding implements Evaluator.Trial {
  private static final double NEXT_TO_ZERO = 1e-9;

  private static final double FAR = 1000;

  private final Random random;
  private final double nudge;
  private final double least;
  private final double most;
  private final boolean infinity;
  private final List<Decision> decisive = new ArrayList<>();
  private boolean left;

  /// @param infinity whether infinities are meant
  Rounding(Random random, double nudge, Precision precision, boolean infinity) {
    this.random = random;
    this.nudge = nudge;
    this.infinity = infinity;
    // with room for products that are multiplied in another order
    this.least = precision == Precision.DOUBLE ? 1e-60 : 1e-25;
    this.most = precision == Precision.DOUBLE ? 1e200 : 1e25;
  }

  boolean leftRange() {
    return left;
  }

  @Override
  public double computed(double x) {
    double size = Math.abs(x);
    boolean isMeant = size == 0 || infinity && !Double.isFinite(x);
    if (!isMeant && !(size >= least && size <= most)) left = true;
    return random.nextBoolean() ? x + nudge * x : x - nudge * x;
  }

  private record Decision(Comparison with, double of) {}

  /// It takes for 0 what is next to it; compiled code does not.
  @Override
  public void compared(Comparison with, double x) {
    decisive.add(new Decision(with, x));
    if (with == Comparison.ZERO && x != 0 && Math.abs(x) < NEXT_TO_ZERO) left = true;
  }

  /// Whether a number that decides is mostly rounding: with other roundings it is quite another.
  boolean decidesOtherwise(Rounding other) {
    if (decisive.size() != other.decisive.size()) return true;
    for (int q = 0; q < decisive.size(); q++) {
      double x = decisive.get(q).of;
      double y = other.decisive.get(q).of;
      double size = Math.max(Math.abs(x), Math.abs(y));
      // what is to be 0 is nothing but rounding where it is
      boolean isMeant = decisive.get(q).with == Comparison.ZERO && size <= FAR * nudge;
      if (!isMeant && Math.abs(x - y) > size / 10) return true;
    }
    return false;
  }
}
