package dev.jacobi.learn.train;

import dev.jacobi.engine.Engine;
import dev.jacobi.engine.Tensor;
import dev.jacobi.learn.optimise.Choice;
import dev.jacobi.learn.optimise.Length;
import dev.jacobi.learn.optimise.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The optimiser's step for all parameters, from their gradients.
final class Updates {
  private final State state;
  private final double clip;
  private final List<Update> all = new ArrayList<>();
  private final Length length;

  /// @param gradients by parameter; what they hold when a step is made is what counts
  Updates(Engine engine, Choice choice, State state, Map<String, Tensor> gradients) {
    this.state = state;
    this.clip = choice.clip();
    state.parameters.forEach((name, w) ->
        all.add(Update.of(engine, choice, w, gradients.get(name), state.slots.get(name))));
    this.length = new Length(engine, clip > 0 ? gradients.values() : List.of());
  }

  /// From one place of what changes to the other, at the rate of the state.
  void run() {
    double norm = length.now();
    double scale = clip > 0 && norm > clip ? clip / norm : 1;
    for (Update u : all) u.run(state.side, state.rate, state.step + 1, scale);
    state.side = 1 - state.side;
  }
}
