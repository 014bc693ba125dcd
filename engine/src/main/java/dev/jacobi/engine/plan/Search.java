package dev.jacobi.engine.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The order of joining parts two by two that takes the fewest operations: dynamic programming over
/// subsets. A variable is summed as soon as no part outside the subset has it.
final class Search {
  private final List<Scalar> parts;
  private final List<Var> vars = new ArrayList<>();
  private final Map<Long, Double> sizes = new HashMap<>();
  private final long[] kept; // of each subset, bit by bit the variables that are not summed yet
  private final double[] cost;
  private final int[] split;

  Search(List<Scalar> parts, Set<Var> summed) {
    this.parts = parts;
    for (Scalar s : parts) for (Var v : s.vars) if (!vars.contains(v)) vars.add(v);
    if (vars.size() > Long.SIZE)
      throw new PlanException("a product over " + vars.size() + " indices, more than 64");
    this.kept = new long[1 << parts.size()];
    this.cost = new double[kept.length];
    this.split = new int[kept.length];
    long gone = bits(summed);
    for (int set = 1; set < kept.length; set++)
      kept[set] = union(set) & ~(gone & ~union(kept.length - 1 & ~set));
    for (int set = 1; set < cost.length; set++) settle(set);
  }

  private long bits(Collection<Var> some) {
    long bits = 0;
    for (int q = 0; q < vars.size(); q++) if (some.contains(vars.get(q))) bits |= 1L << q;
    return bits;
  }

  private long union(int set) {
    long all = 0;
    for (int q = 0; q < parts.size(); q++) if ((set >> q & 1) == 1) all |= bits(parts.get(q).vars);
    return all;
  }

  private void settle(int set) {
    if (Integer.bitCount(set) == 1) {
      Scalar s = parts.get(Integer.numberOfTrailingZeros(set));
      cost[set] = s instanceof Scalar.Load ? 0 : size(union(set)) * s.cost;
      return;
    }
    cost[set] = Double.POSITIVE_INFINITY;
    int low = Integer.lowestOneBit(set);
    double both = 2 * size(kept[set]); // what is kept has to be written and read again
    for (int a = (set - 1) & set; a > 0; a = (a - 1) & set) {
      if ((a & low) == 0) continue; // each pair once
      int b = set & ~a;
      double c = cost[a] + cost[b] + size(kept[a] | kept[b]) + both;
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
    Set<Var> all = new TreeSet<>();
    for (int q = 0; q < vars.size(); q++) if ((kept[set] >> q & 1) == 1) all.add(vars.get(q));
    return all;
  }

  private double size(long bits) {
    return sizes.computeIfAbsent(
        bits,
        _ -> {
          double n = 1;
          for (int q = 0; q < vars.size(); q++)
            if ((bits >> q & 1) == 1 && vars.get(q).isLoop()) n *= vars.get(q).extent();
          return n;
        });
  }

  static double size(Set<Var> vars) {
    double n = 1;
    for (Var v : vars) if (v.isLoop()) n *= v.extent();
    return n;
  }
}
