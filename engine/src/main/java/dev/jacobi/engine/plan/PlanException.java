package dev.jacobi.engine.plan;

/// A program cannot be made; the message is for people.
public final class PlanException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public PlanException(String message) {
    super(message);
  }
}
