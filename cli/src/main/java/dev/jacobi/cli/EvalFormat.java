package dev.jacobi.cli;

/// What `--to` of commands that give numbers can ask for.
enum EvalFormat {
  TEXT,
  JSON,
  NPZ
}
