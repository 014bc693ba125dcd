package dev.jacobi.eval;

import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Function;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Products of exponentials by the sum of their exponents, so that nothing overflows on the way:
/// `exp(x_i) / Σ_k exp(x_k)` at x_i = 870 is computed as it is at 0.
final class Exponents {
  private final java.util.function.Function<Expr, Table> value;

  Exponents(java.util.function.Function<Expr, Table> value) {
    this.value = value;
  }

  /// `exp(a) exp(b)`, where one has the axes of the other, is one factor, `exp(a + b)`: each alone
  /// may overflow. What is taken together stands at the first of them; the others leave the list.
  Map<Power, Table> together(List<Power> left) {
    List<Power> all = new ArrayList<>(0);
    for (Power p : left) if (isExponential(p)) all.add(p);
    if (all.size() < 2) return Map.of();
    all.sort(Comparator.comparingInt(p -> -p.base().free().length));
    Map<Power, Table> together = new HashMap<>();
    while (!all.isEmpty()) {
      Power p = all.removeFirst();
      Table sum = exponent(p);
      for (Power q : List.copyOf(all)) {
        if (!List.of(p.base().free()).containsAll(List.of(q.base().free()))) continue;
        sum = sum.with(exponent(q), Double::sum);
        all.remove(q);
        left.remove(q);
      }
      together.put(p, sum.map(Math::exp));
    }
    return together;
  }

  private static boolean isExponential(Power p) {
    return p.base() instanceof Factor.Apply a
        ? a.function == Function.EXP && p.exponent().isOne()
        : p.base() instanceof Factor.Group g && isSum(g.of) && p.exponent().isNumber();
  }

  /// `Σ_i exp(x_i)`.
  static boolean isSum(Expr e) {
    if (e.size() != 1 || !e.term(0).hasSums() || !e.term(0).coefficient.isOne()) return false;
    for (Power p : e.term(0).powers()) {
      boolean applied = p.base() instanceof Factor.Apply a && a.function == Function.EXP;
      if (!applied || !p.exponent().isOne()) return false;
    }
    for (Index i : e.term(0).summed()) if (!Order.holds(e.term(0).powers(), i)) return false;
    return true;
  }

  /// The logarithm of an exponential factor.
  private Table exponent(Power p) {
    if (p.base() instanceof Factor.Apply a) return value.apply(a.argument(0));
    double times = p.exponent().number().doubleValue();
    return logarithm(((Factor.Group) p.base()).of.term(0)).map(x -> times * x);
  }

  /// `log Σ_i exp(x_i)`, with the greatest x_i in front of the sum.
  Table logarithm(Monomial m) {
    Table x = Table.scalar(0);
    for (Power p : m.powers()) x = x.with(exponent(p), Double::sum);
    Table greatest = x;
    for (Index i : m.summed()) greatest = greatest.reduce(i, Double.NEGATIVE_INFINITY, Math::max);
    Table sum = x.with(greatest, (a, b) -> Math.exp(a - b));
    for (Index i : m.summed()) sum = sum.reduce(i, 0, Double::sum);
    return sum.with(greatest, (a, b) -> Math.log(a) + b);
  }
}
