package dev.jacobi.learn.train;

/// A loss that is no finite number: training ends before the parameters are lost too.
public final class NotFinite extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final long step;

  /// - `step`: from 1
  NotFinite(long step, String message) {
    super(message);
    this.step = step;
  }

  /// The step whose loss it is, from 1.
  public long step() {
    return step;
  }
}
