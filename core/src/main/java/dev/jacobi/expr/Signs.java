package dev.jacobi.expr;

import dev.jacobi.expr.Factor.Apply;
import dev.jacobi.expr.Factor.Group;
import dev.jacobi.expr.Factor.Indicator;
import dev.jacobi.expr.Factor.Radical;
import dev.jacobi.expr.Factor.Relation;
import dev.jacobi.expr.Factor.Symbol;
import dev.jacobi.expr.Function.Sign;
import dev.jacobi.expr.Monomial.Power;

/// What is surely known of a formula's sign. Unknown is [Sign#ANY].
final class Signs {
  private Signs() {}

  static Sign of(Terms t, Expr e) {
    if (e.isZero()) return Sign.NOT_NEGATIVE;
    Sign sum = Sign.NOT_NEGATIVE;
    for (Monomial m : e.terms) {
      Sign s = of(t, m);
      if (s == Sign.ANY) return Sign.ANY;
      if (s == Sign.POSITIVE) sum = Sign.POSITIVE;
    }
    return sum;
  }

  private static Sign of(Terms t, Monomial m) {
    if (m.coefficient.signum() < 0) return Sign.ANY;
    Sign product = Sign.POSITIVE;
    for (Power p : m.powers) {
      Sign s = of(t, p);
      if (s == Sign.ANY) return Sign.ANY;
      if (s == Sign.NOT_NEGATIVE) product = s;
    }
    return product;
  }

  private static Sign of(Terms t, Power p) {
    Sign base =
        switch (p.base()) {
          case Symbol s -> t.signOf(s.name);
          case Apply a -> a.function.sign();
          case Group g -> of(t, g.of);
          case Relation _, Indicator _ -> Sign.NOT_NEGATIVE;
          case Radical _ -> Sign.POSITIVE;
        };
    if (base == Sign.POSITIVE || p.isPlain()) return base;
    boolean even = p.exponent().isWhole() && !p.exponent().number().num().testBit(0);
    if (base == Sign.ANY) return even ? Sign.NOT_NEGATIVE : Sign.ANY;
    return base;
  }
}
