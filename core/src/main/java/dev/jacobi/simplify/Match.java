package dev.jacobi.simplify;

import dev.jacobi.expr.At;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Factor.Apply;
import dev.jacobi.expr.Factor.Group;
import dev.jacobi.expr.Factor.Indicator;
import dev.jacobi.expr.Factor.Radical;
import dev.jacobi.expr.Factor.Relation;
import dev.jacobi.expr.Factor.Symbol;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import dev.jacobi.expr.Terms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds for the variable indices of a pattern what they must be for it to equal a target:
/// first-order unification modulo the order of factors and terms, by backtracking.
final class Match {
  private final Terms t;
  private final Set<Index> variables = new HashSet<>();
  private final Map<Index, At> bound = new LinkedHashMap<>();
  private final List<Index> trail = new ArrayList<>();

  Match(Terms t, List<Index> variables) {
    this.t = t;
    this.variables.addAll(variables);
  }

  Map<Index, At> bindings() {
    return bound;
  }

  At of(Index i) {
    return bound.get(i);
  }

  void addVariables(List<Index> more) {
    variables.addAll(more);
  }

  int mark() {
    return trail.size();
  }

  void undo(int mark) {
    while (trail.size() > mark) bound.remove(trail.removeLast());
  }

  /// Whether the whole formulas can be made equal.
  boolean expr(Expr p, Expr x) {
    if (p == x && !holdsVariable(p)) return true;
    if (p.size() != x.size() || p.pattern() != x.pattern()) return false;
    return terms(p, 0, x, new boolean[x.size()], () -> true);
  }

  private boolean holdsVariable(Expr e) {
    for (Index i : e.free()) if (variables.contains(i)) return true;
    return false;
  }

  /// What must hold beside, tried at the end of a branch.
  interface Then {
    boolean holds();
  }

  private boolean terms(Expr p, int q, Expr x, boolean[] used, Then then) {
    if (q == p.size()) return then.holds();
    Monomial m = p.term(q);
    for (int r = 0; r < x.size(); r++) {
      if (used[r] || !m.coefficient.equals(x.term(r).coefficient)) continue;
      if (m.pattern() != x.term(r).pattern()) continue;
      int mark = mark();
      used[r] = true;
      if (monomial(m, x.term(r), () -> terms(p, q + 1, x, used, then))) return true;
      used[r] = false;
      undo(mark);
    }
    return false;
  }

  private boolean monomial(Monomial p, Monomial x, Then then) {
    var po = t.open(p);
    var xo = t.open(x);
    if (po.powers().size() != xo.powers().size()) return false;
    if (po.summed().size() != xo.summed().size()) return false;
    if (!po.coefficient().equals(xo.coefficient())) return false; // a sign may have come out
    variables.addAll(po.summed());
    boolean[] used = new boolean[xo.powers().size()];
    return powers(
        po.powers(), 0, xo.powers(), used, () -> summedToSummed(po.summed(), xo) && then.holds());
  }

  private boolean summedToSummed(List<Index> summed, Terms.Open x) {
    Set<Index> images = new HashSet<>();
    for (Index i : summed) {
      At at = bound.get(i);
      if (at == null || !at.isPlain() || !x.summed().contains(at.plain())) return false;
      if (!images.add(at.plain())) return false;
    }
    return true;
  }

  private boolean powers(List<Power> p, int q, List<Power> x, boolean[] used, Then then) {
    if (q == p.size()) return then.holds();
    for (int r = 0; r < x.size(); r++) {
      if (used[r]) continue;
      int mark = mark();
      used[r] = true;
      if (expr(p.get(q).exponent(), x.get(r).exponent())
          && factor(p.get(q).base(), x.get(r).base())
          && powers(p, q + 1, x, used, then)) return true;
      used[r] = false;
      undo(mark);
    }
    return false;
  }

  /// Whether two factors can be made equal. Backtracking does not return into a factor once left.
  boolean factor(Factor p, Factor x) {
    if (p.pattern() != x.pattern()) return false;
    return switch (p) {
      case Symbol s -> x instanceof Symbol y && symbol(s, y);
      case Apply a -> x instanceof Apply b && apply(a, b);
      case Indicator i ->
          x instanceof Indicator j && i.comparison == j.comparison && expr(i.of, j.of);
      case Group g -> x instanceof Group h && expr(g.of, h.of);
      case Relation r -> x instanceof Relation s && relation(r, s);
      case Radical r -> x == r;
    };
  }

  private boolean symbol(Symbol p, Symbol x) {
    if (!p.name.equals(x.name) || p.arity() != x.arity()) return false;
    int mark = mark();
    for (int q = 0; q < p.arity(); q++) {
      if (!at(p.slot(q), x.slot(q))) {
        undo(mark);
        return false;
      }
    }
    return true;
  }

  private boolean at(At p, At x) {
    if (!p.isPlain() || !variables.contains(p.plain())) return p.equals(x);
    Index i = p.plain();
    At old = bound.get(i);
    if (old != null) return old.equals(x);
    if (x.isPlain() && !x.plain().extent.equals(i.extent)) return false;
    bound.put(i, x);
    trail.add(i);
    return true;
  }

  private boolean apply(Apply p, Apply x) {
    if (!p.function.equals(x.function)) return false;
    int mark = mark();
    for (int q = 0; q < p.arguments().size(); q++) {
      if (!expr(p.argument(q), x.argument(q))) {
        undo(mark);
        return false;
      }
    }
    return true;
  }

  private boolean relation(Relation p, Relation x) {
    if (!p.isDelta() || !x.isDelta()) return p == x;
    At a = At.of(p.at.indices[0]);
    At b = At.of(p.at.indices[1]);
    At c = At.of(x.at.indices[0]);
    At d = At.of(x.at.indices[1]);
    int mark = mark();
    if (at(a, c) && at(b, d)) return true;
    undo(mark);
    if (at(a, d) && at(b, c)) return true;
    undo(mark);
    return false;
  }
}
