package dev.jacobi.engine.plan;

import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import dev.jacobi.expr.Rational;
import dev.jacobi.expr.Terms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// `Σ_k g_k (y_k y_j + 1)`: the bracket has more indices than any factor in it, so as an array of
/// its own it would be larger than anything it is made of. Multiplied out, each term is a cheaper
/// sum: `y_j Σ_k g_k y_k + Σ_k g_k`.
final class Separation {
  private Separation() {}

  /// The sum multiplied out, without its coefficient, where that helps.
  static Optional<Expr> of(Terms t, Terms.Open sum) {
    for (Power p : sum.powers()) {
      boolean bracket = p.base() instanceof Factor.Group && p.exponent().isOne();
      if (bracket && separates(t, ((Factor.Group) p.base()).of, sum.summed()))
        return Optional.of(multiplied(t, sum, p));
    }
    return Optional.empty();
  }

  private static boolean separates(Terms t, Expr bracket, List<Index> summed) {
    Set<Index> all = new TreeSet<>(Arrays.asList(bracket.free()));
    boolean inside = all.stream().anyMatch(summed::contains);
    boolean outside = all.stream().anyMatch(i -> !summed.contains(i));
    if (!inside || !outside) return false;
    for (Monomial m : bracket.terms())
      for (Power p : t.open(m).powers())
        if (p.base() instanceof Factor.Relation r && !r.isDelta()
            || Set.of(p.base().free()).containsAll(all)) return false;
    return true;
  }

  private static Expr multiplied(Terms t, Terms.Open sum, Power bracket) {
    List<Power> others = new ArrayList<>(sum.powers());
    others.remove(bracket);
    Expr rest = t.close(new Terms.Open(Rational.ONE, others, List.of()));
    List<Expr> terms = new ArrayList<>();
    for (Monomial m : ((Factor.Group) bracket.base()).of.terms())
      terms.add(t.sum(t.times(rest, t.of(m)), sum.summed().toArray(new Index[0])));
    return t.add(terms);
  }
}
