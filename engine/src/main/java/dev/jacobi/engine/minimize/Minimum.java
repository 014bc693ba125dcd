package dev.jacobi.engine.minimize;

import java.util.List;

/// Where a descent ended, and how it went.
///
/// - `steps`: the start, and each step after it
public record Minimum(Ending ending, double value, List<Double> at, List<Step> steps) {
  public Minimum {
    at = List.copyOf(at);
    steps = List.copyOf(steps);
  }

  /// One step: the value, and the greatest entry of the gradient without its sign.
  public record Step(int number, double value, double gradient) {}

  /// Why a descent ended.
  public enum Ending {
    /// The gradient is within the tolerance of zero.
    CONVERGED,
    /// No step along the direction lowers the value: rounding, a kink, or no minimum nearby.
    STALLED,
    /// The iterations that were allowed are used up.
    UNFINISHED,
    /// The value or the gradient is no finite number where one starts.
    NOT_FINITE
  }

  public double[] point() {
    return at.stream().mapToDouble(x -> x).toArray();
  }
}
