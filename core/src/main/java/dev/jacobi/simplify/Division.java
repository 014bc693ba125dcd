package dev.jacobi.simplify;

import dev.jacobi.expr.At;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import dev.jacobi.expr.Rational;
import dev.jacobi.expr.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `… a_i b_ik … → … (replacement of a_i b_ik) …`: a rule whose pattern is one monomial, applied to
/// a monomial that it divides, once. Sums of the pattern must be sums of the target over the same
/// factors.
final class Division {
  private final Terms t;
  private final Rule rule;
  private final Terms.Open target;
  private final Terms.Open pattern;
  private final Match match;
  private final Rational[] left; // the exponents of the target not used up; null where symbolic
  private final int sign; // 1, or −1 where the target holds the pattern's reciprocal

  private Division(Terms t, Rule rule, Terms.Open target, int sign) {
    this.t = t;
    this.rule = rule;
    this.target = target;
    this.sign = sign;
    this.pattern = t.open(rule.pattern().term(0));
    this.match = new Match(t, rule.variables());
    match.addVariables(pattern.summed());
    this.left = new Rational[target.powers().size()];
    for (int q = 0; q < left.length; q++) {
      Expr e = target.powers().get(q).exponent();
      left[q] = e.isNumber() ? e.number() : null;
    }
  }

  static Optional<Expr> apply(Terms t, Rule rule, Monomial m) {
    var open = t.open(m);
    if (rule.isFactor()) return factor(t, rule, open);
    for (int sign :
        rule.pattern().term(0).hasSums() || rule.fact() ? new int[] {1} : new int[] {1, -1}) {
      var d = new Division(t, rule, open, sign);
      if (d.search(0)) return Optional.of(d.quotient());
    }
    return Optional.empty();
  }

  /// A pattern that is one factor `f^p`: `f^(kp)` is the k-th power of the replacement.
  private static Optional<Expr> factor(Terms t, Rule rule, Terms.Open open) {
    Power p = rule.pattern().term(0).powers().get(0);
    if (!p.exponent().isNumber()) return Optional.empty();
    for (Power q : open.powers()) {
      if (!q.exponent().isNumber()) continue;
      Rational k = q.exponent().number().over(p.exponent().number());
      var match = new Match(t, rule.variables());
      if (!k.isInteger() || !match.factor(p.base(), q.base())) continue;
      if (!match.bindings().keySet().containsAll(rule.variables())) continue;
      List<Expr> factors = new ArrayList<>();
      factors.add(t.number(open.coefficient()));
      Expr by = t.pow(t.substitute(rule.replacement(), match.bindings()), t.number(k));
      for (Power r : open.powers()) if (r != q) factors.add(t.pow(t.of(r.base()), r.exponent()));
      Expr rest = t.times(factors.toArray(new Expr[0]));
      List<Expr> terms = new ArrayList<>();
      for (Monomial term : by.terms()) terms.add(t.times(rest, t.of(term)));
      Expr product = t.factored(t.add(terms));
      return Optional.of(t.sum(product, open.summed().toArray(new Index[0])));
    }
    return Optional.empty();
  }

  private boolean search(int q) {
    if (q == pattern.powers().size()) return sumsFit();
    Power p = pattern.powers().get(q);
    if (!p.exponent().isNumber()) return false;
    Rational need = p.exponent().number().times(Rational.of(sign));
    for (int r = 0; r < left.length; r++) {
      if (left[r] == null || !covers(left[r], need)) continue;
      int mark = match.mark();
      if (match.factor(p.base(), target.powers().get(r).base())) {
        Rational before = left[r];
        left[r] = isIdempotent(p.base()) ? Rational.ZERO : before.minus(need);
        if (search(q + 1)) return true;
        left[r] = before;
      }
      match.undo(mark);
    }
    return false;
  }

  private static boolean isIdempotent(Factor f) {
    return f instanceof Factor.Indicator || f instanceof Factor.Relation;
  }

  private static boolean covers(Rational have, Rational need) {
    return have.signum() == need.signum() && have.abs().compareTo(need.abs()) >= 0;
  }

  /// Each sum of the pattern is a sum of the target that occurs nowhere else, and every variable
  /// has a value.
  private boolean sumsFit() {
    List<Index> images = new ArrayList<>();
    for (Index i : pattern.summed()) {
      At at = match.of(i);
      if (at == null || !at.isPlain() || !target.summed().contains(at.plain())) return false;
      if (images.contains(at.plain())) return false;
      images.add(at.plain());
    }
    for (Index v : rule.variables()) {
      At at = match.of(v);
      if (at == null) return false;
      for (Index i : images) if (at.contains(i)) return false;
    }
    for (int r = 0; r < left.length; r++) {
      Power p = target.powers().get(r);
      if (left[r] != null && left[r].isZero()) continue;
      for (Index i : images) if (p.base().contains(i) || p.exponent().contains(i)) return false;
    }
    return true;
  }

  private Expr quotient() {
    List<Expr> factors = new ArrayList<>();
    Rational c = pattern.coefficient();
    factors.add(t.number(target.coefficient().over(sign > 0 ? c : c.inverse())));
    Expr replacement = t.substitute(rule.replacement(), bindings());
    factors.add(sign > 0 ? replacement : t.reciprocal(replacement));
    for (int r = 0; r < left.length; r++) {
      Power p = target.powers().get(r);
      factors.add(t.pow(t.of(p.base()), left[r] == null ? p.exponent() : t.number(left[r])));
    }
    Expr product = t.times(factors.toArray(new Expr[0]));
    List<Index> kept = new ArrayList<>(target.summed());
    for (Index i : pattern.summed()) kept.remove(match.of(i).plain());
    return t.sum(product, kept.toArray(new Index[0]));
  }

  private java.util.Map<Index, At> bindings() {
    return match.bindings();
  }
}
