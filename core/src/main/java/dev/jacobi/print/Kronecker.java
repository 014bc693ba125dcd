package dev.jacobi.print;

import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import dev.jacobi.expr.Rational;
import dev.jacobi.expr.Terms;
import dev.jacobi.notation.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A derivative with three or four axes as a matrix between column-major vectors: `∂vec(Y)/∂vec(X)`
/// of `Y = A X B` is `kron(B', A)`. Each term must fall into a part that holds the last axes (the
/// slow ones) and a part that holds the first; or be diagonal; or be a product of vectors.
///
/// Source: Magnus and Neudecker, "Matrix Differential Calculus", chapter 2.
final class Kronecker {
  private final Terms t;
  private final MatrixForm matrix;

  Kronecker(Terms t, MatrixForm matrix) {
    this.t = t;
    this.matrix = matrix;
  }

  /// Empty when some term does not fall apart so.
  Optional<Syntax> of(Expr e, List<Index> outer, List<Index> inner) {
    if (outer.isEmpty() || inner.isEmpty() || outer.size() > 2 || inner.size() > 2)
      return Optional.empty();
    List<Syntax> terms = new ArrayList<>();
    for (Monomial m : e.terms()) {
      Optional<Syntax> s =
          term(m, outer, inner)
              .or(() -> diagonal(m, outer, inner))
              .or(() -> outerProduct(m, outer, inner));
      if (s.isEmpty()) return s;
      terms.add(s.get());
    }
    if (terms.isEmpty()) return Optional.empty();
    terms.sort(Order.TERMS);
    return Optional.of(Build.sum(terms));
  }

  private Optional<Syntax> term(Monomial m, List<Index> outer, List<Index> inner) {
    var open = t.open(m);
    Index slowRow = outer.size() == 2 ? outer.get(1) : null;
    Index slowColumn = inner.size() == 2 ? inner.get(1) : null;
    List<Power> slow = new ArrayList<>();
    List<Power> fast = new ArrayList<>(open.powers());
    List<Index> reached = new ArrayList<>();
    if (slowRow != null) reached.add(slowRow);
    if (slowColumn != null) reached.add(slowColumn);
    for (int q = 0; q < reached.size(); q++)
      take(reached.get(q), fast, slow, reached, open.summed());
    for (Index i : List.of(outer.get(0), inner.get(0)))
      for (Power p : slow) if (holds(p, i)) return Optional.empty();
    Optional<Syntax> left = part(Rational.ONE, slow, open.summed(), slowRow, slowColumn);
    Optional<Syntax> right =
        part(open.coefficient().abs(), fast, open.summed(), outer.get(0), inner.get(0));
    if (left.isEmpty() || right.isEmpty()) return Optional.empty();
    Syntax s = Polish.of(Build.call("kron", left.get(), right.get()));
    return Optional.of(open.coefficient().signum() < 0 ? Build.negate(s) : s);
  }

  /// `f_ij δ_ik δ_jl` is `diag(vec(F))`: an entrywise function.
  private Optional<Syntax> diagonal(Monomial m, List<Index> outer, List<Index> inner) {
    if (outer.size() != 2 || inner.size() != 2) return Optional.empty();
    var open = t.open(m);
    List<Power> rest = new ArrayList<>(open.powers());
    for (int q = 0; q < 2; q++) {
      Index i = outer.get(q);
      Index j = inner.get(q);
      if (!rest.removeIf(p -> p.base() instanceof Factor.Relation r && isDelta(r, i, j)))
        return Optional.empty();
    }
    Expr e = t.close(new Terms.Open(open.coefficient(), rest, open.summed()));
    e = t.substitute(e, inner, outer);
    if (!free(e, outer)) return Optional.empty();
    return matrix
        .of(e, outer.get(0), outer.get(1))
        .map(f -> Polish.of(Build.call("diag", Build.call("vec", f))));
  }

  private static boolean isDelta(Factor.Relation r, Index i, Index j) {
    return r.isDelta() && r.contains(i) && r.contains(j);
  }

  /// `f_ij g_kl` is `vec(F) vec(G)'`.
  private Optional<Syntax> outerProduct(Monomial m, List<Index> outer, List<Index> inner) {
    var open = t.open(m);
    List<Power> down = new ArrayList<>(open.powers());
    List<Power> across = new ArrayList<>();
    List<Index> reached = new ArrayList<>(inner);
    for (int q = 0; q < reached.size(); q++)
      take(reached.get(q), down, across, reached, open.summed());
    Optional<Syntax> left = vector(open.coefficient().abs(), down, open.summed(), outer);
    Optional<Syntax> right = vector(Rational.ONE, across, open.summed(), inner);
    if (left.isEmpty() || right.isEmpty()) return Optional.empty();
    Syntax s = Polish.of(Build.times(left.get(), Build.transpose(right.get())));
    return Optional.of(open.coefficient().signum() < 0 ? Build.negate(s) : s);
  }

  private Optional<Syntax> vector(
      Rational coefficient, List<Power> powers, List<Index> summed, List<Index> axes) {
    Index column = axes.size() == 2 ? axes.get(1) : null;
    Optional<Syntax> s = part(coefficient, powers, summed, axes.get(0), column);
    return column == null ? s : s.map(f -> Build.call("vec", f));
  }

  /// Moves what holds an index, and what hangs on that by summed indices, to the slow part.
  private static void take(
      Index i, List<Power> from, List<Power> to, List<Index> reached, List<Index> summed) {
    for (Power p : List.copyOf(from)) {
      if (!holds(p, i)) continue;
      from.remove(p);
      to.add(p);
      for (Index k : summed) if (holds(p, k) && !reached.contains(k)) reached.add(k);
    }
  }

  private static boolean holds(Power p, Index i) {
    return p.base().contains(i) || p.exponent().contains(i);
  }

  private Optional<Syntax> part(
      Rational coefficient, List<Power> powers, List<Index> summed, Index row, Index column) {
    List<Index> own = new ArrayList<>();
    for (Index k : summed) if (powers.stream().anyMatch(p -> holds(p, k))) own.add(k);
    Expr e = t.close(new Terms.Open(coefficient, powers, own));
    List<Index> axes = new ArrayList<>();
    if (row != null) axes.add(row);
    if (column != null) axes.add(column);
    return free(e, axes) ? matrix.of(e, row, column) : Optional.empty();
  }

  private static boolean free(Expr e, List<Index> axes) {
    return axes.containsAll(List.of(e.free()));
  }
}
