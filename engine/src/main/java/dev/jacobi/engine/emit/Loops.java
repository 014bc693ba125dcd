package dev.jacobi.engine.emit;

import dev.jacobi.engine.plan.Step.Nest;
import dev.jacobi.engine.plan.Var;
import java.util.Optional;

/// How the loops of a nest run: with vectors along an axis of the result where everything lies side
/// by side there, else along the innermost summed axis, else number by number.
///
/// @param lanes of a vector; 0 without vectors
record Loops(Nest n, int lanes) {
  /// An axis of the result, long enough for a vector, along which the result and all that is read
  /// lie side by side.
  Optional<Var> along() {
    if (lanes == 0) return Optional.empty();
    for (Var v : n.outer().reversed())
      if (v.extent() >= lanes && n.address().stride(v) == 1 && VectorBody.fits(n.body(), v))
        return Optional.of(v);
    return Optional.empty();
  }

  Optional<Var> across() {
    if (lanes == 0 || n.inner().isEmpty()) return Optional.empty();
    Var v = n.inner().getLast();
    boolean fits = v.extent() >= lanes && n.body().vars.contains(v);
    return fits && VectorBody.fits(n.body(), v) ? Optional.of(v) : Optional.empty();
  }
}
