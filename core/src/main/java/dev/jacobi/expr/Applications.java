package dev.jacobi.expr;

import dev.jacobi.expr.Factor.Apply;
import dev.jacobi.expr.Function.Parity;
import dev.jacobi.expr.Monomial.Power;
import java.util.ArrayList;
import java.util.List;

/// What holds of a function's application always: values at simple numbers, odd and even functions,
/// exp and log as inverses and as homomorphisms.
final class Applications {
  private Applications() {}

  static Expr apply(Terms t, Pointwise p, Expr[] x) {
    if (!(p instanceof Function f)) return t.applied(p, x);
    if (f == Function.EXP) return exp(t, x[0]);
    if (f == Function.LOG) return log(t, x[0]);
    if (f.arity == 2 && x[0] == x[1]) return x[0]; // the greater and the less of a and a
    if (f.arity == 1 && x[0].isNumber()) {
      double v = f.value(x[0].number().doubleValue(), 0);
      if (exactAt(f, x[0]) && v == Math.rint(v) && Math.abs(v) < 1e6) return t.number((long) v);
      if (f == Function.ABS) return t.number(x[0].number().abs());
      if (f == Function.RELU) return x[0].number().signum() > 0 ? x[0] : t.zero();
      if (f == Function.SIGMOID && x[0].isZero()) return t.number(Rational.HALF);
    }
    if (f.parity != Parity.NONE && !x[0].isZero() && Terms.leading(x[0]).coefficient.signum() < 0) {
      Expr y = t.applied(f, t.negate(x[0]));
      return f.parity == Parity.ODD ? t.negate(y) : y;
    }
    if (f == Function.ABS && t.isNotNegative(x[0])) return x[0];
    if (f == Function.RELU && t.isNotNegative(x[0])) return x[0];
    return t.applied(f, x);
  }

  /// Where a whole value in doubles is the true value: at 0 for all rows, and for steps everywhere.
  private static boolean exactAt(Function f, Expr x) {
    return x.isZero()
        ? f.value(0, 0) == Math.rint(f.value(0, 0)) && f != Function.ACOS
        : f == Function.SIGN || f == Function.FLOOR;
  }

  /// exp(a + b) is a product; exp(c log a) is a power.
  private static Expr exp(Terms t, Expr x) {
    var p = new Product(t);
    for (Monomial m : x.terms) {
      Apply log = null;
      if (!m.hasSums())
        for (Power q : m.powers)
          if (q.isPlain() && q.base() instanceof Apply a && a.function == Function.LOG) log = a;
      if (log == null) {
        p.factor(t.intern(new Apply(Function.EXP, new Expr[] {t.of(m)})), t.one());
      } else {
        p.times(log.argument(0), t.over(t.of(m), t.applied(Function.LOG, log.argument(0))));
      }
    }
    return p.finish();
  }

  /// log of a product splits where its factors are surely positive; log(exp(a)) = a.
  private static Expr log(Terms t, Expr x) {
    if (x.isOne()) return t.zero();
    if (x.terms.length != 1 || x.isNumber()) return t.applied(Function.LOG, x);
    Monomial m = x.terms[0];
    if (m.powers.length == 1
        && m.powers[0].isPlain()
        && m.coefficient.isOne()
        && !(m.powers[0].base() instanceof Apply a && a.function == Function.EXP))
      return t.applied(Function.LOG, x);
    if (m.hasSums() || m.coefficient.signum() < 0) return t.applied(Function.LOG, x);
    for (Power p : m.powers)
      if (!t.isPositive(t.of(p.base(), t.one()))) return t.applied(Function.LOG, x);
    List<Expr> terms = new ArrayList<>();
    if (!m.coefficient.isOne()) terms.add(t.applied(Function.LOG, t.number(m.coefficient)));
    for (Power p : m.powers) {
      if (p.base() instanceof Apply a && a.function == Function.EXP) terms.add(a.argument(0));
      else terms.add(t.times(p.exponent(), t.applied(Function.LOG, t.of(p.base(), t.one()))));
    }
    return t.add(terms);
  }
}
