package dev.jacobi.check;

/// What kind of mistake was made. The words are stable: graders count by them.
public enum Code {
  SIGN,
  FACTOR,
  TRANSPOSE,
  ORDER,
  HADAMARD,
  SUM,
  CHAIN,
  TERM,
  ARGUMENT,
  DIAGONAL,
  INDEX,
  CASE,
  NAME,
  LAYOUT,
  SHAPE,
  UNKNOWN;

  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
