package dev.jacobi.simplify;

import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Rules by what they begin with, so that a formula meets only those that may fit: finding them
/// does not take longer the more definitions a model has. Later rules go first.
final class Rules {
  private final Map<Long, List<Rule>> byFactor = new HashMap<>();
  private final Map<Long, List<Rule>> bySum = new HashMap<>();
  private final Map<Long, List<Rule>> bySumFactor = new HashMap<>(); // by one factor of the sum

  void add(Rule r) {
    Expr p = r.pattern();
    if (p.size() == 1)
      byFactor.computeIfAbsent(anchor(p.term(0)), _ -> new ArrayList<>()).addFirst(r);
    else addSum(r, p);
  }

  private void addSum(Rule r, Expr p) {
    bySum.computeIfAbsent(p.pattern(), _ -> new ArrayList<>()).addFirst(r);
    for (Monomial m : p.terms()) {
      if (m.powers().isEmpty()) continue;
      bySumFactor.computeIfAbsent(anchor(m), _ -> new ArrayList<>()).add(r);
      return;
    }
  }

  /// Whether some rule could fit what has this supply; a no is sure.
  boolean mayFit(Supply s) {
    for (Long f : s.factors()) {
      for (Rule r : byFactor.getOrDefault(f, List.of())) if (s.covers(r.pattern())) return true;
      for (Rule r : bySumFactor.getOrDefault(f, List.of())) if (s.covers(r.pattern())) return true;
    }
    return false;
  }

  /// The pattern's factor that is met least often: brackets and functions before symbols.
  private static long anchor(Monomial m) {
    Factor best = m.powers().get(0).base();
    for (Power p : m.powers()) if (weight(p.base()) > weight(best)) best = p.base();
    return best.pattern();
  }

  private static int weight(Factor f) {
    return switch (f) {
      case Factor.Group _ -> 4;
      case Factor.Apply _ -> 3;
      case Factor.Indicator _ -> 2;
      case Factor.Symbol _ -> 1;
      case Factor.Relation _, Factor.Radical _ -> 0;
    };
  }

  List<Rule> startingWith(Factor f) {
    return byFactor.getOrDefault(f.pattern(), List.of());
  }

  /// Rules whose pattern is a sum like this one, up to a rational factor that the caller takes out.
  List<Rule> sums(Expr e) {
    return bySum.getOrDefault(e.pattern(), List.of());
  }

  boolean isEmpty() {
    return byFactor.isEmpty() && bySum.isEmpty();
  }
}
