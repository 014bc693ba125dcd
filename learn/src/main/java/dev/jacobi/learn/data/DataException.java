package dev.jacobi.learn.data;

/// Data that cannot be used; the message is for people and says where and how to mend it.
public final class DataException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public DataException(String message) {
    super(message);
  }

  public DataException(String message, Throwable cause) {
    super(message, cause);
  }
}
