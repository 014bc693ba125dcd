package dev.jacobi.learn.train;

import dev.jacobi.engine.Engine;
import dev.jacobi.engine.Tensor;
import dev.jacobi.learn.Random;
import dev.jacobi.learn.data.Batches;
import java.util.Collection;
import java.util.Optional;

/// The steps of training on one machine: forward with loss and backward in one, then the update.
/// Plain descent is part of the compiled gradient; other optimisers are compiled beside it.
final class Steps {
  private final Task task;
  private final Settings settings;
  private final State state;
  private final Gradient gradient;
  private final Optional<Updates> updates;
  private Stage stage; // of the batch that was run last

  /// @param updates whether parameters are to change, not only gradients to be known
  Steps(Engine engine, Job job, State state, boolean updates) {
    this.task = job.task();
    this.settings = job.settings();
    this.state = state;
    boolean descends = updates && settings.choice().isPlainDescent();
    this.gradient = new Gradient(engine, job, state, descends);
    this.updates =
        updates && !descends
            ? Optional.of(new Updates(engine, settings.choice(), state, gradient.all()))
            : Optional.empty();
  }

  /// Sets the rate to that of a moment.
  ///
  /// @param done how many epochs, and which part of one, are done
  void rate(double done) {
    state.rate = settings.rateAt(done);
    gradient.rate(state.rate);
  }

  /// Everything of a batch but the update; plain descent is made too.
  void forward(int[] order, int from, int count, Random random) {
    stage = gradient.stage(count);
    stage.gather(order, from);
    if (!task.masks().isEmpty()) stage.draw(random);
    stage.run(state.side);
  }

  double cost() {
    return stage.number(task.cost());
  }

  void update() {
    updates.ifPresent(Updates::run);
    if (!state.running.isEmpty()) gradient.average(stage);
  }

  void count() {
    state.score.add(task, cost(), stage.count());
    if (task.countsRight()) state.score.right(gradient.right(stage));
  }

  Collection<Tensor> gradients() {
    return gradient.all().values();
  }

  /// Remembers where this epoch begins, so that a step in it can be found again.
  void mark() {
    gradient.mark(state);
  }

  /// What made the loss of the batch that was just run no finite number.
  NotFinite failure(Batches batches, Random random) {
    return gradient.failure(state, batches, random);
  }
}
