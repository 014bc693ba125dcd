package dev.jacobi.engine;

/// The numbers a compiled function computes with.
public enum Precision {
  FLOAT(4),
  DOUBLE(8);

  /// Of one number.
  public final int bytes;

  Precision(int bytes) {
    this.bytes = bytes;
  }
}
