package dev.jacobi.expr;

import dev.jacobi.expr.Monomial.Power;
import java.util.Comparator;
import java.util.IdentityHashMap;

/// The order of factors in a product and of terms in a sum: by their hashes, and where these are
/// equal though the nodes are not, by all that is inside.
///
/// A hash does not see which of a formula and its negative was left in a bracket, since that may
/// rest on the names of indices; so `exp(u)` and `exp(-u)` may tie.
final class Ties {
  static final Comparator<Power> POWERS =
      (a, b) -> {
        int c = Long.compare(a.hash(), b.hash());
        if (c != 0 || a.base() == b.base() && a.exponent() == b.exponent()) return c;
        var ties = new Ties();
        return Long.compare(ties.whole(a), ties.whole(b));
      };

  static final Comparator<Monomial> TERMS =
      (a, b) -> {
        int c = Long.compare(a.body, b.body);
        if (c != 0 || a.sameBody(b)) return c;
        var ties = new Ties();
        return Long.compare(ties.whole(a), ties.whole(b));
      };

  private final IdentityHashMap<Expr, Long> known = new IdentityHashMap<>();

  private Ties() {}

  private long whole(Monomial m) {
    long h = m.body;
    for (Power p : m.powers) h += Node.mix(whole(p));
    return h;
  }

  private long whole(Power p) {
    return Node.mix(whole(p.base()), whole(p.exponent()));
  }

  private long whole(Factor f) {
    return switch (f) {
      case Factor.Apply a -> {
        long h = a.hash;
        for (Expr x : a.arguments()) h = Node.mix(h, whole(x));
        yield h;
      }
      case Factor.Group g -> Node.mix(g.hash, whole(g.of));
      case Factor.Indicator i -> Node.mix(i.hash, whole(i.of));
      case Factor.Symbol s -> s.hash;
      case Factor.Relation r -> r.hash;
      case Factor.Radical r -> r.hash;
    };
  }

  private long whole(Expr e) {
    Long before = known.get(e);
    if (before != null) return before;
    long h = e.hash;
    for (Monomial m : e.terms) h += Node.mix(whole(m), m.coefficient.hashCode());
    known.put(e, h);
    return h;
  }
}
