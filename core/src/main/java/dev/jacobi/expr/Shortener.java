package dev.jacobi.expr;

import java.util.Set;

/// How a formula is brought into its shortest reading. Calculus is given one from outside, since it
/// knows no simplification.
public interface Shortener {
  Expr simplify(Expr e);

  double cost(Expr e);

  /// Whether something of the one could cancel, merge or fold with something of the other in a
  /// product of the two, or a sum of the first end there. A no is sure.
  boolean mayMeet(Expr a, Expr b);

  /// The facts that were used since this was last asked.
  Set<String> takeUses();
}
