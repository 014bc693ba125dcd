package dev.jacobi.check;

import dev.jacobi.expr.At;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Function;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import dev.jacobi.expr.Node;
import dev.jacobi.expr.Pointwise;
import dev.jacobi.expr.Rational;
import dev.jacobi.expr.Rewrite;
import dev.jacobi.expr.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Functions in terms of exponentials, and logarithms of products as sums: what makes `1 - σ(x) =
/// σ(-x)`, `tanh(x) = 2 σ(2x) - 1` and `log Σ exp(x + c) = c + log Σ exp(x)` plain algebra. Exact,
/// wherever both sides have a value.
final class Elementary extends Rewrite {
  private final Model model;

  Elementary(Model model) {
    super(model.t);
    this.model = model;
  }

  @Override
  protected boolean touches(Node node) {
    return true;
  }

  @Override
  protected Expr applied(Pointwise p, Expr[] x) {
    if (!(p instanceof Function f)) return t.apply(p, x);
    return switch (f) {
      case SIGMOID -> t.over(exp(x[0], 1), t.plus(t.one(), exp(x[0], 1)));
      case TANH -> t.over(t.minus(exp(x[0], 2), t.one()), t.plus(exp(x[0], 2), t.one()));
      case TAN -> t.over(t.apply(Function.SIN, x[0]), t.apply(Function.COS, x[0]));
      case SINH -> t.scale(t.minus(exp(x[0], 1), exp(x[0], -1)), Rational.HALF);
      case COSH -> t.scale(t.plus(exp(x[0], 1), exp(x[0], -1)), Rational.HALF);
      case SOFTPLUS -> log(t.plus(t.one(), exp(x[0], 1)));
      case LOG -> log(x[0]);
      case LOG1P -> log(t.plus(t.one(), x[0]));
      case EXPM1 -> t.minus(exp(x[0], 1), t.one());
      default -> t.apply(f, x);
    };
  }

  /// `max_i (2 x_i + c)` is `2 max(x) + c`, where somebody speaks of `max(x)`.
  @Override
  protected Expr symbol(Factor.Symbol s) {
    Definition d = model.definitions().get(s.name);
    if (d == null || !(d.body() instanceof Definition.Extreme x)) return t.of(s);
    List<Expr> outside = new ArrayList<>();
    List<Expr> inside = new ArrayList<>();
    for (Monomial m : x.expr().terms()) (m.contains(x.over()) ? inside : outside).add(t.of(m));
    Expr moving = t.add(inside);
    if (moving.isZero()) return t.of(s);
    Rational c = Terms.content(moving);
    Expr plain = t.scale(moving, c.inverse());
    if (plain == x.expr()) return t.of(s);
    for (Definition other : model.definitions().values()) {
      if (!(other.body() instanceof Definition.Extreme o) || o.greatest() != x.greatest()) continue;
      if (other.parameters().size() != d.parameters().size()) continue;
      if (!o.over().extent.equals(x.over().extent)) continue;
      List<Index> own = new ArrayList<>(other.parameters());
      own.add(o.over());
      List<Index> mine = new ArrayList<>(d.parameters());
      mine.add(x.over());
      if (t.substitute(o.expr(), own, mine) != plain) continue;
      Expr apart = t.plus(t.scale(t.symbol(other.name(), d.parameters()), c), t.add(outside));
      Map<Index, At> at = new HashMap<>();
      for (int q = 0; q < s.arity(); q++) at.put(d.parameters().get(q), s.slot(q));
      return t.substitute(apart, at);
    }
    return t.of(s);
  }

  private Expr exp(Expr x, int times) {
    return t.apply(Function.EXP, t.scale(x, Rational.of(times)));
  }

  /// The logarithm of a quotient whose two sides are surely positive.
  private Expr log(Expr x) {
    Quotient q = Quotient.of(t, x);
    if (!t.isPositive(q.above()) || !t.isPositive(q.below())) return t.apply(Function.LOG, x);
    return t.minus(ofSum(q.above()), ofSum(q.below()));
  }

  /// The factors that a positive sum has in all its terms come out.
  private Expr ofSum(Expr e) {
    if (e.isOne()) return t.zero();
    Monomial first = e.size() == 1 ? e.term(0) : least(e);
    Expr factor = first.powers().isEmpty() ? t.one() : common(first, e);
    Expr rest = t.over(e, factor);
    if (factor.isOne() || e.size() > 1) rest = Quotient.of(t, rest).above();
    Expr log = factor.isOne() ? t.zero() : t.apply(Function.LOG, factor);
    return t.plus(log, rest.isOne() ? t.zero() : t.apply(Function.LOG, rest));
  }

  /// What stands outside the sums over axes: of one term all positive factors, of several the
  /// exponentials of one of them.
  private Expr common(Monomial m, Expr e) {
    var open = t.open(m);
    Expr product = t.one();
    for (Power p : open.powers()) {
      boolean inside =
          open.summed().stream().anyMatch(i -> p.base().contains(i) || p.exponent().contains(i));
      boolean taken = isExponential(p) || e.size() == 1 && t.isPositive(t.of(p.base()));
      if (!inside && taken) product = t.times(product, t.pow(t.of(p.base()), p.exponent()));
    }
    return product;
  }

  private static boolean isExponential(Power p) {
    return p.base() instanceof Factor.Apply a && a.function == Function.EXP;
  }

  /// The term with the least exponents, the same whatever exponential all are multiplied by.
  private Monomial least(Expr e) {
    Map<Monomial, Map<Expr, Rational>> exponents = new HashMap<>();
    Set<Expr> arguments = new TreeSet<>(java.util.Comparator.comparingLong(Expr::pattern));
    for (Monomial m : e.terms()) {
      exponents.put(m, exponents(m));
      arguments.addAll(exponents.get(m).keySet());
    }
    List<Monomial> left = new ArrayList<>(e.terms());
    for (Expr a : arguments) {
      Rational least = null;
      for (Monomial m : left) {
        Rational r = exponents.get(m).getOrDefault(a, Rational.ZERO);
        if (least == null || r.compareTo(least) < 0) least = r;
      }
      Rational chosen = least;
      left.removeIf(m -> !exponents.get(m).getOrDefault(a, Rational.ZERO).equals(chosen));
    }
    return left.getFirst();
  }

  /// `exp(2 x) exp(-y)` has 2 of x and −1 of y.
  private Map<Expr, Rational> exponents(Monomial m) {
    Map<Expr, Rational> all = new HashMap<>();
    var open = t.open(m);
    for (Power p : open.powers()) {
      if (!isExponential(p)) continue;
      boolean inside = false;
      for (Index i : open.summed()) inside |= p.base().contains(i);
      Expr x = ((Factor.Apply) p.base()).argument(0);
      Rational c = t.signedContent(x);
      if (!inside) all.merge(t.scale(x, c.inverse()), c, Rational::plus);
    }
    return all;
  }
}
