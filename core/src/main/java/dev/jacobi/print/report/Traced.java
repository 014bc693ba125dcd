package dev.jacobi.print.report;

import dev.jacobi.expr.Extent;
import dev.jacobi.notation.Syntax;
import java.util.List;
import java.util.Optional;

/// A value on the way through a model: what it is called, the formula it was computed by (none when
/// it is given), and its numbers.
public record Traced(
    Part part, Syntax name, Optional<Syntax> by, List<Extent> shape, Numbers value) {
  public Traced {
    shape = List.copyOf(shape);
  }

  /// Where on the way it stands.
  public enum Part {
    GIVEN,
    FORWARD,
    BACKWARD,
    RESULT
  }

  /// An array in rows: how many numbers along each axis (no axis for a single number), and all of
  /// them, the last axis fastest.
  public record Numbers(List<Integer> sizes, List<Double> all) {
    public Numbers {
      sizes = List.copyOf(sizes);
      all = List.copyOf(all);
      int n = 1;
      for (int s : sizes) n *= s;
      if (n != all.size())
        throw new IllegalArgumentException(all.size() + " numbers in an array of " + sizes);
    }

    /// The part at one place of the first axis.
    public Numbers at(int place) {
      List<Integer> inner = sizes.subList(1, sizes.size());
      int n = all.size() / sizes.get(0);
      return new Numbers(inner, all.subList(place * n, (place + 1) * n));
    }
  }
}
