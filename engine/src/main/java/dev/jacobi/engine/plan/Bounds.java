package dev.jacobi.engine.plan;

import dev.jacobi.engine.plan.Scalar.Condition;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import java.util.ArrayList;
import java.util.List;

/// Where a formula may speak of entries that are not there.
final class Bounds {
  private final Workshop shop;

  Bounds(Workshop shop) {
    this.shop = shop;
  }

  /// Whether an entry of the formula may lie outside its array for some value of the variables; a
  /// condition beside it says where it counts.
  boolean mayMiss(List<Power> powers) {
    for (Power p : powers) {
      if (mayMiss(p.base())) return true;
      for (Monomial m : p.exponent().terms())
        if (mayMiss(shop.model.t.open(m).powers())) return true;
    }
    return false;
  }

  private boolean mayMiss(Factor f) {
    return switch (f) {
      case Factor.Symbol s -> mayMiss(s);
      case Factor.Apply a -> a.arguments().stream().anyMatch(this::mayMiss);
      case Factor.Group g -> mayMiss(g.of);
      case Factor.Indicator i -> mayMiss(i.of);
      case Factor.Relation _, Factor.Radical _ -> false;
    };
  }

  private boolean mayMiss(Expr e) {
    for (Monomial m : e.terms()) if (mayMiss(shop.model.t.open(m).powers())) return true;
    return false;
  }

  private boolean mayMiss(Factor.Symbol s) {
    List<Condition> conditions = new ArrayList<>();
    inside(s, conditions);
    return !conditions.isEmpty();
  }

  /// Adds what must hold for an entry to lie inside its array. One outside is 0: the condition that
  /// says where it counts may stand outside of the sum that reads it.
  void inside(Factor.Symbol s, List<Condition> conditions) {
    for (int q = 0; q < s.arity(); q++) {
      Affine place = shop.place(s.slot(q));
      Affine left = Affine.of(shop.buffer(s.name).shape.get(q) - 1).plus(place.times(-1));
      if (place.least() < 0) Lowering.add(new Condition.Holds(place, false), conditions);
      if (left.least() < 0) Lowering.add(new Condition.Holds(left, false), conditions);
    }
  }
}
