package dev.jacobi.web.desk;

import java.util.OptionalInt;

/// A request that gets no answer, with its HTTP status and a sentence for people.
public final class Refusal extends Exception {
  private static final long serialVersionUID = 1;

  private final int status;
  private final int retryAfter;

  public Refusal(int status, String message) {
    this(status, message, 0);
  }

  private Refusal(int status, String message, int retryAfter) {
    super(message);
    this.status = status;
    this.retryAfter = retryAfter;
  }

  /// One that need not stay: the same request may be tried again after some seconds.
  public static Refusal later(int status, String message, int seconds) {
    return new Refusal(status, message, seconds);
  }

  public int status() {
    return status;
  }

  /// After how many seconds to try again, where that helps.
  public OptionalInt retryAfter() {
    return retryAfter > 0 ? OptionalInt.of(retryAfter) : OptionalInt.empty();
  }
}
