package dev.jacobi.engine;

/// What was asked cannot be compiled or run; the message is for people.
public final class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public EngineException(String message) {
    super(message);
  }
}
