package dev.jacobi.print;

import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Terms;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// An indicator's condition with what is added on the one side and what is taken away on the other:
/// `s > 0`, `x <= y`.
final class Comparisons {
  private Comparisons() {}

  static Syntax of(Terms t, Factor.Indicator i, Function<Expr, Syntax> side) {
    List<Expr> plus = new ArrayList<>();
    List<Expr> minus = new ArrayList<>();
    for (Monomial m : i.of.terms()) {
      Expr term = t.of(m);
      if (m.coefficient.signum() > 0) plus.add(term);
      else minus.add(t.negate(term));
    }
    Expr left = t.add(plus);
    Expr right = t.add(minus);
    boolean swap = left.isNumber() && !right.isNumber();
    Syntax.Relation relation =
        switch (i.comparison) {
          case POSITIVE -> swap ? Syntax.Relation.LESS : Syntax.Relation.MORE;
          case NOT_NEGATIVE -> swap ? Syntax.Relation.AT_MOST : Syntax.Relation.AT_LEAST;
          case ZERO -> Syntax.Relation.EQUAL;
        };
    Syntax l = side.apply(swap ? right : left);
    Syntax r = side.apply(swap ? left : right);
    return new Syntax.Compare(relation, l, r, Place.NONE);
  }
}
