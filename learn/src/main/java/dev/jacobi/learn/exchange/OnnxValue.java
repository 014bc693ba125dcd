package dev.jacobi.learn.exchange;

import dev.jacobi.expr.Index;
import java.util.List;

/// A tensor of the graph, and which index each of its axes is.
record OnnxValue(String tensor, List<Index> axes) {
  OnnxValue {
    axes = List.copyOf(axes);
  }

  boolean has(Index i) {
    return axes.contains(i);
  }
}
