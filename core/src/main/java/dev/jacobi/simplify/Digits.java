package dev.jacobi.simplify;

import dev.jacobi.expr.Expand;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Factor.Comparison;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import dev.jacobi.expr.Rational;
import dev.jacobi.expr.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Places counted in two digits, as those of vec and kron: `Σ_u [u = i + m (j − 1)] [u = k + m (l −
/// 1)] = δ_ik δ_jl`, for i and k up to m. A sum over a place that two conditions fix goes, and a
/// condition that two such numbers are equal is one for each digit.
final class Digits {
  private static final int MOST_TERMS = 24;

  private final Terms t;

  Digits(Terms t) {
    this.t = t;
  }

  /// `Σ_q c_q i_q + rest = 0`.
  private record Equation(Power condition, Map<Index, Expr> coefficients, Expr rest) {}

  Optional<Expr> apply(Monomial m) {
    int conditions = 0;
    for (Power p : m.powers()) if (isEquation(p)) conditions++;
    if (conditions < (m.hasSums() ? 1 : 2)) return Optional.empty();
    var open = t.open(m);
    List<Equation> equations = new ArrayList<>();
    for (Power p : open.powers()) if (isEquation(p)) equation(p).ifPresent(equations::add);
    for (Index u : open.summed())
      for (Equation a : equations)
        for (Equation b : equations) {
          if (a == b || !fixes(a, b, u, open)) continue;
          Optional<Expr> equal = digits(difference(a, b, u));
          if (equal.isPresent()) return Optional.of(without(open, a, b, u, equal.get()));
        }
    return Optional.empty();
  }

  private static boolean isEquation(Power p) {
    return p.base() instanceof Factor.Indicator i && i.comparison == Comparison.ZERO;
  }

  // ---- what a condition says of places

  private Optional<Equation> equation(Power p) {
    Map<Index, Expr> coefficients = new LinkedHashMap<>();
    List<Expr> rest = new ArrayList<>();
    Expr of = new Expand(t, MOST_TERMS).apply(((Factor.Indicator) p.base()).of);
    for (Monomial m : of.terms()) {
      var open = t.open(m);
      Optional<Index> place = Optional.empty();
      Expr c = t.number(open.coefficient());
      for (Power q : open.powers()) {
        if (q.base().free().length == 0) {
          c = t.times(c, t.pow(t.of(q.base()), q.exponent()));
          continue;
        }
        if (place.isPresent()) return Optional.empty();
        place = place(q, open.summed());
        if (place.isEmpty()) return Optional.empty();
      }
      if (place.isPresent()) coefficients.merge(place.get(), c, t::plus);
      else if (open.summed().isEmpty()) rest.add(c);
      else return Optional.empty();
    }
    return Optional.of(new Equation(p, coefficients, t.add(rest)));
  }

  /// The i of `Σ_k [k ≤ i]`, which is the number of its place.
  private static Optional<Index> place(Power p, List<Index> summed) {
    if (summed.size() != 1 || !p.exponent().isOne()) return Optional.empty();
    if (!(p.base() instanceof Factor.Relation r)) return Optional.empty();
    List<Index> order = r.order();
    return order.size() == 2 && order.get(1).equals(summed.getFirst())
        ? Optional.of(order.get(0))
        : Optional.empty();
  }

  // ---- a place that two conditions fix

  /// Whether u is summed over the two conditions alone, and is a place whatever the others are.
  private boolean fixes(Equation a, Equation b, Index u, Terms.Open open) {
    for (Power p : open.powers())
      if ((p.base().contains(u) || p.exponent().contains(u))
          != (p == a.condition || p == b.condition)) return false;
    return isUnit(a.coefficients.get(u)) && isUnit(b.coefficients.get(u)) && reaches(a, u);
  }

  private static boolean isUnit(Expr c) {
    return c != null && c.isNumber() && c.number().abs().isOne();
  }

  /// Whether the number that u is runs from 1 to its extent.
  private boolean reaches(Equation e, Index u) {
    Rational turn = e.coefficients.get(u).number().negate();
    Expr least = t.scale(e.rest, turn);
    Expr greatest = least;
    for (var c : e.coefficients.entrySet()) {
      if (c.getKey().equals(u)) continue;
      Expr each = t.scale(c.getValue(), turn);
      if (!isProductOfExtents(each)) return false;
      least = t.plus(least, each);
      greatest = t.plus(greatest, t.times(each, t.extent(c.getKey().extent)));
    }
    return least.isOne() && greatest == t.extent(u.extent);
  }

  private static boolean isProductOfExtents(Expr e) {
    if (e.size() != 1 || e.term(0).coefficient.signum() < 0) return false;
    for (Power p : e.term(0).powers())
      if (!(p.base() instanceof Factor.Symbol s) || s.arity() > 0 || !p.exponent().isWhole())
        return false;
    return true;
  }

  /// What the one condition says u is, less what the other says.
  private Equation difference(Equation a, Equation b, Index u) {
    Rational x = a.coefficients.get(u).number().negate();
    Rational y = b.coefficients.get(u).number();
    Map<Index, Expr> sum = new LinkedHashMap<>();
    a.coefficients.forEach((i, c) -> sum.merge(i, t.scale(c, x), t::plus));
    b.coefficients.forEach((i, c) -> sum.merge(i, t.scale(c, y), t::plus));
    sum.values().removeIf(Expr::isZero);
    return new Equation(a.condition, sum, t.plus(t.scale(a.rest, x), t.scale(b.rest, y)));
  }

  // ---- digits

  /// `(i − k) + m (j − l) = 0` is `δ_ik δ_jl`, where i and k are at most m.
  private Optional<Expr> digits(Equation e) {
    if (!e.rest.isZero()) return Optional.empty();
    Map<Index, Expr> left = new LinkedHashMap<>(e.coefficients);
    Expr weight = t.one();
    Expr equal = t.one();
    while (!left.isEmpty()) {
      Index i = with(left, weight);
      Index j = with(left, t.negate(weight));
      if (i == null || j == null || !i.extent.equals(j.extent)) return Optional.empty();
      equal = t.times(equal, t.delta(i, j));
      weight = t.times(weight, t.extent(i.extent));
      left.remove(i);
      left.remove(j);
    }
    return Optional.of(equal);
  }

  private static Index with(Map<Index, Expr> coefficients, Expr c) {
    for (var e : coefficients.entrySet()) if (e.getValue() == c) return e.getKey();
    return null;
  }

  private Expr without(Terms.Open open, Equation a, Equation b, Index u, Expr equal) {
    List<Expr> factors = new ArrayList<>(List.of(t.number(open.coefficient()), equal));
    for (Power p : open.powers())
      if (p != a.condition && p != b.condition) factors.add(t.pow(t.of(p.base()), p.exponent()));
    List<Index> summed = new ArrayList<>(open.summed());
    summed.remove(u);
    return t.summedProduct(factors, summed);
  }
}
