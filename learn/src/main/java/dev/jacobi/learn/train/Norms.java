package dev.jacobi.learn.train;

import dev.jacobi.engine.Engine;
import dev.jacobi.engine.Outputs;
import dev.jacobi.engine.Tensor;
import dev.jacobi.learn.data.Batches;
import dev.jacobi.learn.optimise.Length;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The lengths of the parameters' gradients, on one batch that is always the same.
final class Norms {
  private final Stage stage;
  private final State state;
  private final Map<String, Length> lengths = new LinkedHashMap<>();

  Norms(Engine engine, Job job, State state, Batches batches) {
    this.state = state;
    batches.seek(0, 0);
    Task task = job.task();
    int n = Math.min(job.settings().batch(), batches.order().length);
    Outputs o = Outputs.of(task.cost()).gradients(task.parameters().toArray(String[]::new));
    var sizes = job.sizes().with(task.batch(), n);
    var c = engine.compile(task.model(), o, sizes, job.settings().precision());
    this.stage = new Stage(c, n, task, job.columns(), state.parameters, Map.of());
    stage.gather(batches.order(), 0);
    stage.average();
    for (String p : task.parameters()) {
      Tensor g = stage.results().get("d" + task.cost() + "/d" + p);
      lengths.put(p, new Length(engine, List.of(g)));
    }
  }

  Map<String, Double> now() {
    stage.run(state.side);
    Map<String, Double> all = new LinkedHashMap<>();
    lengths.forEach((name, length) -> all.put(name, length.now()));
    return all;
  }
}
