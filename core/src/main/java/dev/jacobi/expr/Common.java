package dev.jacobi.expr;

import dev.jacobi.expr.Monomial.Power;
import java.util.ArrayList;
import java.util.List;

/// What all terms of a sum share outside their own sums: `x_i y_i + x_i Σ_k z_k` shares `x_i`.
final class Common {
  private Common() {}

  /// The shared powers, each with the least of its rational exponents.
  static List<Power> factors(Expr e) {
    List<Power> common = new ArrayList<>();
    Monomial first = e.terms[0];
    for (Power p : first.powers) {
      if (!isOutside(p, first)) continue;
      Rational least = p.exponent().number();
      for (int q = 1; q < e.terms.length && least != null; q++)
        least = least(least, exponentOf(e.terms[q], p.base()));
      if (least != null) common.add(new Power(p.base(), p.exponent()));
    }
    return common.isEmpty() ? common : withLeast(e, common);
  }

  private static List<Power> withLeast(Expr e, List<Power> common) {
    List<Power> result = new ArrayList<>();
    for (Power p : common) {
      Power least = p;
      for (Monomial m : e.terms)
        for (Power q : m.powers)
          if (q.base() == p.base()
              && q.exponent().number().compareTo(least.exponent().number()) < 0) least = q;
      result.add(least);
    }
    return result;
  }

  /// The lesser of two exponents of one sign; null when there is none.
  private static Rational least(Rational a, Rational b) {
    if (b == null || a.signum() != b.signum()) return null;
    return a.compareTo(b) <= 0 ? a : b;
  }

  private static Rational exponentOf(Monomial m, Factor base) {
    for (Power p : m.powers) if (p.base() == base && isOutside(p, m)) return p.exponent().number();
    return null;
  }

  private static boolean isOutside(Power p, Monomial m) {
    if (!p.exponent().isNumber()) return false;
    for (Index i : m.summed) if (p.base().contains(i)) return false;
    return true;
  }

  static Expr divide(Terms t, Expr e, List<Power> common) {
    List<Expr> terms = new ArrayList<>();
    for (Monomial m : e.terms) {
      var p = new Product(t);
      p.times(m, t.one());
      for (Power q : common) p.factor(q.base(), t.negate(q.exponent()));
      terms.add(p.finish());
    }
    return t.add(terms);
  }
}
