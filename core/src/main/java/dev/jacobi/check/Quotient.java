package dev.jacobi.check;

import dev.jacobi.expr.Expand;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Function;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import dev.jacobi.expr.Rational;
import dev.jacobi.expr.Terms;
import java.util.ArrayList;
import java.util.List;

/// A formula over one denominator, both multiplied out: `1 / (1 + a) - 1` is `-a` over `1 + a`.
/// What has no bracket below it is a number to this: entries, functions, and sums over axes whose
/// own denominators change along them.
record Quotient(Expr above, Expr below) {
  private static final int MOST_TERMS = 200;

  /// @throws ArithmeticException when more terms would arise than anybody wrote
  static Quotient of(Terms t, Expr e) {
    var sum = new Quotient(t.zero(), t.one());
    for (Monomial m : e.terms()) sum = sum.plus(t, of(t, m));
    return sum;
  }

  private static Quotient of(Terms t, Monomial m) {
    var open = t.open(m);
    List<Power> inside = new ArrayList<>();
    var r = new Quotient(t.number(open.coefficient()), t.one());
    for (Power p : open.powers()) {
      if (open.summed().stream().anyMatch(i -> p.base().contains(i) || p.exponent().contains(i)))
        inside.add(p);
      else r = r.times(t, of(t, p));
    }
    if (open.summed().isEmpty()) return r;
    Expr sum = t.close(new Terms.Open(Rational.ONE, inside, open.summed()));
    return r.times(t, new Quotient(sum, t.one()));
  }

  private static Quotient of(Terms t, Power p) {
    boolean whole = p.exponent().isNumber() && p.exponent().number().isInteger();
    if (whole && p.base() instanceof Factor.Apply a && a.function == Function.SIN)
      return new Quotient(sine(t, a, p.exponent().number().intValue()), t.one());
    if (!(p.base() instanceof Factor.Group g) || !whole)
      return new Quotient(t.pow(t.of(p.base()), p.exponent()), t.one());
    int n = p.exponent().number().intValue();
    if (Math.abs(n) > 6) throw new ArithmeticException("a high power");
    Quotient base = of(t, g.of);
    if (n < 0) base = base.inverse();
    Quotient r = base;
    for (int k = 1; k < Math.abs(n); k++) r = r.times(t, base);
    return r;
  }

  /// `sin^n` with at most one sine: `sin² = 1 - cos²`.
  private static Expr sine(Terms t, Factor.Apply sin, int n) {
    if (n < 2 || n > 8) return t.pow(t.of(sin), n);
    Expr cos = t.apply(Function.COS, sin.argument(0));
    Expr even = t.pow(t.minus(t.one(), t.pow(cos, 2)), n / 2);
    return opened(t, n % 2 == 0 ? even : t.times(even, t.of(sin)));
  }

  private Quotient inverse() {
    return new Quotient(/* above= */ below, /* below= */ above);
  }

  private Quotient plus(Terms t, Quotient o) {
    if (o.above.isZero()) return this;
    if (above.isZero()) return o;
    if (below == o.below) return new Quotient(t.plus(above, o.above), below);
    Expr a = t.plus(t.times(above, o.below), t.times(o.above, below));
    return new Quotient(opened(t, a), opened(t, t.times(below, o.below)));
  }

  private Quotient times(Terms t, Quotient o) {
    Expr a = above == o.below ? o.above : opened(t, t.times(above, o.above));
    if (above == o.below) return new Quotient(a, below);
    return new Quotient(a, opened(t, t.times(below, o.below)));
  }

  private static Expr opened(Terms t, Expr e) {
    Expr open = new Expand(t, MOST_TERMS).apply(e);
    if (open.size() > MOST_TERMS) throw new ArithmeticException("too many terms");
    return open;
  }

  /// Whether a formula is zero wherever its denominators are not: term by term of sums over the
  /// same axes, then as a whole.
  static boolean isZero(Terms t, Expr e) {
    return sumsVanish(t, e) || of(t, e).above.isZero();
  }

  private static boolean sumsVanish(Terms t, Expr e) {
    List<Monomial> left = new ArrayList<>(e.terms());
    while (!left.isEmpty()) {
      List<Index> axes = t.open(left.getFirst()).summed();
      if (axes.isEmpty() || axes.stream().map(i -> i.extent).distinct().count() < axes.size())
        return false; // which index is which would have to be guessed
      Expr bodies = t.zero();
      for (Monomial m : List.copyOf(left)) {
        var open = t.open(m);
        List<Index> own = new ArrayList<>();
        for (Index i : axes)
          open.summed().stream().filter(j -> j.extent.equals(i.extent)).forEach(own::add);
        if (own.size() != axes.size() || own.size() != open.summed().size()) continue;
        Expr body = t.close(new Terms.Open(open.coefficient(), open.powers(), List.of()));
        bodies = t.plus(bodies, t.substitute(body, own, axes));
        left.remove(m);
      }
      if (!of(t, bodies).above.isZero()) return false;
    }
    return true;
  }
}
