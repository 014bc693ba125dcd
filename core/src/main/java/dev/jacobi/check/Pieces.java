package dev.jacobi.check;

import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Function;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Pointwise;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/// Where a formula is made of pieces: indicators, and functions with a kink. Two formulas may be
/// equal on one piece and differ on another, which a few points need not meet.
final class Pieces {
  private final Model model;
  private final Set<String> seen = new HashSet<>();
  private final Set<Double> distances = new TreeSet<>();
  private boolean any;

  Pieces(Model model) {
    this.model = model;
  }

  Pieces add(Expr e) {
    for (Monomial m : e.terms())
      for (Monomial.Power p : m.powers()) {
        factor(p.base());
        if (!p.exponent().isNumber()) add(p.exponent());
      }
    return this;
  }

  boolean any() {
    return any;
  }

  /// How far from 0 the arguments have their kinks, where that is not 0: 3 for `relu(x - 3)`.
  Set<Double> distances() {
    return distances;
  }

  private void factor(Factor f) {
    switch (f) {
      case Factor.Apply a -> {
        if (isPiecewise(a.function)) {
          any = true;
          a.arguments().forEach(this::kinks);
        }
        a.arguments().forEach(this::add);
      }
      case Factor.Indicator i -> {
        any = true;
        kinks(i.of);
        add(i.of);
      }
      case Factor.Group g -> add(g.of);
      case Factor.Symbol s -> symbol(s.name);
      case Factor.Relation _, Factor.Radical _ -> {}
    }
  }

  private static boolean isPiecewise(Pointwise p) {
    return p instanceof Function f && (f.arity == 2 || !f.kinks.isEmpty());
  }

  private void symbol(String name) {
    if (!seen.add(name)) return;
    Definition d = model.definitions().get(name);
    if (d == null) return;
    switch (d.body()) {
      case Definition.Formula f -> add(f.expr());
      case Definition.Extreme _, Definition.ArgMax _ -> any = true;
      case Definition.Inverse _, Definition.Determinant _ -> {}
      case Definition.ProductOver _, Definition.Unknown _ -> {}
    }
  }

  /// `x / 10 - 3` has its kink at 30.
  private void kinks(Expr argument) {
    double constant = 0;
    for (Monomial m : argument.terms())
      if (m.powers().isEmpty()) constant = Math.abs(m.coefficient.doubleValue());
    if (constant == 0) return;
    distances.add(constant);
    for (Monomial m : argument.terms())
      if (!m.powers().isEmpty()) distances.add(constant / Math.abs(m.coefficient.doubleValue()));
  }
}
