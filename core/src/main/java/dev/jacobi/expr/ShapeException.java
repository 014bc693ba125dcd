package dev.jacobi.expr;

/// A node was asked for whose extents do not fit.
public final class ShapeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  public ShapeException(String message) {
    super(message);
  }
}
