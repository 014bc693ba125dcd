package dev.jacobi.learn.train;

import dev.jacobi.engine.Engine;
import dev.jacobi.learn.Random;
import dev.jacobi.learn.data.Batches;

/// One step after another on this machine.
final class Alone implements Pace {
  private final State state;
  private final Batches batches;
  private final Steps steps;
  private final Random random;
  private final int perEpoch;

  Alone(Engine engine, Job job, State state, Batches batches) {
    Settings settings = job.settings();
    this.state = state;
    this.batches = batches;
    this.steps = new Steps(engine, job, state, true);
    this.random = Random.of(settings.seed()).at("masks");
    this.perEpoch = settings.perEpoch(batches.order().length);
  }

  @Override
  public void begin() {
    batches.seek(state.epoch, state.place);
    steps.mark();
  }

  @Override
  public void step() {
    batches.next();
    steps.rate(state.epoch + (double) state.place / perEpoch);
    steps.forward(batches.order(), batches.from(), batches.count(), random.at(state.step));
    if (!Double.isFinite(steps.cost())) throw steps.failure(batches, random);
    steps.update();
    state.step++;
    state.place++;
    steps.count();
  }
}
