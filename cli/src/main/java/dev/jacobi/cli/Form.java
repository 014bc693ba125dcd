package dev.jacobi.cli;

/// What `--form` can ask for: how one derivation is told.
enum Form {
  /// Named adjoints in order: ds2, da1, ds1, dW1.
  LAYERS,
  /// Closed form.
  MATRIX,
  /// By entry, with Kronecker deltas.
  INDEX,
  /// Numbered: which rule or definition, before, after, shape.
  STEPS
}
