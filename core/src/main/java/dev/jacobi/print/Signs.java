package dev.jacobi.print;

import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import dev.jacobi.expr.Terms;
import java.util.ArrayList;
import java.util.List;

/// A minus in front goes into a bracket that has one already: `-(y - t) x` is written `(t - y) x`.
final class Signs {
  private Signs() {}

  static Terms.Open settled(Terms t, Terms.Open open) {
    if (open.coefficient().signum() >= 0) return open;
    int best = -1;
    for (int q = 0; q < open.powers().size(); q++) {
      if (!canFlip(open.powers().get(q))) continue;
      if (best < 0 || startsWithNumber(open.powers().get(best))) best = q;
    }
    if (best < 0) return open;
    List<Power> powers = new ArrayList<>(open.powers());
    Power p = powers.get(best);
    Expr inside = ((Factor.Group) p.base()).of;
    powers.set(best, new Power(t.bracket(t.negate(inside)), p.exponent()));
    return new Terms.Open(open.coefficient().negate(), powers, open.summed());
  }

  private static boolean canFlip(Power p) {
    return p.base() instanceof Factor.Group g && isOdd(p.exponent()) && isMixed(g.of);
  }

  /// `1 - a` reads better than `a - 1`.
  private static boolean startsWithNumber(Power p) {
    for (Monomial m : ((Factor.Group) p.base()).of.terms())
      if (m.powers().isEmpty() && m.coefficient.signum() > 0) return true;
    return false;
  }

  private static boolean isOdd(Expr e) {
    return e.isWhole() && e.number().num().testBit(0);
  }

  private static boolean isMixed(Expr e) {
    boolean plus = false;
    boolean minus = false;
    for (Monomial m : e.terms()) {
      plus |= m.coefficient.signum() > 0;
      minus |= m.coefficient.signum() < 0;
    }
    return plus && minus;
  }
}
