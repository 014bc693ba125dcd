package dev.jacobi.learn.train;

import dev.jacobi.engine.Engine;
import dev.jacobi.engine.EngineException;
import dev.jacobi.engine.Sizes;
import dev.jacobi.learn.LearnException;
import dev.jacobi.learn.data.Batches;
import dev.jacobi.learn.data.Dataset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Goes through the examples in batches, epoch by epoch: forward, loss, backward, update.
///
/// Everything a step needs is compiled and allocated before the first.
public final class Trainer {
  private final Job job;
  private final Task task;
  private final Settings settings;
  private final State state;
  private final Engine engine;
  private final Batches batches;
  private final Pace pace;
  private final int perEpoch;
  private Evaluation validation;
  private Norms norms;
  private int[] validationExamples = {};

  private Trainer(Job job, State state, Optional<Crew> crew) {
    this.job = job;
    this.task = job.task();
    this.settings = job.settings();
    this.state = state;
    this.engine = Engine.create(settings.threads());
    int[] examples = job.examples();
    this.batches = Batches.shuffled(examples, settings.batch(), settings.seed());
    this.perEpoch = settings.perEpoch(examples.length);
    this.pace =
        crew.isPresent()
            ? new Together(engine, job, state, batches, crew.get())
            : new Alone(engine, job, state, batches);
  }

  /// Compiles what is needed.
  ///
  /// @param data whose columns have the names of the model
  /// @param examples those to train on
  /// @param sizes of all dimensions but the batch's
  /// @throws LearnException when something cannot be compiled
  public static Trainer of(
      Task task, Settings settings, Dataset data, int[] examples, Sizes sizes, State state) {
    List<Integer> numbers = Arrays.stream(examples).boxed().toList();
    var job = new Job(task, settings, sizes, state.weights(), data, numbers, 0);
    return made(job, state, Optional.empty());
  }

  /// The same, computed by others.
  ///
  /// @throws LearnException when the task cannot be shared out
  public static Trainer together(Job job, State state, Crew crew) {
    return made(job, state, Optional.of(crew));
  }

  private static Trainer made(Job job, State state, Optional<Crew> crew) {
    try {
      return new Trainer(job, state, crew);
    } catch (EngineException e) {
      throw new LearnException(job.task().one().file() + ": " + e.getMessage(), e);
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
    norms = new Norms(engine, job, state, batches);
    return this;
  }

  /// Measures what was learned on other data, whenever it is asked.
  public Evaluation evaluation(Dataset data) {
    return Evaluation.of(engine, task, data, job.sizes(), state, settings.precision());
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
      pace.begin();
      while (state.place < perEpoch) {
        pace.step();
        long all = (long) settings.epochs() * perEpoch;
        long done = (long) state.epoch * perEpoch + state.place;
        progress.stepped(done, all, state.score, state.rate);
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
