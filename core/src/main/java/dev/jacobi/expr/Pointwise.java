package dev.jacobi.expr;

import java.util.List;

/// A function of numbers that is applied entry by entry: a row of the function table, or one of
/// which only the name is known.
public sealed interface Pointwise permits Function, Opaque {
  int arity();

  Function.Sign sign();

  Function.Parity parity();

  /// What tells it from all others, the same in every run.
  String identity();

  /// ∂f/∂(argument q), in the arguments and the value y.
  Expr derivative(Terms t, List<Expr> x, Expr y, int q);
}
