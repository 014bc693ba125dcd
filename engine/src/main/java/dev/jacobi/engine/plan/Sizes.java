package dev.jacobi.engine.plan;

import java.util.List;

/// Sizes of arrays, which must be addressable.
final class Sizes {
  private Sizes() {}

  /// How many entries an array of this shape has.
  ///
  /// @throws PlanException when it has more than an array of the JVM can
  static int product(List<Integer> shape, String name) {
    long n = 1;
    for (int s : shape) {
      n *= s;
      if (n > Integer.MAX_VALUE - 16)
        throw new PlanException(
            name
                + " would have "
                + String.join(" x ", shape.stream().map(String::valueOf).toList())
                + " entries, more than one array can hold");
    }
    return (int) n;
  }
}
