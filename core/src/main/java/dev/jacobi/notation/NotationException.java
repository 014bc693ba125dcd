package dev.jacobi.notation;

/// A formula that cannot be read, with its [Problem]. The grammar throws it to leave a statement
/// that it gave up; [Parser#parse] collects the problems, so that only [Parser#formula] lets it
/// out.
public final class NotationException extends RuntimeException {
  private final Problem problem;

  NotationException(Place place, String message, String hint) {
    super(message, null, false, false);
    this.problem = new Problem(place, message, hint);
  }

  public Problem problem() {
    return problem;
  }
}
