package dev.jacobi.check;

/// What is said of a relation, from best to worst.
public enum Verdict {
  /// It introduces a name, a shape, a case or a given.
  DEFINITION,
  /// True: the canonical forms are equal.
  PROVED,
  /// True at every point tried.
  AGREES,
  /// True under something that the text left unsaid, which is named.
  CONDITIONAL,
  /// The value is right, the writing is not.
  NOTATION,
  /// False.
  REFUTED,
  /// The shapes do not fit as it is written.
  MALFORMED,
  /// Not understood; never counted as right.
  UNREAD;

  /// As it is written in reports and in JSON.
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /// Whether it is a mistake: what makes the command's exit status 1 with [#UNREAD].
  public boolean isWrong() {
    return this == REFUTED || this == MALFORMED;
  }

  public boolean isTrue() {
    return this == PROVED || this == AGREES || this == CONDITIONAL || this == NOTATION;
  }
}
