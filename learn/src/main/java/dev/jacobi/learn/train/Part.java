package dev.jacobi.learn.train;

import dev.jacobi.engine.Engine;
import dev.jacobi.learn.Random;
import dev.jacobi.learn.data.Batches;
import java.io.Serializable;
import java.util.List;

/// What one of several machines does. It keeps data and compiled code; all that changes comes with
/// the work. So an answer rests on the work alone, and whoever does it anew answers the same.
public final class Part {
  private final Settings settings;
  private final State state;
  private final Steps steps;
  private final Batches batches;
  private final Random random;
  private final int perEpoch;
  private long ordered = -1; // the epoch whose order the batches have

  /// What is to be done with these numbers.
  public sealed interface Work extends Serializable {
    /// The gradient over some examples of an epoch's order.
    ///
    /// @param numbers the parameters
    record Share(Flat numbers, int epoch, int from, int count, long step) implements Work {}

    /// So many steps from here, on batches of its own.
    ///
    /// @param numbers the parameters, and what the optimiser keeps
    record Walk(Flat numbers, int epoch, int place, int batches, long step) implements Work {}
  }

  /// The gradient, or where the steps led to; sums over the examples that were met.
  public record Answer(Flat numbers, double loss, long right, long examples)
      implements Serializable {
    static final Answer NONE = new Answer(Flat.empty(), 0, 0, 0);
  }

  private Part(Engine engine, Job job) {
    this.settings = job.settings();
    this.state = new State(job.parameters(), settings);
    int[] examples = job.examples();
    this.batches = Batches.shuffled(examples, settings.batch(), settings.seed());
    this.perEpoch = settings.perEpoch(examples.length);
    this.random = Random.of(settings.seed()).at("masks");
    this.steps = new Steps(engine, job, state, job.walks());
  }

  /// Compiles what is needed. Several parts may share an engine.
  public static Part of(Engine engine, Job job) {
    synchronized (engine) {
      return new Part(engine, job);
    }
  }

  public Answer answer(Work work) {
    return switch (work) {
      case Work.Share s when s.count() == 0 -> Answer.NONE;
      case Work.Walk w when w.batches() == 0 -> Answer.NONE;
      case Work.Share s -> gradient(s);
      case Work.Walk w -> walk(w);
    };
  }

  private Answer gradient(Work.Share s) {
    order(s.epoch());
    s.numbers().to(state.weights().values());
    state.score.clear();
    steps.forward(batches.order(), s.from(), s.count(), random.at(s.step()).at(s.from()));
    steps.count();
    return answer(Flat.of(settings.precision(), steps.gradients()));
  }

  private Answer walk(Work.Walk w) {
    order(w.epoch());
    w.numbers().to(state.moving());
    state.score.clear();
    state.step = w.step();
    for (int k = 0; k < w.batches(); k++) {
      int from = (w.place() + k) * settings.batch();
      int count = Math.min(settings.batch(), batches.order().length - from);
      steps.rate(w.epoch() + (double) (w.place() + k) / perEpoch);
      steps.forward(batches.order(), from, count, random.at(state.step).at(from));
      steps.count();
      if (!Double.isFinite(steps.cost())) break;
      steps.update();
      state.step++;
    }
    return answer(Flat.of(settings.precision(), state.moving()));
  }

  private Answer answer(Flat numbers) {
    Score score = state.score;
    return new Answer(numbers, score.sum(), score.right(), score.examples());
  }

  private void order(long epoch) {
    if (epoch != ordered) batches.seek(epoch, 0);
    ordered = epoch;
  }

  /// The weight of each answer where answers are averaged.
  static double[] shares(List<Answer> answers) {
    double all = answers.stream().mapToLong(Answer::examples).sum();
    return answers.stream().mapToDouble(a -> a.examples() / all).toArray();
  }
}
