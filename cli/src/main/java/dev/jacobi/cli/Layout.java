package dev.jacobi.cli;

/// What `--layout` can ask for: which axes of a derivative come first.
enum Layout {
  /// The gradient has its parameter's shape.
  ML,
  /// Rows are the numerator's entries.
  NUMERATOR,
  /// Rows are the denominator's entries.
  DENOMINATOR
}
