package dev.jacobi.engine.plan;

import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import dev.jacobi.expr.Rational;

/// Roots of sums of squares, which are 0 only where all that is squared is.
final class Norms {
  private static final Rational MINUS_HALF = Rational.HALF.negate();
  private static final Rational MINUS_ONE = Rational.ONE.negate();

  private Norms() {}

  /// `1 / ‖u‖`, written out or by the name of the norm.
  static boolean isReciprocal(Power p, Model model) {
    if (!p.exponent().isNumber()) return false;
    Rational e = p.exponent().number();
    return e.equals(MINUS_HALF) && isSquares(p.base())
        || e.equals(MINUS_ONE) && p.base() instanceof Factor.Symbol s && isNorm(s, model);
  }

  /// `x / ‖x‖`, the gradient of a norm, is 0 where x is: the shortest of all subgradients. Higher
  /// powers, of second derivatives or of what is divided by a norm, have no such meaning.
  static Scalar reciprocal(Scalar norm, Scalars scalars) {
    return scalars.gate(norm, scalars.div(scalars.num(1), norm));
  }

  private static boolean isNorm(Factor.Symbol s, Model model) {
    Definition d = model.definitions().get(s.name);
    if (d == null || !(d.body() instanceof Definition.Formula f)) return false;
    if (f.expr().size() != 1 || f.expr().term(0).hasSums()) return false;
    var powers = f.expr().term(0).powers();
    if (powers.size() != 1) return false;
    Expr e = powers.getFirst().exponent();
    return e.isNumber() && e.number().equals(Rational.HALF) && isSquares(powers.getFirst().base());
  }

  private static boolean isSquares(Factor f) {
    if (!(f instanceof Factor.Group g)) return false;
    for (Monomial m : g.of.terms()) {
      if (m.coefficient.signum() <= 0 || m.powers().isEmpty()) return false;
      for (Power p : m.powers()) if (!isSquare(p)) return false;
    }
    return true;
  }

  private static boolean isSquare(Power p) {
    boolean known = p.base() instanceof Factor.Relation || p.base() instanceof Factor.Indicator;
    return known || p.exponent().isNumber() && p.exponent().number().equals(Rational.TWO);
  }
}
