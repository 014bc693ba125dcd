package dev.jacobi.engine.plan;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The order of joining parts two by two that takes the fewest operations: dynamic programming over
/// subsets. A variable is summed as soon as no part outside the subset has it.
final class Search {
  private final List<Scalar> parts;
  private final Set<Var> summed;
  private final double[] cost;
  private final int[] split;

  Search(List<Scalar> parts, Set<Var> summed) {
    this.parts = parts;
    this.summed = summed;
    this.cost = new double[1 << parts.size()];
    this.split = new int[cost.length];
    for (int set = 1; set < cost.length; set++) settle(set);
  }

  private void settle(int set) {
    if (Integer.bitCount(set) == 1) {
      Scalar s = parts.get(Integer.numberOfTrailingZeros(set));
      cost[set] = s instanceof Scalar.Load ? 0 : size(Set.copyOf(s.vars)) * s.cost;
      return;
    }
    cost[set] = Double.POSITIVE_INFINITY;
    int low = Integer.lowestOneBit(set);
    for (int a = (set - 1) & set; a > 0; a = (a - 1) & set) {
      if ((a & low) == 0) continue; // each pair once
      int b = set & ~a;
      Set<Var> loops = new TreeSet<>(kept(a));
      loops.addAll(kept(b));
      // what is kept has to be written and read again
      double c = cost[a] + cost[b] + size(loops) + 2 * size(kept(set));
      if (c < cost[set]) {
        cost[set] = c;
        split[set] = a;
      }
    }
  }

  /// The part of a set that is computed first.
  int split(int set) {
    return split[set];
  }

  /// The variables of a set that are not summed yet when it has been joined.
  Set<Var> kept(int set) {
    Set<Var> kept = new TreeSet<>();
    Set<Var> outside = new TreeSet<>();
    for (int q = 0; q < parts.size(); q++)
      ((set >> q & 1) == 1 ? kept : outside).addAll(parts.get(q).vars);
    kept.removeIf(v -> summed.contains(v) && !outside.contains(v));
    return kept;
  }

  private static double size(Set<Var> vars) {
    double n = 1;
    for (Var v : vars) if (v.isLoop()) n *= v.extent();
    return n;
  }
}
