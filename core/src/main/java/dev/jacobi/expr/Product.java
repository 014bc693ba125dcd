package dev.jacobi.expr;

import dev.jacobi.expr.Factor.Apply;
import dev.jacobi.expr.Factor.Group;
import dev.jacobi.expr.Factor.Indicator;
import dev.jacobi.expr.Factor.Radical;
import dev.jacobi.expr.Factor.Relation;
import dev.jacobi.expr.Monomial.Power;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A monomial in the making: factors are multiplied in, indices summed over, and [#finish] brings
/// it into canonical form. Its summed indices have fresh names until then.
final class Product {
  private final Terms t;
  private Rational coefficient = Rational.ONE;
  private final Powers powers = new Powers();
  private final List<Index> summed = new ArrayList<>(2);
  private Expr exponential; // the sum of the exponents of all factors exp(·)

  Product(Terms t) {
    this.t = t;
    this.exponential = t.zero();
  }

  void scale(Rational c) {
    coefficient = coefficient.times(c);
  }

  void sumOver(Index i) {
    summed.add(i);
  }

  /// Multiplies by `e ^ p`.
  void times(Expr e, Expr p) {
    if (p.isZero() || e.isOne()) return;
    if (e.isZero()) {
      if (p.isNumber() && p.number().signum() < 0)
        throw new ArithmeticException("division by zero");
      coefficient = Rational.ZERO;
    } else if (e.terms.length == 1) {
      times(e.terms[0], p);
    } else {
      group(e, p);
    }
  }

  /// Multiplies by `m ^ p`.
  void times(Monomial m, Expr p) {
    if (p.isOne()) {
      splice(m);
    } else if (isWrittenOut(m.coefficient, p)) {
      coefficient = coefficient.times(m.coefficient.pow(p.number().intValue()));
      for (Monomial part : parts(m)) {
        if (part.hasSums()) factor(t.group(t.of(part)), p);
        else for (Power q : part.powers) factor(q.base(), t.multiplied(q.exponent(), p));
      }
    } else {
      fractional(m, p);
    }
  }

  private static boolean isWrittenOut(Rational c, Expr p) {
    return p.isWhole() && p.number().isSmallInteger() && c.isSmallPower(p.number());
  }

  private void splice(Monomial m) {
    coefficient = coefficient.times(m.coefficient);
    if (m.summed.length == 0) {
      for (Power q : m.powers) factor(q.base(), q.exponent());
      return;
    }
    new Rewrite.Indices(t, Map.of()).into(this, m);
  }

  /// Its factors outside every sum, then each closed sum by itself, all without the coefficient.
  private List<Monomial> parts(Monomial m) {
    if (!m.hasSums()) return List.of(m);
    List<Monomial> parts = new ArrayList<>();
    List<Power> outside = new ArrayList<>();
    for (Power q : m.powers) if (!touches(q, m.summed)) outside.add(q);
    if (!outside.isEmpty())
      parts.add(new Monomial(Rational.ONE, outside.toArray(new Power[0]), Node.NONE));
    var open = t.open(m);
    List<Power> inside = new ArrayList<>();
    for (Power q : open.powers()) if (touches(q, open.summed().toArray(Node.NONE))) inside.add(q);
    for (Component c : Component.of(inside, open.summed())) {
      var p = new Product(t);
      for (Power q : c.powers()) p.factor(q.base(), q.exponent());
      p.summed.addAll(c.summed());
      Expr e = p.finish();
      coefficient = coefficient.times(e.terms[0].coefficient);
      parts.add(t.withCoefficient(e.terms[0], Rational.ONE));
    }
    return parts;
  }

  private static boolean touches(Power q, Index[] indices) {
    for (Index i : indices) if (q.base().contains(i) || q.exponent().contains(i)) return true;
    return false;
  }

  /// (ab)^p is split only where a is known to be positive: `(x²)^½` is |x|, not x.
  private void fractional(Monomial m, Expr p) {
    Rational inside = m.coefficient.signum() < 0 ? Rational.MINUS_ONE : Rational.ONE;
    if (!m.coefficient.abs().isOne()) factor(t.radical(m.coefficient.abs()), p);
    var rest = new Product(t);
    rest.coefficient = inside;
    for (Monomial part : parts(m.coefficient.isOne() ? m : t.withCoefficient(m, Rational.ONE))) {
      if (part.hasSums()) {
        if (t.isPositive(t.of(part))) factor(t.group(t.of(part)), p);
        else rest.splice(part);
      } else {
        for (Power q : part.powers) {
          if (t.isPositive(t.of(q.base(), q.exponent())))
            factor(q.base(), t.times(q.exponent(), p));
          else rest.factor(q.base(), q.exponent());
        }
      }
    }
    Expr r = rest.finish();
    if (r.isOne()) return;
    Monomial only = r.terms[0];
    boolean single =
        r.terms.length == 1
            && !only.hasSums()
            && only.coefficient.isOne()
            && only.powers.length == 1;
    if (single && only.powers[0].isPlain()) factor(only.powers[0].base(), p);
    else factor(t.group(r), p);
  }

  /// Multiplies by the power of a sum: under a whole power its content, its sign and what all its
  /// terms share come out.
  private void group(Expr e, Expr p) {
    if (!isWrittenOut(Terms.content(e), p)) {
      Rational c = Terms.content(e);
      if (!c.isOne()) factor(t.radical(c), p);
      factor(t.group(t.scale(e, c.inverse())), p);
      return;
    }
    Rational c = Terms.content(e);
    if (Terms.leading(e).coefficient.signum() < 0) c = c.negate();
    e = t.scale(e, c.inverse());
    coefficient = coefficient.times(c.pow(p.number().intValue()));
    List<Power> common = Common.factors(e);
    if (!common.isEmpty()) {
      e = Common.divide(t, e, common);
      for (Power q : common) factor(q.base(), t.multiplied(q.exponent(), p));
      times(e, p);
    } else {
      factor(t.group(e), p);
    }
  }

  /// Multiplies by `f ^ p`.
  void factor(Factor f, Expr p) {
    switch (f) {
      case Relation _, Indicator _ -> {
        if (p.isNumber() && p.number().signum() > 0) condition(f);
        else powers.remove(f); // dividing by it leaves the rest, which counts only where it is 1
      }
      case Apply a when a.function == Function.EXP ->
          exponential = t.plus(exponential, t.multiplied(a.argument(0), p));
      case Radical r -> radical(r.of, p);
      case Factor other -> powers.add(t, other, p);
    }
  }

  /// Of two conditions that exclude each other one is 0 everywhere.
  private void condition(Factor f) {
    for (int q = 0; q < powers.size(); q++)
      if (powers.base(q) instanceof Relation r && f instanceof Relation s && r.excludes(s))
        coefficient = Rational.ZERO;
    powers.put(f, t.one());
  }

  private void radical(Rational r, Expr p) {
    for (var prime : Primes.of(r).entrySet()) {
      Expr exponent = t.scale(p, Rational.of(prime.getValue()));
      Factor f = t.radical(Rational.of(prime.getKey()));
      powers.add(t, f, exponent);
    }
    Rational left = Primes.leftOver(r);
    if (!left.isOne()) powers.add(t, t.radical(left), p);
  }

  /// The factors as they are now, summed indices under their fresh names.
  Terms.Open open() {
    return new Terms.Open(coefficient, list(), List.copyOf(summed));
  }

  private List<Power> list() {
    List<Power> list = new ArrayList<>(powers.size() + exponential.terms.length);
    for (int q = 0; q < powers.size(); q++)
      if (!powers.exponent(q).isZero()) list.add(new Power(powers.base(q), powers.exponent(q)));
    for (Monomial m : exponential.terms)
      list.add(new Power(t.intern(new Apply(Function.EXP, new Expr[] {t.of(m)})), t.one()));
    return list;
  }

  /// The canonical formula; usually one monomial, more when a bare bracket is left.
  Expr finish() {
    if (coefficient.isZero()) return t.zero();
    if (reopen()) return again();
    if (eliminate()) return again();
    List<Power> list = list();
    coefficient = coefficient.times(wholeRadicals(list));
    Expr outside = unusedSums(list);
    Expr result = Closing.close(t, coefficient, list, summed);
    return outside.isOne() ? result : t.times(result, outside);
  }

  /// Builds the product once more from its factors, after a substitution changed them.
  private Expr again() {
    var p = new Product(t);
    p.coefficient = coefficient;
    p.summed.addAll(summed);
    p.exponential = exponential;
    powers.forEach(p::power);
    return p.finish();
  }

  /// Multiplies by `f ^ p`, looking into a bracket whose power has become whole.
  private void power(Factor f, Expr p) {
    if (f instanceof Group g) times(g.of, p);
    else factor(f, p);
  }

  /// Whether some bracket can now be opened: a single term whose power has become whole, or a
  /// closed sum to the first power.
  private boolean reopen() {
    for (int q = 0; q < powers.size(); q++) {
      if (!(powers.base(q) instanceof Group g) || g.of.terms.length != 1) continue;
      Expr p = powers.exponent(q);
      boolean closedSum = g.of.terms[0].hasSums();
      if (p.isOne() || (!closedSum && p.isWhole() && !p.isZero())) return true;
    }
    return false;
  }

  /// Eliminates one equality between indices: a summed one goes, of free ones the rest keeps one
  /// representative. True when something changed.
  private boolean eliminate() {
    for (Relation r : equalities()) {
      Index target = target(r);
      if (target == null) continue;
      int c = r.at.coefficient(target);
      At value = r.at.plus(At.of(target).times(-c)).times(-c);
      boolean sum = summed.contains(target);
      Expr range = sum ? t.inRange(value, target.extent) : t.one();
      if (substitute(r, sum, target, value)) {
        summed.remove(target);
        times(range, t.one());
        return true;
      }
    }
    return false;
  }

  private List<Relation> equalities() {
    List<Relation> all = List.of();
    for (int q = 0; q < powers.size(); q++) {
      if (!(powers.base(q) instanceof Relation r) || !r.equality) continue;
      if (all.isEmpty()) all = new ArrayList<>();
      all.add(r);
    }
    return all;
  }

  private Index target(Relation r) {
    for (int q = r.at.indices.length - 1; q >= 0; q--)
      if (Math.abs(r.at.coefficients[q]) == 1 && summed.contains(r.at.indices[q]))
        return r.at.indices[q];
    boolean simple = r.isDelta() || r.at.indices.length == 1;
    return simple && Math.abs(r.at.coefficients[0]) == 1
        ? r.at.indices[r.at.indices.length - 1]
        : null;
  }

  private boolean substitute(Relation r, boolean drop, Index target, At value) {
    boolean changed = drop;
    var rewrite = new Rewrite.Indices(t, Map.of(target, value));
    Expr oldExponential = exponential;
    Powers old = powers.taken();
    exponential = t.zero();
    if (!drop) powers.put(r, t.one());
    for (int q = 0; q < old.size(); q++) {
      if (old.base(q) == r) continue;
      if (!old.base(q).contains(target) && !old.exponent(q).contains(target)) {
        factor(old.base(q), old.exponent(q));
      } else {
        changed = true;
        rewrite.into(this, old.base(q), old.exponent(q));
      }
    }
    Expr x = rewrite.apply(oldExponential);
    changed |= x != oldExponential;
    exponential = t.plus(exponential, x);
    return changed;
  }

  private Rational wholeRadicals(List<Power> list) {
    Rational c = Rational.ONE;
    for (int q = 0; q < list.size(); q++) {
      if (!(list.get(q).base() instanceof Radical r)) continue;
      Expr p = list.get(q).exponent();
      if (!p.isNumber()) continue;
      Rational whole = p.number().floor();
      if (!r.of.isSmallPower(whole)) continue;
      Rational rest = p.number().minus(whole);
      c = c.times(r.of.pow(whole.intValue()));
      if (rest.isZero()) list.remove(q--);
      else list.set(q, new Power(r, t.number(rest)));
    }
    return c;
  }

  /// Σ_i of what does not contain i is its extent times it.
  private Expr unusedSums(List<Power> list) {
    if (summed.isEmpty()) return t.one();
    Expr outside = t.one();
    for (int n = 0; n < summed.size(); ) {
      Index i = summed.get(n);
      if (isUsed(i, list)) {
        n++;
        continue;
      }
      summed.remove(n);
      outside = t.times(outside, t.extent(i.extent));
    }
    return outside;
  }

  private static boolean isUsed(Index i, List<Power> list) {
    for (Power q : list) if (q.base().contains(i) || q.exponent().contains(i)) return true;
    return false;
  }
}
