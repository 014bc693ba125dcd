package dev.jacobi.print;

import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import dev.jacobi.expr.Rational;
import dev.jacobi.expr.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Numbers that came out of a root go back into it: `10 sqrt(10) / sqrt(1 + 1000 v)` is written `1
/// / sqrt(1/1000 + v)`.
final class Roots {
  private Roots() {}

  /// Whether a term's number changes so.
  static boolean closes(Terms t, Terms.Open open) {
    return closed(t, open) != open;
  }

  static Terms.Open closed(Terms t, Terms.Open open) {
    List<Power> numbers = new ArrayList<>();
    for (Power p : open.powers())
      if (p.base() instanceof Factor.Radical && p.exponent().isNumber()) numbers.add(p);
    if (numbers.isEmpty()) return open;
    for (Power p : open.powers()) {
      Optional<Terms.Open> closed = closed(t, open, p, numbers);
      if (closed.isPresent()) return closed.get();
    }
    return open;
  }

  /// Empty unless the numbers become rational when what is not a number in the bracket is freed of
  /// its content.
  private static Optional<Terms.Open> closed(
      Terms t, Terms.Open open, Power root, List<Power> numbers) {
    if (!(root.base() instanceof Factor.Group g) || !isRoot(root)) return Optional.empty();
    Rational content = Rational.ZERO;
    boolean number = false;
    for (Monomial m : g.of.terms()) {
      if (m.powers().isEmpty()) number = true;
      else content = content.gcd(m.coefficient);
    }
    if (!number || content.isZero() || content.isOne()) return Optional.empty();
    Expr left = t.pow(t.number(content), root.exponent());
    for (Power p : numbers) left = t.times(left, t.pow(t.of(p.base()), p.exponent()));
    if (!left.isNumber()) return Optional.empty();
    List<Power> powers = new ArrayList<>(open.powers());
    powers.removeAll(numbers);
    Expr inside = t.scale(g.of, content.inverse());
    powers.set(powers.indexOf(root), new Power(t.bracket(inside), root.exponent()));
    return Optional.of(
        new Terms.Open(open.coefficient().times(left.number()), powers, open.summed()));
  }

  private static boolean isRoot(Power p) {
    return p.exponent().isNumber() && !p.exponent().number().isInteger();
  }
}
