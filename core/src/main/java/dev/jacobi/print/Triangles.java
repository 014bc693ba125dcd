package dev.jacobi.print;

import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Index;
import dev.jacobi.notation.Syntax;
import java.util.List;

/// `[j ≤ i]` over the rows and columns of a matrix: `tril` and `triu` are to it what `diag` is to a
/// delta.
final class Triangles {
  private static final double COST = 0.6;

  private Triangles() {}

  /// The condition both ways round; none when it is not one of a triangle.
  static List<Piece> ways(Factor.Relation r) {
    List<Index> order = r.order();
    if (order.isEmpty()) return List.of();
    Index i = order.get(0);
    Index j = order.get(1);
    Syntax n = Build.extent(i.extent);
    Syntax ones = Build.call("ones", n, n);
    return List.of(
        Piece.of(Build.call("tril", ones), i, j, COST),
        Piece.of(Build.call("triu", ones), j, i, COST));
  }

  /// Two matrices entry by entry, of which one is a triangle of ones: the triangle of the other.
  static Piece hadamard(Piece p, Piece q) {
    if (isMask(p.syntax())) return masked(p, q);
    if (isMask(q.syntax())) return masked(q, p);
    return p.hadamard(q);
  }

  private static Piece masked(Piece mask, Piece of) {
    String triangle = ((Syntax.Call) mask.syntax()).function();
    Syntax s = Build.call(triangle, of.written());
    return Piece.of(s, of.row(), of.column(), mask.cost() + of.cost());
  }

  static boolean isMask(Syntax s) {
    return s instanceof Syntax.Call c
        && (c.function().equals("tril") || c.function().equals("triu"))
        && c.arguments().getFirst() instanceof Syntax.Call ones
        && ones.function().equals("ones");
  }
}
