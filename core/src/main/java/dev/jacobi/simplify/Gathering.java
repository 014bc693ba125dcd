package dev.jacobi.simplify;

import dev.jacobi.expr.At;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import dev.jacobi.expr.Rational;
import dev.jacobi.expr.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sums brought together: `Σ_k a_k b_k + Σ_k a_k c_k → Σ_k a_k (b_k + c_k)`. Which sum of the one
/// stands for which of the other is tried out; what they share under it must be worth a bracket.
final class Gathering {
  private static final int MOST_SUMS = 3; // 6 ways to pair them

  private final Terms t;

  Gathering(Terms t) {
    this.t = t;
  }

  Expr apply(Expr e) {
    List<Expr> terms = new ArrayList<>();
    for (Monomial m : e.terms()) terms.add(t.of(m));
    boolean any = false;
    for (int p = 0; p < terms.size(); p++)
      for (int q = p + 1; q < terms.size(); q++) {
        Optional<Expr> joined = joined(terms.get(p), terms.get(q));
        if (joined.isEmpty()) continue;
        any = true;
        terms.set(p, joined.get());
        terms.remove(q);
        q = p; // what is joined may join more
      }
    return any ? t.add(terms) : e;
  }

  private Optional<Expr> joined(Expr a, Expr b) {
    if (a.size() != 1 || b.size() != 1) return Optional.empty();
    Monomial m = a.term(0);
    int sums = m.summedCount();
    if (sums == 0 || sums > MOST_SUMS || b.term(0).summedCount() != sums) return Optional.empty();
    var open = t.open(m);
    var other = t.open(b.term(0));
    Best best = new Best();
    pair(open, other, new ArrayList<>(), best);
    return best.shared.isEmpty() ? Optional.empty() : together(open, best);
  }

  /// The pairing under which most is shared.
  private static final class Best {
    private double cost = 0;
    private List<Power> shared = List.of();
    private Monomial other;
  }

  private void pair(Terms.Open open, Terms.Open other, List<Index> images, Best best) {
    int q = images.size();
    if (q == other.summed().size()) {
      compare(open, other, images, best);
      return;
    }
    for (Index i : open.summed()) {
      if (images.contains(i) || !i.extent.equals(other.summed().get(q).extent)) continue;
      images.add(i);
      pair(open, other, images, best);
      images.removeLast();
    }
  }

  private void compare(Terms.Open open, Terms.Open other, List<Index> images, Best best) {
    Map<Index, At> map = new HashMap<>();
    for (int q = 0; q < images.size(); q++) map.put(other.summed().get(q), At.of(images.get(q)));
    Expr body =
        t.substitute(t.close(new Terms.Open(other.coefficient(), other.powers(), List.of())), map);
    if (body.size() != 1) return;
    List<Power> shared = new ArrayList<>();
    boolean under = false;
    for (Power p : open.powers())
      for (Power x : body.term(0).powers()) {
        Optional<Power> least = least(p, x);
        if (least.isEmpty()) continue;
        shared.add(least.get());
        for (Index i : open.summed()) under |= p.base().contains(i);
      }
    double cost = under ? Cost.of(product(shared)) : 0;
    if (cost <= best.cost) return;
    best.cost = cost;
    best.shared = shared;
    best.other = body.term(0);
  }

  /// What two powers of one base share: the lesser of two whole exponents of one sign.
  private Optional<Power> least(Power a, Power b) {
    if (a.base() != b.base() || !a.exponent().isNumber() || !b.exponent().isNumber())
      return Optional.empty();
    Rational x = a.exponent().number();
    Rational y = b.exponent().number();
    if (x.signum() != y.signum()) return Optional.empty();
    return Optional.of(new Power(a.base(), t.number(x.abs().compareTo(y.abs()) <= 0 ? x : y)));
  }

  private Expr product(List<Power> powers) {
    Expr[] factors = new Expr[powers.size()];
    for (int q = 0; q < factors.length; q++)
      factors[q] = t.pow(t.of(powers.get(q).base()), powers.get(q).exponent());
    return t.times(factors);
  }

  /// Empty where the bracket would be more than a vector or a sum of matrices as they are: that
  /// reads worse than two sums.
  private Optional<Expr> together(Terms.Open open, Best best) {
    Expr shared = product(best.shared);
    Expr body = t.close(new Terms.Open(open.coefficient(), open.powers(), List.of()));
    Expr rest = t.plus(t.over(body, shared), t.over(t.of(best.other), shared));
    int axes = rest.free().length;
    if (axes > 2 || axes == 2 && !isEntrywise(rest)) return Optional.empty();
    return Optional.of(t.summedProduct(List.of(shared, rest), open.summed()));
  }

  /// Whether each factor is a number or holds both axes.
  private static boolean isEntrywise(Expr rest) {
    for (Monomial m : rest.terms())
      for (Power p : m.powers()) if (p.base().free().length == 1) return false;
    return true;
  }
}
