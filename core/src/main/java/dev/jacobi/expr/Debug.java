package dev.jacobi.expr;

import dev.jacobi.expr.Monomial.Power;
import java.util.StringJoiner;

/// Index notation as it stands in memory, for debuggers and failing tests; people read the
/// printers'.
final class Debug {
  private Debug() {}

  static String text(Expr e) {
    var sum = new StringJoiner(" + ");
    for (Monomial m : e.terms) sum.add(text(m));
    return e.isZero() ? "0" : sum.toString();
  }

  private static String text(Monomial m) {
    var product = new StringJoiner(" ");
    if (!m.coefficient.isOne() || m.powers.length == 0) product.add(m.coefficient.toString());
    if (m.summed.length > 0) {
      var over = new StringJoiner(",", "Σ[", "]");
      for (Index i : m.summed) over.add(i.toString());
      product.add(over.toString());
    }
    for (Power p : m.powers)
      product.add(text(p.base()) + (p.isPlain() ? "" : "^(" + text(p.exponent()) + ")"));
    return product.toString();
  }

  private static String text(Factor f) {
    return switch (f) {
      case Factor.Symbol s -> s.name + (s.arity() == 0 ? "" : s.slots().toString());
      case Factor.Relation r -> "[" + r.at + (r.equality ? " = 0]" : " >= 0]");
      case Factor.Apply a ->
          a.function.identity() + a.arguments().toString().replace('[', '(').replace(']', ')');
      case Factor.Indicator i -> "1[" + text(i.of) + " " + i.comparison + "]";
      case Factor.Group g -> "(" + text(g.of) + ")";
      case Factor.Radical r -> "rad " + r.of;
    };
  }
}
