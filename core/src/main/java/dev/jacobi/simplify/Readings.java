package dev.jacobi.simplify;

import dev.jacobi.expr.Expand;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import dev.jacobi.expr.Rational;
import dev.jacobi.expr.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The ways to write one formula: as it is, multiplied out, with what all terms share in front,
/// over one denominator, with like sums brought together. All are equal; the reader wants the
/// shortest.
final class Readings {
  private static final int MOST_TERMS = 24;

  private final Terms t;
  private final Gathering gathering;
  private final Complements complements;

  Readings(Terms t) {
    this.t = t;
    this.gathering = new Gathering(t);
    this.complements = new Complements(t);
  }

  /// `rules` are those that each way will meet.
  List<Expr> of(Expr e, Rules rules) {
    List<Expr> all = new ArrayList<>();
    all.add(e);
    if (e.size() == 1 && !Brackets.mayShorten(e.term(0), rules)) return all;
    Expr expanded = new Expand(t, MOST_TERMS).apply(e);
    add(all, expanded);
    if (e.size() > 1) add(all, together(e));
    if (expanded != e && expanded.size() > 1) add(all, together(expanded));
    for (Expr x : List.copyOf(all)) if (x.size() > 1) add(all, factored(x));
    for (Expr x : List.copyOf(all)) if (x.size() > 1) add(all, gathering.apply(x));
    for (Expr x : List.copyOf(all)) if (x.size() > 1) add(all, complements.apply(x));
    return all;
  }

  private static void add(List<Expr> all, Expr e) {
    if (!all.contains(e)) all.add(e);
  }

  /// Multiplied out where that is shorter: what a condition compares with zero.
  Expr open(Expr e) {
    Expr x = new Expand(t, MOST_TERMS).apply(e);
    return Cost.of(x) < Cost.of(e) ? x : e;
  }

  /// `a x + a y → a (x + y)`.
  Expr factored(Expr e) {
    return t.factored(e);
  }

  /// `x/u + y/v → (x v + y u)/(u v)`, the numerator multiplied out.
  private Expr together(Expr e) {
    Map<Factor, Rational> denominator = new LinkedHashMap<>();
    for (Monomial m : e.terms())
      for (Power p : m.powers()) {
        if (!p.exponent().isNumber() || p.exponent().number().signum() >= 0) continue;
        if (!isOutside(p, m)) continue;
        denominator.merge(p.base(), p.exponent().number(), (a, b) -> a.compareTo(b) < 0 ? a : b);
      }
    if (denominator.isEmpty()) return e;
    Expr d = t.one();
    for (var p : denominator.entrySet())
      d = t.times(d, t.pow(t.of(p.getKey()), p.getValue().negate()));
    List<Expr> numerator = new ArrayList<>();
    for (Monomial m : e.terms()) numerator.add(t.times(t.of(m), d));
    Expr n = new Expand(t, MOST_TERMS).apply(t.add(numerator));
    return t.over(n, d);
  }

  private static boolean isOutside(Power p, Monomial m) {
    for (var i : p.base().free()) if (!m.contains(i)) return false;
    return true;
  }
}
