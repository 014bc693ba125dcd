package dev.jacobi.expr;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A declared name: its shape (empty for a scalar) and where its values lie. `low` and `high` are
/// the ends of the range of an integer.
public record Variable(String name, List<Extent> shape, ValueSet set, Extent low, Extent high) {
  public Variable {
    shape = List.copyOf(shape);
  }

  public Variable(String name, List<Extent> shape, ValueSet set) {
    this(name, shape, set, Extent.ZERO, Extent.ZERO);
  }

  /// The dimensions that its shape and its range rest on.
  public Set<String> dimensions() {
    Set<String> names = new LinkedHashSet<>();
    for (Extent e : shape) names.addAll(e.names());
    names.addAll(low.names());
    names.addAll(high.names());
    return names;
  }
}
