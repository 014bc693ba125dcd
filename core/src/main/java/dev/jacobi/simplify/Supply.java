package dev.jacobi.simplify;

import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import java.util.HashMap;
import java.util.Map;

/// The factors that one term of a formula could hold if all its brackets were multiplied out, each
/// up to the names of its indices, and at most how often. What is not in the supply can neither
/// cancel nor merge, and no rule that needs it can fit: a quick and sure no.
final class Supply {
  /// By pattern; by function too, since two of one function with unlike arguments can merge.
  private final Map<Long, Double> most = new HashMap<>();

  private boolean relation = false;

  static Supply of(Expr e) {
    var s = new Supply();
    s.add(e, 1);
    return s;
  }

  static Supply of(Power p) {
    var s = new Supply();
    s.add(p, 1);
    return s;
  }

  private void add(Expr e, double times) {
    for (Monomial m : e.terms()) {
      var term = new Supply();
      for (Power p : m.powers()) term.add(p, times);
      widen(term);
    }
  }

  private void add(Power p, double times) {
    double n =
        times * (p.exponent().isNumber() ? Math.abs(p.exponent().number().doubleValue()) : 99);
    most.merge(p.base().pattern(), n, Double::sum);
    switch (p.base()) {
      case Factor.Group g -> {
        var inside = new Supply();
        inside.add(g.of, n);
        add(inside);
      }
      case Factor.Apply a -> most.merge((long) a.function.identity().hashCode(), n, Double::sum);
      case Factor.Relation _ -> relation = true;
      case Factor.Symbol _, Factor.Indicator _, Factor.Radical _ -> {}
    }
  }

  /// What a product of the two could hold.
  void add(Supply o) {
    o.most.forEach((f, n) -> most.merge(f, n, Double::sum));
    relation |= o.relation;
  }

  /// What a term of either could hold.
  private void widen(Supply o) {
    o.most.forEach((f, n) -> most.merge(f, n, Math::max));
    relation |= o.relation;
  }

  /// Whether a factor of the one could cancel or merge with a factor of the other.
  boolean meets(Supply o) {
    for (Long f : o.most.keySet()) if (most.containsKey(f)) return true;
    return false;
  }

  /// Whether it holds a relation between indices, which can end a sum.
  boolean holdsRelation() {
    return relation;
  }

  /// Whether each term of the formula could be a part of a term here.
  boolean covers(Expr e) {
    for (Monomial m : e.terms()) for (Power p : m.powers()) if (!covers(p)) return false;
    return true;
  }

  private boolean covers(Power p) {
    Double have = most.get(p.base().pattern());
    if (have == null) return false;
    if (!p.exponent().isNumber()) return true;
    return have >= Math.abs(p.exponent().number().doubleValue()) - 1e-9;
  }

  Iterable<Long> factors() {
    return most.keySet();
  }
}
