package dev.jacobi.check;

import dev.jacobi.elaborate.Claims;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Trees;
import java.util.List;

/// `\frac{A}{B}` with a square matrix below the line: A B⁻¹, as engineers write it.
final class Fractions {
  private final Comparison comparison;

  Fractions(Comparison comparison) {
    this.comparison = comparison;
  }

  Syntax named(Syntax s) {
    return Trees.map(
        s,
        x ->
            x instanceof Syntax.Binary b && b.op() == Syntax.Op.QUOTIENT && divides(b)
                ? product(b)
                : x);
  }

  /// Whether the lower one is square and takes the last axis of the upper.
  private boolean divides(Syntax.Binary b) {
    if (b.right() instanceof Syntax.Num || b.right() instanceof Syntax.Name) return false;
    Claims.Meaning below = comparison.meaning(b.right());
    if (!below.isSquare()) return false;
    Claims.Meaning above = comparison.meaning(b.left());
    return above.isMatrix() && above.axes().get(1).extent.equals(below.axes().get(0).extent);
  }

  private static Syntax product(Syntax.Binary b) {
    Syntax inverse = new Syntax.Call("inv", List.of(b.right()), b.right().place());
    return new Syntax.Binary(Syntax.Op.TIMES, b.left(), inverse, b.place());
  }
}
