package dev.jacobi.expr;

import java.util.List;

/// Something known of values: `pattern = replacement` whatever its parameters, and in the user's
/// words (`sum(t) = 1`).
public record Fact(List<Index> parameters, Expr pattern, Expr replacement, String text) {
  public Fact {
    parameters = List.copyOf(parameters);
  }
}
