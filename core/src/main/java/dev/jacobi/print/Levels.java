package dev.jacobi.print;

import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import dev.jacobi.expr.Terms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A bracket over two axes of which a term lacks one reads badly in matrix notation: it needs ones.
/// What stands beside it along that axis goes into it: `Σ_j (A_ij − c_i) v_j → Σ_j A_ij v_j − c_i
/// Σ_j v_j`, and `(A - c ones(n)') v` may become `A v - sum(v) c`.
final class Levels {
  private final Terms t;

  Levels(Terms t) {
    this.t = t;
  }

  /// The term with its first such bracket levelled.
  Optional<Expr> of(Monomial m) {
    for (Power p : m.powers())
      if (p.base() instanceof Factor.Group g && isUneven(p, g)) return level(t.open(m));
    return Optional.empty();
  }

  private static boolean isUneven(Power p, Factor.Group g) {
    if (!p.exponent().isOne() || g.free().length != 2) return false;
    for (Index i : g.free()) if (lacks(g.of, i)) return true;
    return false;
  }

  private static boolean lacks(Expr e, Index i) {
    for (Monomial m : e.terms()) if (!m.contains(i)) return true;
    return false;
  }

  private Optional<Expr> level(Terms.Open open) {
    for (Power p : open.powers()) {
      if (!(p.base() instanceof Factor.Group g) || !isUneven(p, g)) continue;
      for (Index k : g.free()) {
        List<Power> along = new ArrayList<>();
        for (Power q : open.powers()) if (q != p && holds(q, k)) along.add(q);
        Index other = g.free()[0].equals(k) ? g.free()[1] : g.free()[0];
        if (along.isEmpty() || along.stream().anyMatch(q -> holds(q, other))) continue;
        boolean alone = lacks(g.of, k) && open.powers().size() == along.size() + 1;
        if (!alone && !open.summed().contains(k)) continue; // a bracket gives back what all share
        return Optional.of(level(open, p, g, k, along));
      }
    }
    return Optional.empty();
  }

  private Expr level(Terms.Open open, Power bracket, Factor.Group g, Index k, List<Power> along) {
    List<Index> inner = open.summed().contains(k) ? List.of(k) : List.of();
    List<Expr> terms = new ArrayList<>();
    for (Monomial m : g.of.terms()) {
      List<Expr> factors = new ArrayList<>(List.of(t.number(open.coefficient()), t.of(m)));
      for (Power q : along) factors.add(t.pow(t.of(q.base()), q.exponent()));
      terms.add(t.summedProduct(factors, inner));
    }
    List<Index> outer = new ArrayList<>(open.summed());
    outer.removeAll(inner);
    Expr sum = t.add(terms);
    if (open.powers().size() == along.size() + 1 && outer.isEmpty()) return sum;
    List<Expr> factors = new ArrayList<>(List.of(sum));
    for (Power q : open.powers())
      if (q != bracket && !along.contains(q)) factors.add(t.pow(t.of(q.base()), q.exponent()));
    return t.summedProduct(factors, outer);
  }

  private static boolean holds(Power p, Index i) {
    return Arrays.asList(p.base().free()).contains(i) || p.exponent().contains(i);
  }
}
