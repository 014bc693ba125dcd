package dev.jacobi.learn;

/// What cannot be learned as asked; the message is for people and says how to mend it.
public final class LearnException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public LearnException(String message) {
    super(message);
  }

  public LearnException(String message, Throwable cause) {
    super(message, cause);
  }
}
