package dev.jacobi.print;

import dev.jacobi.expr.Exponentials;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import dev.jacobi.expr.Rational;
import dev.jacobi.expr.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A minus in front goes into a bracket that has one already: `-(y - t) x` is written `(t - y) x`.
/// Where the sign of a bracket does not count, it is the one that the user wrote.
final class Signs {
  private final Terms t;
  private final Set<Long> written; // patterns of what the user wrote as a sum

  Signs(Model model) {
    this.t = model.t;
    this.written = model.writtenSums();
  }

  private Expr bare(Expr e) {
    return t.scale(e, Terms.content(e).inverse());
  }

  /// The sum or its negative, whichever the user wrote; itself when neither was.
  Expr asWritten(Expr e) {
    return isTurned(e) ? t.negate(e) : e;
  }

  private boolean isTurned(Expr e) {
    if (e.size() < 2) return false;
    Expr bare = bare(e);
    boolean mine = written.contains(bare.pattern());
    boolean turned = written.contains(t.negate(bare).pattern());
    return mine == turned ? simplest(e).coefficient.signum() < 0 : turned;
  }

  /// The one term with the fewest sums, by which `x - (sum[k] x[k])/n` has its sign; where there
  /// are two, one that is added.
  private static Monomial simplest(Expr e) {
    Monomial best = e.term(0);
    for (Monomial m : e.terms()) {
      boolean fewer = m.summedCount() < best.summedCount();
      boolean added = m.summedCount() == best.summedCount() && m.coefficient.signum() > 0;
      if (fewer || added && best.coefficient.signum() < 0) best = m;
    }
    return best;
  }

  Terms.Open settled(Terms.Open open) {
    return positive(
        asWritten(Exponentials.together(t, FineNumbers.settled(t, Roots.closed(t, open)))));
  }

  /// Under an even power, in a pair, or below the line a bracket may change its sign.
  private Terms.Open asWritten(Terms.Open open) {
    boolean any = false;
    for (Power p : open.powers()) any |= p.base() instanceof Factor.Group;
    if (!any) return open;
    List<Power> powers = new ArrayList<>(open.powers());
    Rational coefficient = open.coefficient();
    List<Integer> odd = new ArrayList<>();
    for (int q = 0; q < powers.size(); q++) {
      Power p = powers.get(q);
      if (!(p.base() instanceof Factor.Group g) || !p.exponent().isWhole()) continue;
      if (!isTurned(g.of)) continue;
      if (!isOdd(p.exponent())) {
        powers.set(q, turned(p));
      } else if (isBelow(p)) {
        powers.set(q, turned(p));
        coefficient = coefficient.negate();
      } else {
        odd.add(q);
      }
    }
    if (odd.size() % 2 == 1) odd.remove(/* element */ single(odd, powers));
    for (int q : odd) powers.set(q, turned(powers.get(q)));
    return new Terms.Open(coefficient, powers, open.summed());
  }

  /// The last that is not one of two that are alike, or the last.
  private static Integer single(List<Integer> some, List<Power> powers) {
    for (Integer q : some.reversed()) {
      long pattern = powers.get(q).base().pattern();
      if (some.stream().filter(r -> powers.get(r).base().pattern() == pattern).count() == 1)
        return q;
    }
    return some.getLast();
  }

  private Power turned(Power p) {
    return new Power(t.bracket(t.negate(((Factor.Group) p.base()).of)), p.exponent());
  }

  private Terms.Open positive(Terms.Open open) {
    if (open.coefficient().signum() >= 0) return open;
    int best = -1;
    for (int q = 0; q < open.powers().size(); q++) {
      if (!canFlip(open.powers().get(q), open.powers())) continue;
      if (best < 0 || startsWithNumber(open.powers().get(best))) best = q;
    }
    if (best < 0) return open;
    List<Power> powers = new ArrayList<>(open.powers());
    powers.set(best, turned(powers.get(best)));
    return new Terms.Open(open.coefficient().negate(), powers, open.summed());
  }

  /// Whether a minus in front could go into a bracket.
  boolean canTurn(Monomial m) {
    for (Power p : m.powers()) if (canFlip(p, m.powers())) return true;
    return false;
  }

  /// Above the line, and not one of two that are alike: `-r r'` is no `r (-r)'`.
  private static boolean canFlip(Power p, List<Power> all) {
    if (!(p.base() instanceof Factor.Group g) || !isOdd(p.exponent()) || isBelow(p)) return false;
    for (Power q : all)
      if (q != p && q.base() instanceof Factor.Group && q.base().pattern() == p.base().pattern())
        return false;
    return isMixed(g.of);
  }

  private static boolean isBelow(Power p) {
    return p.exponent().isNumber() && p.exponent().number().signum() < 0;
  }

  /// `1 - a` reads better than `a - 1`.
  private static boolean startsWithNumber(Power p) {
    for (Monomial m : ((Factor.Group) p.base()).of.terms())
      if (m.powers().isEmpty() && m.coefficient.signum() > 0) return true;
    return false;
  }

  private static boolean isOdd(Expr e) {
    return e.isWhole() && e.number().num().testBit(0);
  }

  private static boolean isMixed(Expr e) {
    boolean plus = false;
    boolean minus = false;
    for (Monomial m : e.terms()) {
      plus |= m.coefficient.signum() > 0;
      minus |= m.coefficient.signum() < 0;
    }
    return plus && minus;
  }
}
