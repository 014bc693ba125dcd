package dev.jacobi.check;

import dev.jacobi.elaborate.Claims;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Trees;
import java.util.function.Predicate;

/// Two vectors of one length side by side: their inner product, where the formula says nothing else
/// that fits. So people write `u \cdot v`, and `w_k x` where w_k is a row.
final class Dots {
  private final Comparison comparison;
  private final Predicate<Syntax> first;

  private Dots(Comparison comparison, Predicate<Syntax> first) {
    this.comparison = comparison;
    this.first = first;
  }

  static Dots between(Comparison comparison) {
    return new Dots(comparison, _ -> true);
  }

  /// Only where the first is a row of a matrix.
  static Dots ofRows(Comparison comparison) {
    return new Dots(
        comparison,
        s -> s instanceof Syntax.Entry e && e.indices().getLast() instanceof Syntax.Colon);
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
    if (!first.test(b.left())) return false;
    Claims.Meaning left = comparison.meaning(b.left());
    Claims.Meaning right = comparison.meaning(b.right());
    return left.isColumn()
        && right.isColumn()
        && left.axes().getFirst().extent.equals(right.axes().getFirst().extent);
  }
}
