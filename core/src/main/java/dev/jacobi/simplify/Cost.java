package dev.jacobi.simplify;

import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Factor.Apply;
import dev.jacobi.expr.Factor.Group;
import dev.jacobi.expr.Factor.Indicator;
import dev.jacobi.expr.Factor.Radical;
import dev.jacobi.expr.Factor.Relation;
import dev.jacobi.expr.Factor.Symbol;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import dev.jacobi.expr.Rational;

/// How long a formula reads. Rewriting goes only downhill in it.
public final class Cost {
  private Cost() {}

  public static double of(Expr e) {
    double sum = 0;
    for (Monomial m : e.terms()) sum += of(m);
    return sum + 0.3 * Math.max(0, e.size() - 1);
  }

  static double of(Monomial m) {
    double c = m.powers().isEmpty() ? 0.5 : m.coefficient.abs().isOne() ? 0 : 0.3;
    for (Power p : m.powers()) c += of(p);
    return c + m.summedCount();
  }

  private static double of(Power p) {
    double c = of(p.base());
    if (p.exponent().isOne()) return c;
    if (!p.exponent().isNumber()) return c + 0.5 + of(p.exponent());
    Rational r = p.exponent().number();
    return c + (r.signum() < 0 ? 0.6 : 0.5) + (r.abs().isOne() || r.signum() > 0 ? 0 : 0.3);
  }

  /// Fractions inside a bracket, which read worse than one fraction of brackets.
  private static int denominators(Expr e) {
    int n = 0;
    for (Monomial m : e.terms())
      for (Power p : m.powers())
        if (p.exponent().isNumber()
            && p.exponent().number().signum() < 0
            && p.base().free().length > 0) n++;
    return n;
  }

  private static double of(Factor f) {
    return switch (f) {
      case Symbol _ -> 1;
      case Apply a -> {
        double c = 1;
        for (Expr x : a.arguments()) c += of(x);
        yield c;
      }
      case Indicator i -> 1 + of(i.of);
      case Group g -> 0.4 + of(g.of) + 0.8 * denominators(g.of);
      case Relation _ -> 1.5;
      case Radical _ -> 0.8;
    };
  }
}
