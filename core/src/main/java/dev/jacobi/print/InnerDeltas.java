package dev.jacobi.print;

import dev.jacobi.expr.Expand;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import dev.jacobi.expr.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A delta inside a bracket must come out: `y_i (δ_ij − y_j)` is `diag(y) - y y'`.
final class InnerDeltas {
  private final Terms t;

  InnerDeltas(Terms t) {
    this.t = t;
  }

  /// The formula with one such bracket opened; the same where there is none.
  Expr out(Expr e) {
    for (Monomial m : e.terms())
      for (Power p : m.powers())
        if (p.base() instanceof Factor.Group g && holdsDelta(g.of) && hasCompany(m, p))
          return p.exponent().isOne() ? opened(e, m) : new Expand(t, 24).apply(e);
    return e;
  }

  /// Whether other factors than numbers stand beside it.
  private static boolean hasCompany(Monomial m, Power bracket) {
    for (Power p : m.powers()) if (p != bracket && p.base().free().length > 0) return true;
    return !bracket.exponent().isOne() || m.hasSums();
  }

  /// The formula with one bracket of one term, which holds a delta, multiplied out, and no other.
  private Expr opened(Expr e, Monomial m) {
    List<Expr> terms = new ArrayList<>();
    for (Monomial other : e.terms()) if (other != m) terms.add(t.of(other));
    var open = t.open(m);
    List<Power> rest = new ArrayList<>(open.powers());
    Factor.Group bracket = null;
    for (Power p : open.powers())
      if (bracket == null && p.base() instanceof Factor.Group g && holdsDelta(g.of)) {
        bracket = g;
        rest.remove(p);
      }
    for (Monomial part : Objects.requireNonNull(bracket).of.terms()) {
      List<Expr> factors = new ArrayList<>(List.of(t.number(open.coefficient()), t.of(part)));
      for (Power p : rest) factors.add(t.pow(t.of(p.base()), p.exponent()));
      terms.add(t.summedProduct(factors, open.summed()));
    }
    return t.add(terms);
  }

  private static boolean holdsDelta(Expr e) {
    for (Monomial m : e.terms())
      for (Power p : m.powers()) if (p.base() instanceof Factor.Relation) return true;
    return false;
  }
}
