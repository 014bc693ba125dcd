package dev.jacobi.learn.train;

import dev.jacobi.Model;
import dev.jacobi.engine.Compiled;
import dev.jacobi.engine.Engine;
import dev.jacobi.engine.Outputs;
import dev.jacobi.engine.Sizes;
import dev.jacobi.engine.Tensor;
import dev.jacobi.learn.Random;
import dev.jacobi.learn.data.Batches;
import dev.jacobi.learn.data.Column;
import dev.jacobi.learn.optimise.Update.Places;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Finds what first stopped being a finite number in a step. Plain descent has changed the
/// parameters by then, so the steps since the epoch began are made again.
final class Failure {
  private final Task task;
  private final Settings settings;
  private final Sizes sizes;
  private final Map<String, Column> columns;
  private final Map<String, Tensor> then = new LinkedHashMap<>();
  private int place;
  private long step;

  Failure(Job job) {
    this.task = job.task();
    this.settings = job.settings();
    this.sizes = job.sizes();
    this.columns = job.columns();
  }

  void remember(State s) {
    place = s.place;
    step = s.step;
    s.weights()
        .forEach((name, t) -> {
          Tensor known = then.get(name);
          if (known == null) then.put(name, State.copy(t));
          else State.copy(t, known);
        });
  }

  /// The parameters before the step that failed.
  Map<String, Tensor> again(Gradient gradient, State s, Batches batches, Random random) {
    s.weights().forEach((name, t) -> State.copy(then.get(name), t));
    batches.seek(s.epoch, place);
    int per = settings.perEpoch(batches.order().length);
    for (long k = step; k < s.step; k++) {
      batches.next();
      double done = s.epoch + (place + (double) (k - step)) / per;
      gradient.rate(settings.rateAt(done));
      Stage stage = gradient.stage(batches.count());
      stage.gather(batches.order(), batches.from());
      if (!task.masks().isEmpty()) stage.draw(random.at(k));
      stage.run(s.side);
    }
    batches.next();
    return s.weights();
  }

  /// Runs the batch once more with every array kept.
  NotFinite explain(
      Model model,
      Outputs outputs,
      Map<String, Tensor> weights,
      Map<String, Tensor> fixed,
      Batches batches,
      Random random,
      long step) {
    Map<String, Places> parameters = new HashMap<>();
    weights.forEach((name, t) -> {
      Tensor copy = State.copy(t);
      parameters.put(name, new Places(copy, copy));
    });
    int n = batches.count();
    Compiled traced =
        Engine.tracing().compile(model, outputs, sizes.with(task.batch(), n), settings.precision());
    var stage = new Stage(traced, n, task, columns, parameters, fixed);
    stage.gather(batches.order(), batches.from());
    if (!task.masks().isEmpty()) stage.draw(random.at(step));
    stage.run(0);
    String why =
        traced
            .firstNotFinite()
            .map(f -> told(f, stage, batches))
            .orElse("no definition is to blame when it is computed again");
    return new NotFinite(
        step + 1,
        "step " + (step + 1) + ": the loss " + task.cost() + " is no finite number: " + why);
  }

  /// By the user's name; what has none is part of what is made of it.
  private String named(Compiled.NotFinite f) {
    var names = task.model().read().model();
    if (names.knows(f.name())) return f.name();
    Optional<String> whole = f.into().stream().filter(names::knows).findFirst();
    return whole.map(n -> "a part of " + n).orElse(f.name());
  }

  private String told(Compiled.NotFinite f, Stage stage, Batches batches) {
    if (!f.given())
      return "the first made so is "
          + named(f)
          + ", whose entry "
          + (f.place() + 1)
          + " is "
          + f.value()
          + "; a smaller --rate or --clip may help";
    if (!columns.containsKey(f.name()))
      return "it is " + f.name() + " itself, whose entry " + (f.place() + 1) + " is " + f.value();
    int width = stage.inputs(0).get(f.name()).size() / stage.count();
    int example = batches.order()[batches.from() + f.place() / width];
    return "in the data, example "
        + (example + 1)
        + " has "
        + f.name()
        + "["
        + (f.place() % width + 1)
        + "] = "
        + f.value();
  }
}
