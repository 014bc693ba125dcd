package dev.jacobi.expr;

import dev.jacobi.expr.Factor.Group;
import dev.jacobi.expr.Monomial.Power;
import java.util.ArrayList;
import java.util.List;

/// Multiplies brackets out, after predicting how many terms that makes.
public final class Expand {
  private final Terms t;
  private final int limit;

  public Expand(Terms t, int limit) {
    this.t = t;
    this.limit = limit;
  }

  /// The formula with the brackets of its terms (not those inside functions or under other powers)
  /// multiplied out; unchanged where more than the limit of terms would arise.
  public Expr apply(Expr e) {
    if (predicted(e) > limit) return e;
    Expr now = e;
    for (int round = 0; round < 64; round++) {
      Expr next = once(now);
      if (next == now || next.terms.length > limit) return now;
      now = next;
    }
    return now;
  }

  private long predicted(Expr e) {
    long sum = 0;
    for (Monomial m : e.terms) {
      long product = 1;
      for (Power p : m.powers) product = Math.min(1_000_000, product * predicted(p));
      sum += product;
    }
    return sum;
  }

  private long predicted(Power p) {
    if (!expandable(p)) return 1;
    long inner = predicted(((Group) p.base()).of);
    long r = 1;
    for (int q = 0; q < p.exponent().number().intValue(); q++) r = Math.min(1_000_000, r * inner);
    return r;
  }

  private static boolean expandable(Power p) {
    return p.base() instanceof Group
        && p.exponent().isWhole()
        && p.exponent().number().signum() > 0
        && p.exponent().number().compareTo(Rational.of(4)) <= 0;
  }

  private Expr once(Expr e) {
    List<Expr> terms = new ArrayList<>();
    boolean changed = false;
    for (Monomial m : e.terms) {
      Expr x = once(m);
      changed |= x.terms.length != 1 || x.terms[0] != m;
      terms.add(x);
    }
    return changed ? t.add(terms) : e;
  }

  /// All brackets of the term multiplied out; where one holds denominators, one bracket.
  private Expr once(Monomial m) {
    boolean any = false;
    boolean denominator = false;
    for (Power p : m.powers) {
      if (!expandable(p)) continue;
      any = true;
      denominator |= hasDenominator(((Group) p.base()).of);
    }
    if (!any) return t.of(m);
    return denominator ? oneBracket(t.open(m)) : allBrackets(t.open(m));
  }

  private Expr allBrackets(Terms.Open open) {
    List<Expr> brackets = new ArrayList<>();
    List<Power> rest = new ArrayList<>();
    for (Power p : open.powers()) {
      if (!expandable(p)) rest.add(p);
      else
        for (int k = p.exponent().number().intValue(); k > 0; k--)
          brackets.add(((Group) p.base()).of);
    }
    List<Expr> terms = new ArrayList<>();
    int[] choice = new int[brackets.size()];
    do {
      var p = new Product(t);
      p.scale(open.coefficient());
      for (Power q : rest) p.factor(q.base(), q.exponent());
      for (int q = 0; q < choice.length; q++) p.times(brackets.get(q).terms[choice[q]], t.one());
      for (Index i : open.summed()) p.sumOver(i);
      terms.add(p.finish());
    } while (next(choice, brackets));
    return t.add(terms);
  }

  /// The next choice of one term from each bracket; false after the last.
  private static boolean next(int[] choice, List<Expr> brackets) {
    for (int q = 0; q < choice.length; q++) {
      if (++choice[q] < brackets.get(q).terms.length) return true;
      choice[q] = 0;
    }
    return false;
  }

  /// A bracket that holds denominators goes first: they may cancel against brackets that are still
  /// whole.
  private Expr oneBracket(Terms.Open open) {
    Power chosen = null;
    for (Power p : open.powers())
      if (expandable(p) && (chosen == null || hasDenominator(((Group) p.base()).of))) chosen = p;
    Expr group = ((Group) java.util.Objects.requireNonNull(chosen).base()).of;
    List<Expr> terms = new ArrayList<>();
    for (Monomial inner : group.terms) {
      var p = new Product(t);
      p.scale(open.coefficient());
      p.times(inner, t.one());
      for (Power q : open.powers()) if (q != chosen) p.factor(q.base(), q.exponent());
      p.times(group, t.minus(chosen.exponent(), t.one()));
      for (Index i : open.summed()) p.sumOver(i);
      terms.add(p.finish());
    }
    return t.add(terms);
  }

  private static boolean hasDenominator(Expr e) {
    for (Monomial m : e.terms)
      for (Power p : m.powers)
        if (p.exponent().isNumber() && p.exponent().number().signum() < 0) return true;
    return false;
  }
}
