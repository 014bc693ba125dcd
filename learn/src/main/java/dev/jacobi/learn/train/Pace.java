package dev.jacobi.learn.train;

/// What lets a state go on within an epoch: a step on this machine, or what several do at once.
sealed interface Pace permits Alone, Together {
  /// An epoch begins, or is gone on with.
  void begin();

  /// Goes on by some batches, one at least.
  ///
  /// @throws NotFinite when a loss is no finite number
  void step();
}
