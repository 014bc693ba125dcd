package dev.jacobi.cli;

import dev.jacobi.print.report.Report;

/// How a run ended, as the shell sees it. Of several files the worst counts.
enum Exit {
  /// Every result was found and held its check.
  OK(0),
  /// A result failed its check, and was not shown.
  UNCHECKED(1),
  /// A derivation that was checked is wrong, or not understood.
  WRONG(1),
  /// A descent ended before it arrived.
  NOT_CONVERGED(1),
  /// Somebody pressed Ctrl-C; what was done so far is kept.
  INTERRUPTED(130),
  /// The input or the arguments are wrong; the message says where and how to mend it.
  BAD_INPUT(2),
  /// Jacobi itself is wrong.
  INTERNAL(3);

  private final int status;

  Exit(int status) {
    this.status = status;
  }

  /// How a report went.
  static Exit of(Report.Status status) {
    return switch (status) {
      case FINE -> OK;
      case UNCHECKED -> UNCHECKED;
      case BAD_INPUT -> BAD_INPUT;
      case FAULT -> INTERNAL;
    };
  }

  int status() {
    return status;
  }

  Exit worse(Exit other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
