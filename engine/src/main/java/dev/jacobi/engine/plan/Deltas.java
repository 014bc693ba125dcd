package dev.jacobi.engine.plan;

import dev.jacobi.expr.At;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import dev.jacobi.expr.Node;
import dev.jacobi.expr.Rewrite;
import dev.jacobi.expr.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A formula with `δ_ij` of two of its axes is one thing off the diagonal and another on it.
///
/// - `rest`: the terms without this delta
/// - `off`: the others where i ≠ j
/// - `on`: the others where i = j, with j replaced by i
record Deltas(Index i, Index j, Expr rest, Expr off, Expr on) {

  static Optional<Deltas> of(Terms t, Expr e, List<Index> axes) {
    Factor.Relation delta = find(e, axes);
    if (delta == null) return Optional.empty();
    Index i = delta.at.indices[0];
    Index j = delta.at.indices[1];
    if (axes.indexOf(i) > axes.indexOf(j)) {
      Index k = i;
      i = j;
      j = k;
    }
    List<Expr> rest = new ArrayList<>();
    List<Expr> with = new ArrayList<>();
    for (Monomial m : e.terms()) (find(t.of(m), List.of(i, j)) == null ? rest : with).add(t.of(m));
    Expr deltas = t.add(with);
    Expr off = new Without(t, delta).apply(deltas);
    Expr on = t.substitute(deltas, Map.of(j, At.of(i)));
    return Optional.of(new Deltas(i, j, t.add(rest), off, on));
  }

  private static Factor.Relation find(Expr e, List<Index> axes) {
    for (Monomial m : e.terms())
      for (Power p : m.powers()) {
        Factor.Relation r = find(p.base(), axes);
        if (r != null) return r;
      }
    return null;
  }

  private static Factor.Relation find(Factor f, List<Index> axes) {
    return switch (f) {
      case Factor.Relation r -> isOf(r, axes) ? r : null;
      case Factor.Group g -> find(g.of, axes);
      case Factor.Apply a -> {
        for (Expr x : a.arguments()) {
          Factor.Relation r = find(x, axes);
          if (r != null) yield r;
        }
        yield null;
      }
      case Factor.Indicator i -> find(i.of, axes);
      case Factor.Symbol _, Factor.Radical _ -> null;
    };
  }

  private static boolean isOf(Factor.Relation r, List<Index> axes) {
    return r.isDelta()
        && r.at.offset.isZero()
        && axes.contains(r.at.indices[0])
        && axes.contains(r.at.indices[1]);
  }

  /// With one delta replaced by 0.
  private static final class Without extends Rewrite {
    private final Factor.Relation gone;

    Without(Terms t, Factor.Relation gone) {
      super(t);
      this.gone = gone;
    }

    @Override
    protected boolean touches(Node node) {
      for (Index i : gone.at.indices) if (!node.contains(i)) return false;
      return true;
    }

    @Override
    protected Expr relation(Factor.Relation r) {
      boolean same = r.at.equals(gone.at) || r.at.times(-1).equals(gone.at);
      return same && r.equality ? t.zero() : t.of(r);
    }
  }
}
