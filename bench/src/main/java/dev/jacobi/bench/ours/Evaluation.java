package dev.jacobi.bench.ours;

import dev.jacobi.bench.work.Work;
import dev.jacobi.engine.Compiled;
import dev.jacobi.engine.Tensors;
import java.util.ArrayList;
import java.util.List;

/// The same inputs again and again, but for parameters that a run changes.
final class Evaluation implements Work {
  private final Problem problem;
  private final Compiled compiled;
  private final Tensors inputs;
  private final Tensors results;

  Evaluation(Problem problem, Compiled compiled) {
    this.problem = problem;
    this.compiled = compiled;
    this.inputs = filled(problem, compiled);
    this.results = compiled.results();
  }

  static Tensors filled(Problem problem, Compiled compiled) {
    Tensors tensors = compiled.inputs();
    for (String name : tensors.names())
      switch (problem.inputs().get(name)) {
        case float[] f -> tensors.put(name, f);
        case double[] d -> tensors.put(name, d);
        case null, default -> throw new IllegalArgumentException("no values for " + name);
      }
    return tensors;
  }

  @Override
  public void run() {
    compiled.run(inputs, results);
  }

  @Override
  public List<Array> results() {
    var all = new ArrayList<Array>();
    problem
        .results()
        .forEach((shown, name) -> all.add(new Array(shown, results.get(name).toDoubles())));
    for (String name : problem.changed()) all.add(new Array(name, inputs.get(name).toDoubles()));
    return all;
  }
}
