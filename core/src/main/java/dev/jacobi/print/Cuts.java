package dev.jacobi.print;

import dev.jacobi.expr.At;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import dev.jacobi.expr.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A sum over a stack, block by block: `Σ_i f(u_i [i ≤ m] + v_(i−m) [i > m])` becomes `Σ_i f(u_i) +
/// Σ_i f(v_i)`. Under f the blocks could not be told apart by where their indices fit. A sum over
/// one block alone, `Σ_i u_i p_i [i ≤ m]`, runs over that block.
final class Cuts {
  private final Terms t;

  Cuts(Terms t) {
    this.t = t;
  }

  Expr apply(Expr e) {
    List<Expr> terms = new ArrayList<>();
    for (Monomial m : e.terms()) terms.add(m.hasSums() ? cut(m) : t.of(m));
    return t.add(terms);
  }

  private Expr cut(Monomial m) {
    var open = t.open(m);
    for (Index i : open.summed()) {
      for (Power p : open.powers()) {
        boolean beside = p.base() instanceof Factor.Relation;
        if (beside && i.extent.isName()) continue; // no stack: `x[i] x[i + 1]` shows where i fits
        Optional<Extent> at = beside ? place((Factor.Relation) p.base(), i) : within(p, i);
        if (at.isPresent()) return apply(cut(open, i, at.get()));
      }
    }
    return t.of(m);
  }

  private Expr cut(Terms.Open open, Index i, Extent at) {
    Index below = t.index(at, i.letter);
    Index above = t.index(i.extent.minus(at), i.letter);
    List<Index> rest = new ArrayList<>(open.summed());
    rest.remove(i);
    Expr body = t.close(new Terms.Open(open.coefficient(), open.powers(), rest));
    return t.plus(
        t.sum(t.substitute(body, Map.of(i, At.of(below))), below),
        t.sum(t.substitute(body, Map.of(i, At.of(above).plus(At.of(at)))), above));
  }

  /// The place after which a condition on the index alone changes, inside a factor.
  private static Optional<Extent> within(Power p, Index i) {
    return switch (p.base()) {
      case Factor.Apply a -> {
        for (Expr e : a.arguments()) {
          Optional<Extent> at = anywhere(e, i);
          if (at.isPresent()) yield at;
        }
        yield Optional.empty();
      }
      case Factor.Indicator x -> anywhere(x.of, i);
      case Factor.Group g -> anywhere(g.of, i);
      case Factor.Symbol _, Factor.Relation _, Factor.Radical _ -> anywhere(p.exponent(), i);
    };
  }

  private static Optional<Extent> anywhere(Expr e, Index i) {
    for (Monomial m : e.terms())
      for (Power p : m.powers()) {
        Optional<Extent> at = p.base() instanceof Factor.Relation r ? place(r, i) : within(p, i);
        if (at.isPresent()) return at;
      }
    return Optional.empty();
  }

  private static Optional<Extent> place(Factor.Relation r, Index i) {
    if (r.equality || r.at.indices.length != 1 || !r.at.contains(i)) return Optional.empty();
    Extent at =
        switch (r.at.coefficient(i)) {
          case 1 -> r.at.offset.times(-1).minus(Extent.ONE); // i >= 1 - offset
          case -1 -> r.at.offset; // i <= offset
          default -> Extent.ZERO;
        };
    boolean inside = at.neverNegative() && i.extent.minus(at).neverNegative();
    return inside && !at.isZero() && !at.equals(i.extent) ? Optional.of(at) : Optional.empty();
  }
}
