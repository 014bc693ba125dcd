package dev.jacobi.check;

import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Function;
import dev.jacobi.expr.Node;
import dev.jacobi.expr.Pointwise;
import dev.jacobi.expr.Rational;
import dev.jacobi.expr.Rewrite;
import dev.jacobi.expr.Terms;

/// Functions with a kink, written with one indicator for each place of a kink: `relu(u)` with
/// `step(u) = 1[0 < u]` is `u step(u)`, and `relu(-u)` is `u step(u) - u`. Exact, at the kink too:
/// the indicator always stands beside what is zero there.
final class Kinks extends Rewrite {
  Kinks(Terms t) {
    super(t);
  }

  @Override
  protected boolean touches(Node node) {
    return true;
  }

  @Override
  protected Expr applied(Pointwise p, Expr[] x) {
    if (!(p instanceof Function f)) return t.apply(p, x);
    return switch (f) {
      case RELU -> positivePart(x[0]);
      case ABS -> t.minus(t.scale(positivePart(x[0]), Rational.of(2)), x[0]);
      case MAX -> t.plus(x[1], positivePart(t.minus(x[0], x[1])));
      case MIN -> t.minus(x[0], positivePart(t.minus(x[0], x[1])));
      default -> t.apply(f, x);
    };
  }

  /// `u 1[u > 0]`; with the sign of u turned where its first term is negative.
  private Expr positivePart(Expr u) {
    if (u.isZero()) return u;
    if (t.signedContent(u).compareTo(Rational.ZERO) > 0) return t.times(u, step(u));
    Expr turned = t.negate(u);
    return t.plus(u, t.times(turned, step(turned)));
  }

  private Expr step(Expr u) {
    return t.indicator(u, Factor.Comparison.POSITIVE);
  }
}
