package dev.jacobi.learn.train;

import dev.jacobi.engine.Engine;
import dev.jacobi.engine.EngineException;
import dev.jacobi.engine.Sizes;
import dev.jacobi.learn.LearnException;
import dev.jacobi.learn.Random;
import dev.jacobi.learn.data.Batches;
import dev.jacobi.learn.data.Column;
import dev.jacobi.learn.data.Dataset;
import dev.jacobi.learn.optimise.Update;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Goes through the examples in batches, epoch by epoch: forward, loss, backward, update.
///
/// Everything a step needs is compiled and allocated before the first. Plain descent is part of the
/// compiled gradient; other optimisers are compiled beside it.
public final class Trainer {
  private final Task task;
  private final Settings settings;
  private final Sizes sizes;
  private final State state;
  private final Engine engine;
  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final Batches batches;
  private final Gradient gradient;
  private final List<Update> updates = new ArrayList<>();
  private final Random random;
  private final int perEpoch;
  private Evaluation validation;
  private Norms norms;
  private int[] validationExamples = {};

  private Trainer(
      Task task, Settings settings, Dataset data, int[] examples, Sizes sizes, State state) {
    this.task = task;
    this.settings = settings;
    this.sizes = sizes;
    this.state = state;
    this.engine = Engine.create(settings.threads());
    this.random = Random.of(settings.seed()).at("masks");
    for (String name : task.data()) columns.put(name, data.column(name));
    this.batches = Batches.shuffled(examples, settings.batch(), settings.seed());
    int whole = examples.length / settings.batch();
    if (settings.dropsLast() && whole == 0)
      throw new LearnException(
          "batches of "
              + settings.batch()
              + " of "
              + examples.length
              + " examples: none is whole, and the last is dropped");
    this.perEpoch = settings.dropsLast() ? whole : batches.perEpoch();
    this.gradient = new Gradient(engine, task, settings, sizes, columns, state);
    if (!settings.choice().isPlainDescent())
      state.parameters.forEach((name, w) ->
          updates.add(
              Update.of(engine, settings.choice(), w, gradient.of(name), state.slots.get(name))));
  }

  /// Compiles what is needed.
  ///
  /// @param data whose columns have the names of the model
  /// @param examples those to train on
  /// @param sizes of all dimensions but the batch's
  /// @throws LearnException when something cannot be compiled
  public static Trainer of(
      Task task, Settings settings, Dataset data, int[] examples, Sizes sizes, State state) {
    try {
      return new Trainer(task, settings, data, examples, sizes, state);
    } catch (EngineException e) {
      throw new LearnException(task.one().file() + ": " + e.getMessage(), e);
    }
  }

  /// Measures on these examples after each epoch.
  public Trainer validate(Dataset data, int[] examples) {
    validation = evaluation(data);
    validationExamples = examples.clone();
    return this;
  }

  /// Measures the gradient of each parameter after each epoch too.
  public Trainer measureGradients() {
    norms = new Norms(engine, task, settings, sizes, columns, state, batches);
    return this;
  }

  /// Measures what was learned on other data, whenever it is asked.
  public Evaluation evaluation(Dataset data) {
    return Evaluation.of(engine, task, data, sizes, state, settings.precision());
  }

  public State state() {
    return state;
  }

  /// How many steps an epoch has.
  public int perEpoch() {
    return perEpoch;
  }

  /// How it ended.
  public enum Ending {
    /// All epochs are done.
    DONE,
    /// The validation loss did not become less for long enough.
    EARLY,
    /// Somebody asked for it.
    STOPPED
  }

  /// Trains from where the state is.
  ///
  /// @throws NotFinite when a loss is no finite number
  public Ending run(Progress progress) {
    state.began = System.nanoTime();
    while (state.epoch < settings.epochs()) {
      if (isEarly()) return Ending.EARLY;
      batches.seek(state.epoch, state.place);
      gradient.mark(state);
      while (state.place < perEpoch) {
        step();
        long all = (long) settings.epochs() * perEpoch;
        progress.stepped(state.step, all, state.score, state.rate);
        if (state.place == perEpoch) break;
        progress.save(state, false);
        if (progress.isStopped()) return Ending.STOPPED;
      }
      finish(progress);
      progress.save(state, true);
      if (progress.isStopped() && state.epoch < settings.epochs()) return Ending.STOPPED;
    }
    return isEarly() ? Ending.EARLY : Ending.DONE;
  }

  private boolean isEarly() {
    int patience = settings.patience();
    return patience > 0 && state.bestEpoch > 0 && state.epoch - state.bestEpoch >= patience;
  }

  private void step() {
    batches.next();
    double done = state.epoch + (double) state.place / perEpoch;
    state.rate = settings.rate() * settings.schedule().factor(done, settings.epochs());
    Stage stage = gradient.stage(batches.count());
    stage.gather(batches.order(), batches.from());
    if (!task.masks().isEmpty()) stage.draw(random.at(state.step));
    gradient.rate(state.rate);
    stage.run(state.side);
    double cost = stage.number(task.cost());
    if (!Double.isFinite(cost)) throw gradient.failure(state, batches, random);
    if (!updates.isEmpty()) update();
    if (!state.running.isEmpty()) gradient.average(stage);
    state.step++;
    state.place++;
    count(stage, cost);
  }

  private void update() {
    double clip = settings.choice().clip();
    double scale = 1;
    if (clip > 0) {
      double norm = gradient.norm();
      if (norm > clip) scale = clip / norm;
    }
    for (Update u : updates) u.run(state.side, state.rate, state.step + 1, scale);
    state.side = 1 - state.side;
  }

  private void count(Stage stage, double cost) {
    state.score.add(task, cost, stage.count());
    if (task.countsRight()) state.score.right(gradient.right(stage));
  }

  private void finish(Progress progress) {
    state.epoch++;
    state.place = 0;
    Score other = validation == null ? null : validation.of(validationExamples);
    double lost = other == null ? Double.NaN : other.loss();
    boolean counts = task.countsRight();
    state.history.add(
        new Epoch(
            state.epoch,
            state.step,
            state.score.loss(),
            counts ? state.score.accuracy() : Double.NaN,
            lost,
            counts && other != null ? other.accuracy() : Double.NaN,
            state.rate,
            state.secondsNow(),
            norms == null ? Map.of() : norms.now()));
    if (settings.patience() > 0 && lost < state.bestLoss) state.remember(lost);
    state.score.clear();
    progress.finished(state.history.getLast());
  }
}
