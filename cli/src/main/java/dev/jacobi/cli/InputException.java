package dev.jacobi.cli;

/// Something the user can put right: a missing file, an unknown word. Its explanation is all that
/// is shown, and the exit status is 2.
final class InputException extends RuntimeException {
  private final String explanation;

  InputException(String explanation) {
    super(explanation);
    this.explanation = explanation;
  }

  /// Several, one a line, all about one file.
  static InputException lines(String file, String lines) {
    return new InputException(String.join("\n", lines.lines().map(l -> file + ": " + l).toList()));
  }

  /// What is wrong and where, for the user to read.
  String explanation() {
    return explanation;
  }
}
