package dev.jacobi.learn.train;

import dev.jacobi.Model;
import dev.jacobi.engine.Compiled;
import dev.jacobi.engine.Engine;
import dev.jacobi.engine.Outputs;
import dev.jacobi.engine.Tensor;
import dev.jacobi.engine.Tensors;
import dev.jacobi.learn.Random;
import dev.jacobi.learn.data.Batches;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// The compiled gradient of a task, or its step of plain descent, for each size of batch that is
/// met.
final class Gradient {
  private final Engine engine;
  private final Job job;
  private final Task task;
  private final Settings settings;
  private final State state;
  private final Model model;
  private final String rateName;
  private final Outputs outputs;
  private final Map<String, Tensor> fixed = new HashMap<>();
  private final Map<String, Tensor> gradients = new LinkedHashMap<>(); // by parameter
  private final Map<Integer, Stage> stages = new HashMap<>();
  private final boolean descends;
  private Failure mark;

  /// @param descends whether each run is a step of plain descent, at the rate
  Gradient(Engine engine, Job job, State state, boolean descends) {
    this.engine = engine;
    this.job = job;
    this.task = job.task();
    this.settings = job.settings();
    this.state = state;
    this.descends = descends;
    this.rateName = task.free("rate");
    this.model = descends ? task.with(rateName + " in R+") : task.model();
    String[] parameters = task.parameters().toArray(String[]::new);
    Outputs o = Outputs.of(task.cost());
    if (task.countsRight()) o = o.and(task.prediction().orElseThrow());
    for (String mean : task.running().keySet()) o = o.and(mean);
    o = o.and(task.cost()); // what is differentiated
    this.outputs = descends ? o.descend(rateName, parameters) : o.gradients(parameters);
    if (descends) fixed.put(rateName, Tensor.zeros(settings.precision()));
    else
      state.parameters.forEach(
          (name, p) -> gradients.put(name, Tensor.zeros(settings.precision(), p.first().shape())));
    Tensors results = stage(settings.batch()).results();
    RunningMeans.first(task, settings.precision(), results).forEach(state.running::putIfAbsent);
  }

  /// The code for batches of so many examples.
  Stage stage(int count) {
    Stage known = stages.get(count);
    if (known != null) return known;
    Compiled c;
    synchronized (engine) { // which several parts may share
      c =
          engine.compile(
              model, outputs, job.sizes().with(task.batch(), count), settings.precision());
    }
    var stage = new Stage(c, count, task, job.columns(), state.parameters, fixed);
    gradients.forEach((name, g) -> stage.results().put(nameOf(name), g));
    stages.put(count, stage);
    return stage;
  }

  private String nameOf(String parameter) {
    return "d" + task.cost() + "/d" + parameter;
  }

  /// Where gradients are found after each run, by parameter; none where it descends.
  Map<String, Tensor> all() {
    return gradients;
  }

  void rate(double rate) {
    if (descends) fixed.get(rateName).set(0, rate);
  }

  /// Lets running averages follow the means of the batch that was run.
  void average(Stage stage) {
    RunningMeans.follow(state.running, stage.results());
  }

  int right(Stage stage) {
    Tensors in = stage.inputs(0);
    Tensor p = stage.results().get(task.prediction().orElseThrow());
    return Score.right(p, in.get(task.target().orElseThrow()), stage.count());
  }

  // ---- when a loss is no number

  /// Remembers where this epoch begins, so that a step in it can be found again.
  void mark(State s) {
    if (mark == null) mark = new Failure(job);
    if (descends) mark.remember(s);
  }

  /// What made the loss of the batch that was just run no finite number.
  NotFinite failure(State s, Batches batches, Random random) {
    Map<String, Tensor> weights = s.weights();
    if (descends) weights = mark.again(this, s, batches, random);
    return mark.explain(model, outputs, weights, fixed, batches, random, s.step);
  }
}
