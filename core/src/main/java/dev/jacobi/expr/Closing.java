package dev.jacobi.expr;

import dev.jacobi.expr.Factor.Group;
import dev.jacobi.expr.Monomial.Power;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The last steps to canonical form: closed sums that are equal merge into a power, a bracket left
/// alone is opened, summed indices get their canonical numbers, factors are sorted.
final class Closing {
  private final Terms t;
  private Rational coefficient;

  private Closing(Terms t, Rational coefficient) {
    this.t = t;
    this.coefficient = coefficient;
  }

  static Expr close(Terms t, Rational coefficient, List<Power> powers, List<Index> summed) {
    return new Closing(t, coefficient).close(powers, summed);
  }

  private Expr close(List<Power> powers, List<Index> summed) {
    if (powers.size() == 1 && powers.get(0).isPlain() && powers.get(0).base() instanceof Group g)
      return t.scale(t.sum(g.of, summed.toArray(Node.NONE)), coefficient);
    if (summed.isEmpty()) return of(powers.toArray(new Power[0]), Node.NONE);
    if (mayMerge(powers, summed)) {
      Expr merged = merge(powers, summed);
      if (merged != null) return merged;
    }
    return numbered(powers, summed);
  }

  private Expr of(Power[] powers, Index[] summed) {
    if (powers.length > 1) Arrays.sort(powers, Ties.POWERS);
    return t.of(t.intern(new Monomial(coefficient, powers, summed)));
  }

  /// Only two closed sums, or one beside a bracketed closed sum, can merge; a sum of nothing but a
  /// bracket is opened.
  private static boolean mayMerge(List<Power> powers, List<Index> summed) {
    int inside = 0;
    boolean bracket = false;
    for (Power p : powers) {
      boolean holds = holdsAny(p, summed);
      if (holds) inside++;
      if (!(p.base() instanceof Group g)) continue;
      if (holds) bracket |= p.isPlain();
      else if (g.of.terms.length == 1) return true;
    }
    return bracket && inside == 1 || !Component.isOne(powers, summed);
  }

  /// Null when nothing merges.
  private Expr merge(List<Power> powers, List<Index> summed) {
    List<Power> outside = new ArrayList<>();
    List<Power> inside = new ArrayList<>();
    for (Power p : powers) (holdsAny(p, summed) ? inside : outside).add(p);
    List<Component> components = Component.of(inside, summed);
    Map<Factor, Expr> closed = new LinkedHashMap<>();
    for (Power p : outside) if (p.base() instanceof Group) closed.put(p.base(), p.exponent());
    boolean bare = false;
    boolean changed = false;
    if (components.size() == 1 && closed.isEmpty() && !isBare(components.get(0))) return null;
    Rational c = coefficient;
    for (Component part : components) {
      if (isBare(part)) {
        bare = true;
        continue;
      }
      Expr e = new Closing(t, Rational.ONE).numbered(part.powers(), part.summed());
      c = c.times(e.terms[0].coefficient);
      Factor g = t.group(t.of(t.withCoefficient(e.terms[0], Rational.ONE)));
      if (closed.containsKey(g)) changed = true;
      closed.merge(g, t.one(), t::plus);
    }
    if (!changed && !bare) return null;
    return rebuilt(c, outside, components, closed);
  }

  private Expr rebuilt(
      Rational c, List<Power> outside, List<Component> components, Map<Factor, Expr> closed) {
    var p = new Product(t);
    p.scale(c);
    for (Power q : outside) if (!(q.base() instanceof Group)) p.factor(q.base(), q.exponent());
    closed.forEach((g, e) -> p.times(((Group) g).of, e));
    for (Component part : components) {
      if (!isBare(part)) continue;
      Group g = (Group) part.powers().get(0).base();
      p.times(t.sum(g.of, part.summed().toArray(Node.NONE)), t.one());
    }
    return p.finish();
  }

  /// A sum of nothing but a bracket: it distributes.
  private static boolean isBare(Component c) {
    return c.powers().size() == 1
        && c.powers().get(0).isPlain()
        && c.powers().get(0).base() instanceof Group;
  }

  private static boolean holdsAny(Power p, List<Index> indices) {
    for (Index i : indices) if (p.base().contains(i) || p.exponent().contains(i)) return true;
    return false;
  }

  /// Gives the summed indices their canonical numbers.
  private Expr numbered(List<Power> powers, List<Index> summed) {
    List<Index> order = summed.size() == 1 ? summed : Canonical.order(powers, summed);
    int height = 0;
    for (Power p : powers)
      height = Math.max(height, Math.max(p.base().height, p.exponent().height));
    Map<Index, At> map = new HashMap<>();
    Index[] numbers = new Index[order.size()];
    for (int q = 0; q < numbers.length; q++) {
      numbers[q] = t.canonical(height + numbers.length - q, order.get(q).extent);
      map.put(order.get(q), At.of(numbers[q]));
    }
    Arrays.sort(numbers);
    var rename = new Rewrite.Indices(t, map);
    var p = new Product(t);
    for (Power q : powers) {
      if (holdsAny(q, summed)) rename.into(p, q.base(), q.exponent());
      else p.factor(q.base(), q.exponent());
    }
    var open = p.open();
    coefficient = coefficient.times(open.coefficient());
    return of(open.powers().toArray(new Power[0]), numbers);
  }
}
