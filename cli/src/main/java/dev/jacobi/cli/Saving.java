package dev.jacobi.cli;

import dev.jacobi.learn.train.Checkpoints;
import dev.jacobi.learn.train.State;
import java.util.concurrent.TimeUnit;

/// When a run saves its state: after so many steps; or, by time, at the ends of epochs and within
/// long ones.
final class Saving implements TrainShow.Saving {
  private static final long AT_ENDS = TimeUnit.SECONDS.toNanos(1);
  private static final long WITHIN = TimeUnit.SECONDS.toNanos(30);

  private final Checkpoints checkpoints;
  private final int every; // steps; 0: by time
  private long last = System.nanoTime();

  Saving(Checkpoints checkpoints, int every) {
    this.checkpoints = checkpoints;
    this.every = every;
  }

  @Override
  public void save(State state, boolean epochEnds) {
    long since = System.nanoTime() - last;
    boolean due = every > 0 ? state.step() % every == 0 : since > (epochEnds ? AT_ENDS : WITHIN);
    if (due) {
      now(state);
    }
  }

  void now(State state) {
    checkpoints.save(state);
    last = System.nanoTime();
  }
}
