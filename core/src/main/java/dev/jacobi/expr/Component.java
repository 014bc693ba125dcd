package dev.jacobi.expr;

import dev.jacobi.expr.Monomial.Power;
import java.util.ArrayList;
import java.util.List;

/// Factors joined by summed indices: the pieces into which a sum of a product falls apart, since
/// `Σ_ik a_i b_k = (Σ_i a_i)(Σ_k b_k)`.
record Component(List<Power> powers, List<Index> summed) {

  /// Whether the summed indices, each of which some factor holds, are all joined.
  static boolean isOne(List<Power> powers, List<Index> summed) {
    if (summed.size() == 1) return true;
    if (summed.size() > Long.SIZE) return false; // not known
    long[] held = new long[powers.size()];
    for (int p = 0; p < held.length; p++)
      for (int q = 0; q < summed.size(); q++)
        if (powers.get(p).base().contains(summed.get(q))
            || powers.get(p).exponent().contains(summed.get(q))) held[p] |= 1L << q;
    long joined = 1;
    for (long before = 0; joined != before; ) {
      before = joined;
      for (long h : held) if ((h & joined) != 0) joined |= h;
    }
    return Long.bitCount(joined) == summed.size();
  }

  /// The components of the factors, every one of which holds a summed index.
  static List<Component> of(List<Power> powers, List<Index> summed) {
    List<Component> result = new ArrayList<>();
    List<Index> left = new ArrayList<>(summed);
    List<Power> rest = new ArrayList<>(powers);
    while (!left.isEmpty()) {
      List<Index> mine = new ArrayList<>(List.of(left.removeFirst()));
      List<Power> members = new ArrayList<>();
      for (int q = 0; q < mine.size(); q++) {
        Index i = mine.get(q);
        for (Power p : List.copyOf(rest)) {
          if (!p.base().contains(i) && !p.exponent().contains(i)) continue;
          rest.remove(p);
          members.add(p);
          for (Index other : List.copyOf(left)) {
            if (p.base().contains(other) || p.exponent().contains(other)) {
              left.remove(other);
              mine.add(other);
            }
          }
        }
      }
      result.add(new Component(members, mine));
    }
    return result;
  }
}
