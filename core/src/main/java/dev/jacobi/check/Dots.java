package dev.jacobi.check;

import dev.jacobi.elaborate.Claims;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Trees;

/// `u \cdot v` of two vectors of one length: their inner product, `u' v`, where the formula says
/// nothing else that fits.
final class Dots {
  private final Comparison comparison;

  Dots(Comparison comparison) {
    this.comparison = comparison;
  }

  /// Whether a dot stands in what was written.
  static boolean stand(String written) {
    return written.contains("\\cdot") || written.contains("·") || written.contains("⋅");
  }

  Syntax named(Syntax s) {
    return Trees.map(
        s,
        x ->
            x instanceof Syntax.Binary b && b.op() == Syntax.Op.TIMES && isPair(b)
                ? new Syntax.Binary(
                    b.op(), new Syntax.Transpose(b.left(), b.place()), b.right(), b.place())
                : x);
  }

  private boolean isPair(Syntax.Binary b) {
    Claims.Meaning left = comparison.meaning(b.left());
    Claims.Meaning right = comparison.meaning(b.right());
    return isColumn(left)
        && isColumn(right)
        && left.axes().getFirst().extent.equals(right.axes().getFirst().extent);
  }

  private static boolean isColumn(Claims.Meaning m) {
    return m.problem().isEmpty() && m.axes().size() == 1;
  }
}
