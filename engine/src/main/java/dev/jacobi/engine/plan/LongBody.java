package dev.jacobi.engine.plan;

import dev.jacobi.engine.plan.Scalar.Condition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A body so long that its method would pass 8,000 bytes, beyond which the JVM leaves a method
/// interpreted: parts of it are computed into arrays of their own, by loops before.
final class LongBody {
  private static final int MOST = 450; // nodes; the longest take some 15 bytes each
  private static final double LARGEST = 1e7; // entries that such an array may have

  private final Workshop shop;
  private final List<Var> loops;

  LongBody(Workshop shop, List<Var> loops) {
    this.shop = shop;
    this.loops = loops;
  }

  Scalar cut(Scalar body) {
    Scalar now = body;
    while (Reads.nodes(now).size() > MOST) {
      Optional<Scalar> part = part(now);
      if (part.isEmpty()) return now;
      Scalar whole = part.get();
      List<Var> axes = loops.stream().filter(whole.vars::contains).toList();
      Scalar load = shop.load(shop.keep(whole, axes), axes);
      now =
          new Rebuilt(shop.scalars, s -> s == whole ? Optional.of(load) : Optional.empty()).of(now);
    }
    return now;
  }

  /// A part with at least half as many nodes as one method may have, and no more than that.
  private Optional<Scalar> part(Scalar body) {
    Set<Scalar> nodes = Reads.nodes(body);
    Set<Scalar> guarded = guarded(nodes);
    Map<Scalar, Integer> counts = new HashMap<>();
    for (Scalar s : nodes) {
      int n = count(s, counts);
      if (n >= MOST / 2 && n <= MOST && !guarded.contains(s) && isFree(s, loops))
        return Optional.of(s);
    }
    return Optional.empty();
  }

  /// How many nodes it has at most: shared ones are counted each time.
  private static int count(Scalar s, Map<Scalar, Integer> counts) {
    Integer known = counts.get(s);
    if (known != null) return known;
    int n = 1;
    for (Scalar p : s.parts()) n = Math.min(1 << 20, n + count(p, counts));
    counts.put(s, n);
    return n;
  }

  /// What a condition on places lets in may read outside of an array elsewhere.
  static Set<Scalar> guarded(Set<Scalar> nodes) {
    Set<Scalar> all = new HashSet<>();
    for (Scalar s : nodes)
      if (s instanceof Scalar.Choose c
          && c.conditions.stream().anyMatch(x -> x instanceof Condition.Holds))
        all.addAll(Reads.nodes(c.value));
    return all;
  }

  /// Whether it depends on these loops alone, and its values fit into an array.
  static boolean isFree(Scalar s, List<Var> loops) {
    double size = 1;
    for (Var v : s.vars) {
      if (!loops.contains(v)) return false;
      size *= v.extent();
    }
    return size <= LARGEST;
  }
}
