package dev.jacobi.print;

import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import dev.jacobi.expr.Rational;
import dev.jacobi.expr.Terms;
import java.util.ArrayList;
import java.util.List;

/// A small number in front goes back into a bracket of great ones: `(1/1000) (1 + 1000 v)` is
/// written `1/1000 + v`.
final class FineNumbers {
  private FineNumbers() {}

  static Terms.Open settled(Terms t, Terms.Open open) {
    Rational c = open.coefficient().abs();
    if (!isFine(c)) return open;
    int q = best(t, c, open.powers());
    if (q < 0) return open;
    List<Power> powers = new ArrayList<>(open.powers());
    Expr of = ((Factor.Group) powers.get(q).base()).of;
    powers.set(q, new Power(t.bracket(t.scale(of, c)), t.one()));
    Rational sign = open.coefficient().signum() < 0 ? Rational.MINUS_ONE : Rational.ONE;
    return new Terms.Open(sign, powers, open.summed());
  }

  /// The place of the bracket that has fewer such numbers for it; -1 where there is none.
  private static int best(Terms t, Rational c, List<Power> powers) {
    for (int q = 0; q < powers.size(); q++)
      if (isBracket(powers.get(q))) {
        Expr of = ((Factor.Group) powers.get(q).base()).of;
        if (count(t, t.scale(of, c)) <= count(t, of)) return q;
      }
    return -1;
  }

  private static boolean isBracket(Power p) {
    return p.base() instanceof Factor.Group && p.exponent().isOne();
  }

  /// A decimal with many places, such as keeps a quotient finite.
  private static boolean isFine(Rational r) {
    return !Build.decimal(r.abs()).isEmpty();
  }

  /// How many fine and great numbers are seen in a sum and its brackets.
  private static int count(Terms t, Expr e) {
    int n = 0;
    for (Monomial m : e.terms()) {
      Rational c = m.coefficient.abs();
      boolean inside = isFine(c) && best(t, c, m.powers()) >= 0;
      if (!inside && (isFine(c) || isFine(c.inverse()))) n++;
      int at = inside ? best(t, c, m.powers()) : -1;
      for (int q = 0; q < m.powers().size(); q++) {
        if (!isBracket(m.powers().get(q))) continue;
        Expr of = ((Factor.Group) m.powers().get(q).base()).of;
        n += count(t, q == at ? t.scale(of, c) : of);
      }
    }
    return n;
  }
}
