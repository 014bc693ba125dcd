package dev.jacobi.eval;

import dev.jacobi.expr.Index;
import dev.jacobi.expr.Monomial.Power;
import java.util.ArrayList;
import java.util.List;

/// In which order the factors of a product are multiplied, so that what lies between stays small.
final class Order {
  /// Below this many entries any order will do.
  private static final int LONG = 1 << 12;

  private final Point point;

  Order(Point point) {
    this.point = point;
  }

  /// The factor to multiply next to a product over these axes: one that shares an index with it;
  /// where arrays are long, one after which the least is left.
  Power next(List<Power> left, List<Index> axes, List<Index> summed) {
    if (left.size() > 1 && volume(with(left, axes)) > LONG) return least(left, axes, summed);
    for (Power p : left) for (Index i : p.base().free()) if (axes.contains(i)) return p;
    return left.get(0);
  }

  private Power least(List<Power> left, List<Index> axes, List<Index> summed) {
    Power least = left.get(0);
    long best = Long.MAX_VALUE;
    for (Power p : left) {
      long after = after(p, left, axes, summed);
      if (axes.isEmpty()) { // the first of two
        List<Power> others = without(left, p);
        for (Power q : others)
          after =
              q == others.get(0)
                  ? after(q, others, with(List.of(p), axes), summed)
                  : Math.min(after, after(q, others, with(List.of(p), axes), summed));
      }
      if (after >= best) continue;
      best = after;
      least = p;
    }
    return least;
  }

  /// How large the product with a factor is when all that no other holds is summed.
  private long after(Power p, List<Power> left, List<Index> axes, List<Index> summed) {
    List<Power> others = without(left, p);
    List<Index> product = with(List.of(p), axes);
    product.removeIf(i -> summed.contains(i) && !holds(others, i));
    return volume(product);
  }

  private static List<Power> without(List<Power> left, Power p) {
    List<Power> others = new ArrayList<>(left);
    others.remove(p);
    return others;
  }

  private static List<Index> with(List<Power> powers, List<Index> axes) {
    List<Index> all = new ArrayList<>(axes);
    for (Power p : powers) {
      for (Index i : p.base().free()) if (!all.contains(i)) all.add(i);
      for (Index i : p.exponent().free()) if (!all.contains(i)) all.add(i);
    }
    return all;
  }

  static boolean holds(List<Power> powers, Index i) {
    for (Power p : powers) if (p.base().contains(i) || p.exponent().contains(i)) return true;
    return false;
  }

  /// How many entries an array over the axes has.
  long volume(List<Index> axes) {
    long n = 1;
    for (Index i : axes) n *= point.size(i.extent);
    return n;
  }
}
