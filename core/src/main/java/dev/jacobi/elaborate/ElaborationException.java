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

  /// A name that a statement would have given, had it been right: what is wrong was said there.
  static final class Lost extends ElaborationException {
    private static final long serialVersionUID = 1;

    Lost(Place place, String name) {
      super(place, "`" + name + "` is in a statement that was not understood", "");
    }
  }

  Problem problem() {
    return problem;
  }
}
