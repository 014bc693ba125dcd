package dev.jacobi.print;

import dev.jacobi.expr.Expand;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Monomial.Power;
import dev.jacobi.expr.Terms;
import java.util.ArrayList;
import java.util.List;

/// A bracket that is more than a matrix, with what is summed together with it and nothing else: in
/// `Σ_ijk E_ij (x_ik − x_jk)²` the sum over k is one matrix, multiplied out, and the others need
/// not be multiplied with each of its terms.
final class Bundles {
  private static final int MOST_TERMS = 24;

  private Bundles() {}

  static Terms.Open bundled(Terms t, Terms.Open open) {
    if (open.summed().isEmpty()) return open;
    for (Power p : open.powers()) {
      if (!isWide(p)) continue;
      List<Power> members = open.powers();
      for (Index k : open.summed()) {
        List<Power> along = open.powers().stream().filter(q -> holds(q, k)).toList();
        if (along.contains(p) && along.size() < members.size()) members = along;
      }
      if (members.size() == open.powers().size()) continue;
      Terms.Open less = without(t, open, members);
      if (less != open) return bundled(t, less);
    }
    return open;
  }

  private static boolean isWide(Power p) {
    return p.base() instanceof Factor.Group g && g.of.free().length > 2;
  }

  private static boolean holds(Power p, Index k) {
    return p.base().contains(k) || p.exponent().contains(k);
  }

  /// The members as one bracket; the same where they would still be more than a matrix.
  private static Terms.Open without(Terms t, Terms.Open open, List<Power> members) {
    List<Index> inner = new ArrayList<>(open.summed());
    List<Power> others = new ArrayList<>(open.powers());
    others.removeAll(members);
    inner.removeIf(i -> others.stream().anyMatch(p -> holds(p, i)));
    List<Expr> factors = new ArrayList<>();
    for (Power p : members) factors.add(t.pow(t.of(p.base()), p.exponent()));
    Expr sum = new Expand(t, MOST_TERMS).apply(t.summedProduct(factors, inner));
    if (sum.isZero() || sum.free().length > 2) return open;
    others.add(new Power(t.bracket(sum), t.one()));
    List<Index> outer = new ArrayList<>(open.summed());
    outer.removeAll(inner);
    return new Terms.Open(open.coefficient(), others, outer);
  }
}
