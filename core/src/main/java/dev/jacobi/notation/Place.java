package dev.jacobi.notation;

/// A stretch of the input: line and column count from 1, length in characters. What Jacobi writes
/// itself stands nowhere.
public record Place(int line, int column, int length) {
  public static final Place NONE = new Place(0, 0, 0);

  /// The stretch from the start of this place to the end of another on the same line; on different
  /// lines, this place alone.
  public Place to(Place other) {
    return other.line != line || other.column < column
        ? this
        : new Place(line, column, other.column + other.length - column);
  }
}
