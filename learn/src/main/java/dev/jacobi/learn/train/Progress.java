package dev.jacobi.learn.train;

/// What is told while training goes on.
public interface Progress {
  Progress SILENT = new Progress() {};

  /// A step was made, or several machines made some.
  ///
  /// @param step how many batches are done, of as many as `steps`
  /// @param sofar of the epoch
  default void stepped(long step, long steps, Score sofar, double rate) {}

  /// An epoch is over.
  default void finished(Epoch epoch) {}

  /// Whether to end after this step.
  default boolean isStopped() {
    return false;
  }

  /// The state may be saved here: after each step, and at the end of each epoch.
  ///
  /// @param epochEnds whether an epoch is over
  default void save(State state, boolean epochEnds) {}
}
