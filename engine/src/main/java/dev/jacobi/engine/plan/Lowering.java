package dev.jacobi.engine.plan;

import dev.jacobi.engine.plan.Scalar.Condition;
import dev.jacobi.engine.plan.Scalar.Operator;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Function;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import dev.jacobi.expr.Opaque;
import dev.jacobi.expr.Rational;
import dev.jacobi.expr.Terms;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Index notation as the body of a loop over its free indices. Sums go to [Contraction], which
/// makes steps of them and gives back what reads their results.
final class Lowering {
  private static final BigInteger MOST_FACTORS = BigInteger.valueOf(8); // of a power written out

  /// An order that does not rest on what indices are called, so that the same formula of other
  /// indices becomes the same body.
  private static final Comparator<Monomial> TERMS =
      Comparator.comparing((Monomial m) -> m.coefficient.signum() < 0)
          .thenComparingLong(Monomial::bodyPattern);

  private static final Comparator<Power> POWERS =
      Comparator.comparingLong((Power p) -> p.base().pattern())
          .thenComparingLong(p -> p.exponent().pattern());

  final Workshop shop;
  final Terms t;
  final Scalars scalars;
  final Bounds bounds;
  private final Stable stable;
  private final Map<Expr, Scalar> done = new HashMap<>();
  private final Map<Monomial, Scalar> sums = new HashMap<>();
  private boolean derives;

  Lowering(Workshop shop) {
    this.shop = shop;
    this.t = shop.model.t;
    this.scalars = shop.scalars;
    this.bounds = new Bounds(shop);
    this.stable = new Stable(this);
  }

  /// What follows are derivatives: see [Norms#reciprocal].
  void derives() {
    derives = true;
  }

  Scalar of(Expr e) {
    Scalar known = done.get(e);
    if (known != null) return known;
    List<Monomial> terms = new ArrayList<>(e.terms());
    terms.sort(TERMS);
    List<Scalar> bodies = new ArrayList<>();
    for (Monomial m : terms) bodies.add(body(m));
    new Branches(scalars).join(terms, bodies);
    Scalar sum = scalars.num(0);
    for (int q = 0; q < terms.size(); q++) {
      Rational c = terms.get(q).coefficient;
      Scalar x = scalars.mul(scalars.num(c.abs().doubleValue()), bodies.get(q));
      sum = c.signum() < 0 ? scalars.sub(sum, x) : scalars.add(sum, x);
    }
    done.put(e, sum);
    return sum;
  }

  /// A monomial without its coefficient.
  private Scalar body(Monomial m) {
    if (!m.hasSums()) return product(m.powers());
    Scalar known = sums.get(m);
    if (known == null) {
      var open = t.open(m);
      var separated = Separation.of(t, open);
      known =
          separated.isPresent()
              ? of(separated.get())
              : new Contraction(this, open.powers(), open.summed()).scalar();
      // opened, a bracket may have its other sign: that rests on what its indices are called
      if (open.coefficient().signum() != m.coefficient.signum()) known = scalars.negate(known);
      sums.put(m, known);
    }
    return known;
  }

  static List<Power> sorted(List<Power> powers) {
    List<Power> all = new ArrayList<>(powers);
    all.sort(POWERS);
    return all;
  }

  /// A product of powers: numerator over denominator, where its conditions hold.
  Scalar product(List<Power> powers) {
    List<Power> left = sorted(powers);
    List<Scalar> above = new ArrayList<>(stable.softmaxes(left));
    List<Scalar> below = new ArrayList<>();
    List<Scalar> logs = new ArrayList<>();
    List<Condition> conditions = new ArrayList<>();
    stable.exponential(left).ifPresent(above::add);
    for (Power p : left) {
      switch (p.base()) {
        case Factor.Relation r -> add(holds(r), conditions);
        case Factor.Indicator i -> conditions.add(compares(i));
        case Factor.Symbol s -> {
          bounds.inside(s, conditions);
          power(p, above, below);
        }
        case Factor.Apply _, Factor.Group _, Factor.Radical _ ->
            power(p, Stable.isLogarithm(p) ? logs : above, below);
      }
    }
    for (Scalar s : List.copyOf(above))
      if (s instanceof Scalar.Choose c && Scalars.is(c.value, 1)) {
        above.remove(s);
        c.conditions.forEach(x -> add(x, conditions));
      }
    Scalar numerator = logs.isEmpty() ? times(above) : weighted(times(above), times(logs));
    return scalars.choose(conditions, scalars.div(numerator, times(below)));
  }

  /// `0 log 0` is 0.
  private Scalar weighted(Scalar weight, Scalar logarithm) {
    return scalars.gate(weight, scalars.mul(weight, logarithm));
  }

  /// What changes in outer loops only is multiplied first, so that it stays out of the inner ones.
  private Scalar times(List<Scalar> factors) {
    factors.sort(Comparator.comparingInt(shop::depth));
    Scalar product = scalars.num(1);
    for (Scalar f : factors) product = scalars.mul(product, f);
    return product;
  }

  private void power(Power p, List<Scalar> above, List<Scalar> below) {
    if (p.exponent().isNumber() && norm(p, above, below)) return;
    Scalar base = factor(p.base());
    if (derives && Norms.isReciprocal(p, shop.model)) {
      Rational half = p.exponent().number().abs();
      above.add(Norms.reciprocal(half.isOne() ? base : power(base, half), scalars));
    } else if (!p.exponent().isNumber()) {
      above.add(scalars.op(Operator.POW, base, of(p.exponent())));
    } else {
      Rational r = p.exponent().number();
      (r.signum() < 0 ? below : above).add(power(base, r.abs()));
    }
  }

  /// An odd power of the root of a sum of squares is that of a norm, which does not overflow.
  private boolean norm(Power p, List<Scalar> above, List<Scalar> below) {
    Rational twice = p.exponent().number().times(Rational.TWO);
    boolean root = twice.isInteger() && !p.exponent().number().isInteger();
    if (!root || !(p.base() instanceof Factor.Group g)) return false;
    Optional<Scalar> norm = stable.norm(g.of);
    if (norm.isEmpty()) return false;
    if (derives && twice.equals(Rational.of(-1))) above.add(Norms.reciprocal(norm.get(), scalars));
    else (twice.signum() < 0 ? below : above).add(power(norm.get(), twice.abs()));
    return true;
  }

  private Scalar power(Scalar base, Rational r) {
    if (r.isInteger() && r.num().compareTo(MOST_FACTORS) <= 0)
      return power(base, r.num().intValue());
    Rational twice = r.times(Rational.TWO);
    if (twice.isInteger() && twice.num().compareTo(MOST_FACTORS) <= 0) {
      Scalar root = scalars.op(Operator.SQRT, base);
      int whole = (twice.num().intValue() - 1) / 2;
      return whole == 0 ? root : scalars.mul(power(base, whole), root);
    }
    return scalars.op(Operator.POW, base, scalars.num(r.doubleValue()));
  }

  private Scalar power(Scalar base, int n) {
    if (n == 1) return base;
    Scalar half = power(base, n / 2);
    Scalar square = scalars.mul(half, half);
    return n % 2 == 0 ? square : scalars.mul(square, base);
  }

  private Condition holds(Factor.Relation r) {
    // counted from 0, a place is one less than in the relation
    return new Condition.Holds(shop.place(r.at).plus(Affine.of(1)), r.equality);
  }

  /// `1[x >= 0]` holds wherever `1[-x > 0]` does not, so that of two branches one counts for what
  /// is no number too.
  private Condition compares(Factor.Indicator i) {
    Scalar x = distance(i.of).orElseGet(() -> of(i.of));
    return i.comparison == Factor.Comparison.NOT_NEGATIVE
        ? new Condition.Compares(scalars.negate(x), Scalar.Test.NOT_POSITIVE)
        : new Condition.Compares(x, i.comparison);
  }

  /// `x − max x` or its opposite, of the very numbers that the extreme was taken of.
  private Optional<Scalar> distance(Expr e) {
    for (Monomial m : e.terms()) {
      if (!isExtreme(m)) continue;
      Expr rest = m.coefficient.signum() < 0 ? t.minus(e, t.of(m)) : t.minus(t.of(m), e);
      Optional<Scalar> x = shop.found(of(rest));
      Scalar extreme = factor(m.powers().getFirst().base());
      if (x.isPresent())
        return Optional.of(
            m.coefficient.signum() < 0
                ? scalars.sub(x.get(), extreme)
                : scalars.sub(extreme, x.get()));
    }
    return Optional.empty();
  }

  private boolean isExtreme(Monomial m) {
    boolean plain = m.coefficient.abs().isOne() && !m.hasSums() && m.powers().size() == 1;
    if (!plain || !m.powers().getFirst().exponent().isOne()) return false;
    if (!(m.powers().getFirst().base() instanceof Factor.Symbol s)) return false;
    var definition = shop.model.definitions().get(s.name);
    return definition != null && definition.body() instanceof Definition.Extreme;
  }

  Scalar factor(Factor f) {
    return switch (f) {
      case Factor.Symbol s -> symbol(s);
      case Factor.Relation r -> scalars.choose(List.of(holds(r)), scalars.num(1));
      case Factor.Indicator i -> scalars.choose(List.of(compares(i)), scalars.num(1));
      case Factor.Apply a -> apply(a);
      case Factor.Group g -> of(g.of);
      case Factor.Radical r -> scalars.num(r.of.doubleValue());
    };
  }

  private Scalar apply(Factor.Apply a) {
    return switch (a.function) {
      case Opaque f -> throw new PlanException(f.noValue());
      case Function f -> apply(f, a);
    };
  }

  private Scalar apply(Function f, Factor.Apply a) {
    return switch (f) {
      case MAX -> scalars.op(Operator.MAX, of(a.argument(0)), of(a.argument(1)));
      case MIN -> scalars.op(Operator.MIN, of(a.argument(0)), of(a.argument(1)));
      case LOG ->
          stable
              .logarithm(a.argument(0))
              .orElseGet(() -> scalars.call(Function.LOG, of(a.argument(0))));
      default -> scalars.call(f, of(a.argument(0)));
    };
  }

  private Scalar symbol(Factor.Symbol s) {
    if (s.name.equals("pi")) return scalars.num(Math.PI);
    if (s.name.equals("inf")) return scalars.num(Double.POSITIVE_INFINITY);
    boolean dimension = shop.model.dimensions().contains(s.name) && !shop.model.knows(s.name);
    if (dimension) return scalars.num((double) shop.dimensions.applyAsLong(s.name));
    Buffer b = shop.buffer(s.name);
    Affine address = Affine.ZERO;
    int stride = 1;
    for (int q = s.arity() - 1; q >= 0; q--) {
      address = address.plus(shop.place(s.slot(q)).times(stride));
      stride *= b.shape.get(q);
    }
    return scalars.load(b, address);
  }

  static void add(Condition c, List<Condition> conditions) {
    if (!conditions.contains(c)) conditions.add(c);
  }
}
