package dev.jacobi.cli;

/// Something the user can put right: a missing file, an unknown word. Its explanation is all that
/// is shown, and the exit status is 2.
final class InputException extends RuntimeException {
  private final String explanation;

  InputException(String explanation) {
    super(explanation);
    this.explanation = explanation;
  }

  /// What is wrong and where, for the user to read.
  String explanation() {
    return explanation;
  }
}
