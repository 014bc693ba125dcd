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
      List<Var> axes = loops.stream().filter(part.get().vars::contains).toList();
      Scalar load = shop.load(shop.keep(part.get(), axes), axes);
      now = replaced(now, part.get(), load, new HashMap<>());
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
      if (n >= MOST / 2 && n <= MOST && !guarded.contains(s) && isFree(s)) return Optional.of(s);
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
  private static Set<Scalar> guarded(Set<Scalar> nodes) {
    Set<Scalar> all = new HashSet<>();
    for (Scalar s : nodes)
      if (s instanceof Scalar.Choose c
          && c.conditions.stream().anyMatch(x -> x instanceof Condition.Holds))
        all.addAll(Reads.nodes(c.value));
    return all;
  }

  private boolean isFree(Scalar s) {
    double size = 1;
    for (Var v : s.vars) {
      if (!loops.contains(v)) return false;
      size *= v.extent();
    }
    return size <= LARGEST;
  }

  private Scalar replaced(Scalar s, Scalar part, Scalar by, Map<Scalar, Scalar> done) {
    if (s == part) return by;
    Scalar known = done.get(s);
    if (known != null) return known;
    Scalar r =
        switch (s) {
          case Scalar.Num n -> n;
          case Scalar.Load l -> l;
          case Scalar.Op o ->
              shop.scalars.op(
                  o.operator,
                  o.parts().stream().map(p -> replaced(p, part, by, done)).toArray(Scalar[]::new));
          case Scalar.Call c ->
              shop.scalars.call(c.function, replaced(c.argument(), part, by, done));
          case Scalar.Choose c ->
              shop.scalars.choose(
                  c.conditions.stream().map(x -> replaced(x, part, by, done)).toList(),
                  replaced(c.value, part, by, done));
        };
    done.put(s, r);
    return r;
  }

  private Condition replaced(Condition x, Scalar part, Scalar by, Map<Scalar, Scalar> done) {
    return switch (x) {
      case Condition.Holds h -> h;
      case Condition.Compares c ->
          new Condition.Compares(replaced(c.number(), part, by, done), c.comparison());
    };
  }
}
