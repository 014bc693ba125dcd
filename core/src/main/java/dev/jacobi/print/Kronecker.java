package dev.jacobi.print;

import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import dev.jacobi.expr.Rational;
import dev.jacobi.expr.Terms;
import dev.jacobi.notation.Syntax;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A derivative with three or four axes as a matrix between column-major vectors: `∂vec(Y)/∂vec(X)`
/// of `Y = A X B` is `kron(B', A)`. Each term must fall into a part that holds the last axes (the
/// slow ones) and a part that holds the first.
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
      Optional<Syntax> s = term(m, outer, inner);
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
    boolean strange = Arrays.stream(e.free()).anyMatch(i -> !i.equals(row) && !i.equals(column));
    return strange ? Optional.empty() : matrix.of(e, row, column);
  }
}
