package dev.jacobi.simplify;

import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Function;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import dev.jacobi.expr.Rational;
import dev.jacobi.expr.Terms;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// A function that is linear on either side of 0 is `f(x) = x f'(x)`, so it and its slope become
/// one factor: `relu(x) [x > 0] → relu(x)`, `|x| sign(x) → x`, `sign(x)/|x| → 1/x`, `x sign(x) →
/// |x|`. Exact, at 0 too where both sides have a value.
final class Homogeneous {
  private final Terms t;
  private final UnaryOperator<Expr> fold;
  private final Set<Function> met = EnumSet.noneOf(Function.class); // functions and slopes

  /// `fold` is how slopes are written in the formulas to come.
  Homogeneous(Terms t, UnaryOperator<Expr> fold) {
    this.t = t;
    this.fold = fold;
    Expr x = t.symbol("\u00b7x");
    for (Function f : Function.values()) {
      if (!f.isHomogeneous()) continue;
      met.add(f);
      if (slope(f, x, t.apply(f, x)).term(0).powers().get(0).base() instanceof Factor.Apply a)
        met.add((Function) a.function);
    }
  }

  Optional<Expr> apply(Monomial m) {
    if (m.powers().size() < 2 || !holdsFunction(m)) return Optional.empty();
    var open = t.open(m);
    for (Power p : open.powers()) {
      if (!(p.base() instanceof Factor.Apply a) || !(a.function instanceof Function f)) continue;
      if (f.arity != 1) continue;
      Optional<Expr> shorter =
          f.isHomogeneous()
              ? withSlope(open, p, f, a.argument(0))
              : withArgument(open, p, a.argument(0));
      if (shorter.isPresent()) return shorter;
    }
    return Optional.empty();
  }

  private boolean holdsFunction(Monomial m) {
    for (Power p : m.powers())
      if (p.base() instanceof Factor.Apply a && a.function instanceof Function f && met.contains(f))
        return true;
    return false;
  }

  /// The function and its slope.
  private Optional<Expr> withSlope(Terms.Open term, Power value, Function f, Expr x) {
    if (!value.exponent().isNumber()) return Optional.empty();
    Rational e = value.exponent().number();
    boolean idempotent = f.parity == Function.Parity.NONE; // the slope is its own square, or 1 is
    if (idempotent ? e.signum() < 0 : !e.isInteger()) return Optional.empty();
    Expr y = t.of(value.base());
    Optional<Power> slope = find(term, fold.apply(slope(f, x, y)));
    if (slope.isEmpty()) return Optional.empty();
    if (idempotent) return Optional.of(without(term, slope.get(), t.one()));
    Expr instead = e.signum() > 0 ? t.over(x, y) : t.over(y, x); // |x| sign(x) = x
    return Optional.of(without(term, slope.get(), t.times(rest(slope.get()), instead)));
  }

  /// The slope and the argument, of an even function.
  private Optional<Expr> withArgument(Terms.Open term, Power slope, Expr x) {
    if (!isWhole(slope)) return Optional.empty();
    for (Function f : Function.values()) {
      if (!f.isHomogeneous() || f.parity != Function.Parity.EVEN) continue;
      Expr y = t.apply(f, x);
      if (slope(f, x, y) != t.of(slope.base()) || find(term, x).isEmpty()) continue;
      return Optional.of(without(term, slope, t.times(rest(slope), t.over(y, x))));
    }
    return Optional.empty();
  }

  private Expr slope(Function f, Expr x, Expr y) {
    return f.derivative(t, List.of(x), y, 0);
  }

  /// The factor of the term that the formula is, to a whole power above the line.
  private static Optional<Power> find(Terms.Open term, Expr e) {
    if (e.size() != 1 || e.term(0).powers().size() != 1 || e.term(0).hasSums())
      return Optional.empty();
    if (!e.term(0).coefficient.isOne()) return Optional.empty();
    Factor f = e.term(0).powers().get(0).base();
    return term.powers().stream().filter(p -> p.base() == f && isWhole(p)).findFirst();
  }

  private static boolean isWhole(Power p) {
    return p.exponent().isWhole() && p.exponent().number().signum() > 0;
  }

  /// One of the power less.
  private Expr rest(Power p) {
    return t.pow(t.of(p.base()), t.minus(p.exponent(), t.one()));
  }

  private Expr without(Terms.Open term, Power p, Expr instead) {
    List<Expr> factors = new ArrayList<>(List.of(t.number(term.coefficient()), instead));
    for (Power q : term.powers()) if (q != p) factors.add(t.pow(t.of(q.base()), q.exponent()));
    return t.summedProduct(factors, term.summed());
  }
}
