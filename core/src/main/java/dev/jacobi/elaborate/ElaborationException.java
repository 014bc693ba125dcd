package dev.jacobi.elaborate;

import dev.jacobi.notation.Place;
import dev.jacobi.notation.Problem;

/// A statement that has no meaning, with its [Problem]; it costs that statement only.
class ElaborationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  ElaborationException(Place place, String message, String hint) {
    super(message, null, false, false);
    this.problem = new Problem(place, message, hint);
  }

  ElaborationException(Place place, String message) {
    this(place, message, "");
  }

  /// A name or function that nothing declares.
  static final class Unknown extends ElaborationException {
    private static final long serialVersionUID = 1;

    Unknown(Place place, String message, String hint) {
      super(place, message, hint);
    }
  }

  Problem problem() {
    return problem;
  }
}
