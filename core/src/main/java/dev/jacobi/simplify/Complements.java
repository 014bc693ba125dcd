package dev.jacobi.simplify;

import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Factor.Comparison;
import dev.jacobi.expr.Factor.Indicator;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import dev.jacobi.expr.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What holds everywhere less what holds under a condition holds under its opposite: `f - f [s > 0]
/// → f [s <= 0]`.
final class Complements {
  private final Terms t;

  Complements(Terms t) {
    this.t = t;
  }

  Expr apply(Expr e) {
    for (Monomial m : e.terms()) {
      Optional<Expr> less = under(e, m);
      if (less.isPresent()) return apply(less.get());
    }
    return e;
  }

  /// The sum with `f - f [c]` replaced, f [c] being the term given; empty where there is no f.
  private Optional<Expr> under(Expr e, Monomial m) {
    for (Power p : m.powers()) {
      if (!(p.base() instanceof Indicator i) || i.comparison == Comparison.ZERO) continue;
      if (holdsSum(m, i)) continue;
      Expr f = t.negate(t.over(t.of(m), t.of(i)));
      if (!e.terms().contains(f.size() == 1 ? f.term(0) : m) || f.size() != 1) continue;
      List<Expr> rest = new ArrayList<>();
      for (Monomial other : e.terms()) if (other != m && other != f.term(0)) rest.add(t.of(other));
      rest.add(t.times(f, t.opposite(i)));
      return Optional.of(t.add(rest));
    }
    return Optional.empty();
  }

  private static boolean holdsSum(Monomial m, Factor f) {
    for (var i : m.summed()) if (f.contains(i)) return true;
    return false;
  }
}
