package dev.jacobi.learn.network;

import dev.jacobi.engine.Compiled;
import dev.jacobi.engine.Engine;
import dev.jacobi.engine.Outputs;
import dev.jacobi.engine.Sizes;
import dev.jacobi.engine.Tensor;
import dev.jacobi.engine.Tensors;
import dev.jacobi.learn.LearnException;
import dev.jacobi.learn.Random;
import dev.jacobi.learn.optimise.Length;
import dev.jacobi.learn.optimise.Update;
import dev.jacobi.learn.optimise.Update.Places;
import dev.jacobi.learn.train.RunningMeans;
import dev.jacobi.learn.train.Settings;
import dev.jacobi.learn.train.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The five steps, each by itself: forward, loss, clear, backward, update. Gradients add up from
/// one backward step to the next until they are cleared, as in PyTorch.
public final class Learner {
  private final Task task;
  private final Settings settings;
  private final Random random;
  private final Map<String, Places> parameters = new LinkedHashMap<>();
  private final Map<String, Tensor> gradients = new LinkedHashMap<>();
  private final List<Update> updates = new ArrayList<>();
  private final Length length;
  private final Supplier<Compiled> judge; // outside training
  private final Compiled predict;
  private final Compiled differentiate;
  private final Map<String, Tensor> running;
  private final Map<String, Tensor> given = new LinkedHashMap<>();
  private final String output;
  private int side;
  private long steps;
  private long draws;
  private Optional<Compiled> judging = Optional.empty(); // made when it is first needed
  private Tensors forward;
  private Tensors backward;

  Learner(Network network, int batch, Settings s) {
    this.task = network.task();
    this.settings = s;
    this.output = network.output();
    this.random = Random.of(s.seed()).at("masks");
    var engine = Engine.create(s.threads());
    Sizes sizes = Sizes.of(task.batch(), batch);
    network
        .initial(s.seed())
        .forEach((name, t) -> {
          Places p = Places.zeros(s.precision(), t.shape());
          for (int q = 0; q < t.size(); q++) p.first().set(q, t.at(q));
          parameters.put(name, p);
          Tensor g = Tensor.zeros(s.precision(), t.shape());
          gradients.put(name, g);
          List<Places> slots =
              s.choice().optimiser().slots().stream()
                  .map(_ -> Places.zeros(s.precision(), t.shape()))
                  .toList();
          updates.add(Update.of(engine, s.choice(), p, g, slots));
        });
    this.length = new Length(engine, gradients.values());
    String[] names = parameters.keySet().toArray(String[]::new);
    Outputs means = Outputs.of(output);
    for (String mean : task.running().keySet()) means = means.and(mean);
    this.predict = engine.compile(task.model(), means, sizes, s.precision());
    this.running = RunningMeans.first(task, s.precision(), predict.results());
    this.judge = () -> engine.compile(task.judging(), Outputs.of(output), sizes, s.precision());
    Outputs both = Outputs.of("C").gradients(names);
    this.differentiate = engine.compile(task.model(), both, sizes, s.precision());
    given.put("x", Tensor.zeros(s.precision(), batch, network.inputs()));
    given.put("y", Tensor.zeros(s.precision(), batch, network.outputs()));
    task.masks()
        .keySet()
        .forEach(
            m -> given.put(m, Tensor.zeros(s.precision(), differentiate.inputs().get(m).shape())));
  }

  /// The output for a batch of inputs, row by row. A mask is drawn anew; the running means of batch
  /// norm follow those of the batch.
  public double[] forward(double... x) {
    fill("x", x);
    long draw = draws++;
    task.masks()
        .forEach((name, keep) -> {
          Random r = random.at(draw).at(name);
          Tensor m = given.get(name);
          for (int q = 0; q < m.size(); q++) m.set(q, r.uniform() < keep ? 1 : 0);
        });
    forward = filled(predict);
    Tensors results = predict.run(forward);
    RunningMeans.follow(running, results);
    return results.get(output).toDoubles();
  }

  /// The same outside training: nothing is drawn, and batch norm goes by its running means. No step
  /// follows from it.
  public double[] predict(double... x) {
    fill("x", x);
    task.masks()
        .forEach((name, keep) -> {
          Tensor m = given.get(name);
          for (int q = 0; q < m.size(); q++) m.set(q, keep);
        });
    if (judging.isEmpty()) judging = Optional.of(judge.get());
    forward = null;
    return judging.get().run(filled(judging.get())).get(output).toDoubles();
  }

  /// The loss of what was computed last, against these targets.
  public double loss(double... y) {
    if (forward == null) throw new LearnException("call forward before loss");
    fill("y", y);
    backward = differentiate.run(filled(differentiate));
    return backward.get("C").at(0);
  }

  /// Clears the gradients.
  public void zeroGradients() {
    for (Tensor g : gradients.values()) for (int q = 0; q < g.size(); q++) g.set(q, 0);
  }

  /// Adds the gradients of the loss that was computed last to those that are there.
  public void backward() {
    if (backward == null) throw new LearnException("call loss before backward");
    gradients.forEach((name, g) -> {
      Tensor more = backward.get("dC/d" + name);
      for (int q = 0; q < g.size(); q++) g.set(q, g.at(q) + more.at(q));
    });
  }

  /// Lets the parameters follow their gradients.
  public void update() {
    double clip = settings.choice().clip();
    double norm = clip > 0 ? length.now() : 0;
    double scale = norm > clip ? clip / norm : 1;
    steps++;
    for (Update u : updates) u.run(side, settings.rate(), steps, scale);
    side = 1 - side;
  }

  /// What has been added up for a parameter.
  public Tensor gradient(String name) {
    Tensor g = gradients.get(name);
    if (g == null) throw unknown(name);
    return g;
  }

  public Tensor parameter(String name) {
    Places p = parameters.get(name);
    if (p == null) throw unknown(name);
    return p.at(side);
  }

  private LearnException unknown(String name) {
    return new LearnException(
        "no parameter `" + name + "`; there are " + String.join(", ", parameters.keySet()));
  }

  private void fill(String name, double... numbers) {
    Tensor t = given.get(name);
    if (t.size() != numbers.length)
      throw new LearnException(name + " has " + t.size() + " numbers, not " + numbers.length);
    for (int q = 0; q < numbers.length; q++) t.set(q, numbers[q]);
  }

  private Tensors filled(Compiled c) {
    Tensors in = c.inputs();
    for (String name : in.names()) {
      Places p = parameters.get(name);
      in.put(name, p == null ? running.getOrDefault(name, given.get(name)) : p.at(side));
    }
    return in;
  }
}
