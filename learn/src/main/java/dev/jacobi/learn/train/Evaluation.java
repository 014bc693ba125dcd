package dev.jacobi.learn.train;

import dev.jacobi.engine.Engine;
import dev.jacobi.engine.Outputs;
import dev.jacobi.engine.Precision;
import dev.jacobi.engine.Sizes;
import dev.jacobi.engine.Tensor;
import dev.jacobi.learn.data.Column;
import dev.jacobi.learn.data.Dataset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Measures what was learned: cost and prediction of examples, in batches of its own.
public final class Evaluation {
  private static final int CHUNK = 256;

  private final Engine engine;
  private final Task task;
  private final Sizes sizes;
  private final State state;
  private final Precision precision;
  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final Map<Integer, Stage> stages = new HashMap<>();

  private Evaluation(
      Engine engine, Task task, Dataset data, Sizes sizes, State state, Precision precision) {
    this.engine = engine;
    this.task = task;
    this.sizes = sizes;
    this.state = state;
    this.precision = precision;
    for (String name : task.data()) columns.put(name, data.column(name));
  }

  public static Evaluation of(
      Engine engine, Task task, Dataset data, Sizes sizes, State state, Precision precision) {
    return new Evaluation(engine, task, data, sizes, state, precision);
  }

  private Stage stage(int count) {
    return stages.computeIfAbsent(
        count,
        n -> {
          Outputs o = Outputs.of(task.cost());
          if (task.prediction().isPresent()) o = o.and(task.prediction().get());
          var c = engine.compile(task.judging(), o, sizes.with(task.batch(), n), precision);
          var stage = new Stage(c, n, task, columns, state.parameters, state.running);
          stage.average();
          return stage;
        });
  }

  /// Loss and accuracy over these examples.
  public Score of(int[] examples) {
    var score = new Score();
    for (int from = 0; from < examples.length; from += CHUNK) {
      Stage s = run(examples, from, Math.min(CHUNK, examples.length - from));
      score.add(task, s.number(task.cost()), s.count());
      if (task.countsRight()) score.right(Score.right(prediction(s), target(s), s.count()));
    }
    return score;
  }

  private Stage run(int[] examples, int from, int count) {
    Stage s = stage(count);
    s.gather(examples, from);
    s.run(state.side);
    return s;
  }

  private Tensor prediction(Stage s) {
    return s.results().get(task.prediction().orElseThrow());
  }

  private Tensor target(Stage s) {
    return s.inputs(0).get(task.target().orElseThrow());
  }

  /// What is told of each example by itself.
  public interface Visitor {
    /// Takes one example.
    ///
    /// @param cost its own
    /// @param prediction, target of as many numbers as one example has
    void visit(int example, double cost, Tensor prediction, Tensor target);
  }

  /// Goes through examples one by one. Needs a prediction and a target.
  public void each(int[] examples, Visitor visitor) {
    for (int q = 0; q < examples.length; q++) {
      Stage s = run(examples, q, 1);
      visitor.visit(examples[q], s.number(task.cost()), prediction(s), target(s));
    }
  }
}
