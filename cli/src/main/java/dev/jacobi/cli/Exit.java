package dev.jacobi.cli;

/// How a run ended, as the shell sees it. Of several files the worst counts.
enum Exit {
  /// Every result was found and held its check.
  OK(0),
  /// A result failed its check, and was not shown.
  UNCHECKED(1),
  /// The input or the arguments are wrong; the message says where and how to mend it.
  BAD_INPUT(2),
  /// Jacobi itself is wrong.
  INTERNAL(3);

  private final int status;

  Exit(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }

  Exit worse(Exit other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
