package dev.jacobi.print;

import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Rational;
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
    Sides sides = sides(t, i.of);
    boolean swap = sides.turned;
    Syntax.Relation relation =
        switch (i.comparison) {
          case POSITIVE -> swap ? Syntax.Relation.LESS : Syntax.Relation.MORE;
          case NOT_NEGATIVE -> swap ? Syntax.Relation.AT_MOST : Syntax.Relation.AT_LEAST;
          case ZERO -> Syntax.Relation.EQUAL;
        };
    Syntax l = side.apply(sides.left);
    Syntax r = side.apply(sides.right);
    return new Syntax.Compare(relation, l, r, Place.NONE);
  }

  /// What is compared with what; turned when what is taken away stands on the left.
  record Sides(Expr left, Expr right, boolean turned) {}

  /// The two sides of `e = 0`: a number alone stands on the right, and so does a sum with a number
  /// in it, `r <= 1 + eps`, or a bound, `abs(r) <= k`.
  static Sides sides(Terms t, Expr e) {
    List<Expr> plus = new ArrayList<>();
    List<Expr> minus = new ArrayList<>();
    Expr number = t.zero();
    for (Monomial m : e.terms()) {
      Expr term = t.of(m);
      if (term.isNumber()) number = term;
      else if (m.coefficient.signum() > 0) plus.add(term);
      else minus.add(t.negate(term));
    }
    Expr more = t.add(plus);
    Expr less = t.add(minus);
    if (less.isZero()) return bare(t, more, t.negate(number), false);
    if (more.isZero()) return bare(t, less, number, true);
    if (number.isNumber() && number.number().signum() < 0)
      return new Sides(more, t.minus(less, number), false);
    boolean turned = less.size() == 1 && (!number.isZero() || isName(more) && !isName(less));
    more = t.plus(more, number);
    return turned ? new Sides(less, more, true) : new Sides(more, less, false);
  }

  /// `r >= 4/5` and not `5 r >= 4`.
  private static Sides bare(Terms t, Expr left, Expr number, boolean turned) {
    if (left.size() != 1) return new Sides(left, number, turned);
    Rational c = left.term(0).coefficient.inverse();
    return new Sides(t.scale(left, c), t.scale(number, c), turned);
  }

  private static boolean isName(Expr e) {
    return e.size() == 1
        && e.term(0).powers().size() == 1
        && e.term(0).powers().get(0).base() instanceof Factor.Symbol s
        && s.arity() == 0;
  }
}
