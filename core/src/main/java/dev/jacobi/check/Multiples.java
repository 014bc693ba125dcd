package dev.jacobi.check;

import dev.jacobi.elaborate.Claims;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Trees;

/// `(D - \lambda) u`: a number beside a square matrix in a factor of a product is that multiple of
/// the identity.
final class Multiples {
  private final Comparison comparison;
  private final Setting setting;

  Multiples(Comparison comparison, Setting setting) {
    this.comparison = comparison;
    this.setting = setting;
  }

  /// The formula with its multiples of the identity; the same where there are none.
  Syntax named(Syntax s) {
    if (setting.knows("I")) return s;
    return Trees.map(
        s, x -> x instanceof Syntax.Binary b && b.op() == Syntax.Op.TIMES ? product(b) : x);
  }

  private Syntax product(Syntax.Binary b) {
    Syntax left = hasAxes(b.right()) ? sum(b.left()) : b.left();
    Syntax right = hasAxes(b.left()) ? sum(b.right()) : b.right();
    if (left == b.left() && right == b.right()) return b;
    return new Syntax.Binary(b.op(), left, right, b.place());
  }

  private Syntax sum(Syntax s) {
    if (s instanceof Syntax.Transpose p) {
      Syntax of = sum(p.of());
      return of == p.of() ? s : new Syntax.Transpose(of, p.place());
    }
    if (!(s instanceof Syntax.Binary b)) return s;
    if (b.op() == Syntax.Op.TIMES && isNumber(b.left())) {
      Syntax right = sum(b.right());
      return right == b.right() ? s : new Syntax.Binary(b.op(), b.left(), right, b.place());
    }
    if (b.op() != Syntax.Op.PLUS && b.op() != Syntax.Op.MINUS) return s;
    if (isSquare(b.left()) && isNumber(b.right()))
      return new Syntax.Binary(b.op(), b.left(), multiple(b.right()), b.place());
    if (isSquare(b.right()) && isNumber(b.left()))
      return new Syntax.Binary(b.op(), multiple(b.left()), b.right(), b.place());
    return s;
  }

  private static Syntax multiple(Syntax number) {
    var identity = new Syntax.Name("I", number.place());
    return new Syntax.Binary(Syntax.Op.TIMES, number, identity, number.place());
  }

  private boolean isSquare(Syntax s) {
    return comparison.meaning(s).isSquare();
  }

  private boolean isNumber(Syntax s) {
    return comparison.meaning(s).isNumber();
  }

  private boolean hasAxes(Syntax s) {
    Claims.Meaning m = comparison.meaning(s);
    return m.problem().isEmpty() && !m.isNumber();
  }
}
