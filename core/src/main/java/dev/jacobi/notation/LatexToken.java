package dev.jacobi.notation;

/// One word or sign of LaTeX, before anything is known of its meaning. `tight` says that neither a
/// blank nor a spacing command stands before it.
record LatexToken(Kind kind, String text, boolean tight, int from, int to) {
  enum Kind {
    /// `\frac`, without its backslash.
    COMMAND,
    LETTER,
    NUMBER,
    /// The raw text in the braces of `\text{…}`.
    WORDS,
    SIGN,
    OPEN_BRACE,
    CLOSE_BRACE,
    SUB,
    SUP,
    PRIME,
    CELL,
    ROW,
    /// `\left(`, by its delimiter.
    LEFT,
    RIGHT,
    BEGIN,
    FINISH,
    END
  }

  boolean is(Kind other) {
    return kind == other;
  }
}
