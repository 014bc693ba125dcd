package dev.jacobi.notation;

/// A word or sign of Python code; `from` is its offset.
record PythonToken(Kind kind, String text, int from, Place place) {
  enum Kind {
    NAME,
    NUMBER,
    TEXT,
    SIGN,
    /// What has no meaning in Python.
    OTHER,
    /// The end of a logical line.
    END
  }

  boolean is(String sign) {
    return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(sign);
  }

  int to() {
    return from + text.length();
  }

  String described() {
    return kind == Kind.END ? "the end of the line" : "`" + text + "`";
  }
}
