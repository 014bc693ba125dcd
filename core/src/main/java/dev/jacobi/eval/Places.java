package dev.jacobi.eval;

import dev.jacobi.expr.At;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import java.util.List;

/// Where formulas say by a number which entries they mean: `x[i + 3]`, `i <= 300`.
final class Places {
  private final Model model;

  private Places(Model model) {
    this.model = model;
  }

  /// Whether any definition counts from a place that is a number. The first entry does not count,
  /// and neither does one entry by itself: `x[1]`, `x[784]`.
  static boolean areNumbers(Model model) {
    var places = new Places(model);
    for (Definition d : model.definitions().values()) {
      boolean any =
          switch (d.body()) {
            case Definition.Formula f -> places.in(f.expr());
            case Definition.Extreme x -> places.in(x.expr());
            case Definition.ProductOver p -> places.in(p.expr());
            case Definition.ArgMax a -> places.in(a.expr());
            case Definition.Inverse _, Definition.Determinant _, Definition.Unknown _ -> false;
          };
      if (any) return true;
    }
    return false;
  }

  private boolean in(Expr e) {
    for (Monomial m : e.terms())
      for (Power p : m.powers()) if (in(p.base()) || in(p.exponent())) return true;
    return false;
  }

  private boolean in(Factor f) {
    return switch (f) {
      case Factor.Symbol s -> s.slots().stream().anyMatch(Places::isNumber) || isPart(s);
      case Factor.Relation r -> isNumber(r.at);
      case Factor.Apply a -> a.arguments().stream().anyMatch(this::in);
      case Factor.Indicator i -> in(i.of);
      case Factor.Group g -> in(g.of);
      case Factor.Radical _ -> false;
    };
  }

  private static boolean isNumber(At at) {
    return at.indices.length > 0 && at.offset.isNumber() && !at.offset.isZero();
  }

  /// Whether an index that runs to a number stands on an axis that is longer.
  private boolean isPart(Factor.Symbol s) {
    if (!model.knows(s.name)) return false;
    List<Extent> shape = model.shape(s.name);
    for (int q = 0; q < s.arity(); q++)
      for (Index i : s.slot(q).indices)
        if (i.extent.isNumber() && !i.extent.equals(shape.get(q))) return true;
    return false;
  }
}
