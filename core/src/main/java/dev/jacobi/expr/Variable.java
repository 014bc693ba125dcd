package dev.jacobi.expr;

import java.util.List;

/// A declared name: its shape (empty for a scalar) and where its values lie. `low` and `high` are
/// the ends of the range of an integer.
public record Variable(String name, List<Extent> shape, ValueSet set, Extent low, Extent high) {
  public Variable {
    shape = List.copyOf(shape);
  }

  public Variable(String name, List<Extent> shape, ValueSet set) {
    this(name, shape, set, Extent.ZERO, Extent.ZERO);
  }
}
