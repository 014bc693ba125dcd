package dev.jacobi.expr;

import dev.jacobi.expr.Factor.Relation;
import dev.jacobi.expr.Monomial.Power;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Colours within a product that holds deltas. Indices that they make equal share one colour: the
/// other factors are written with one of them, and which one rests on names.
final class EqualIndices implements Node.Colours {
  private final Node.Colours colours;
  private final List<Set<Index>> equal;

  private EqualIndices(Node.Colours colours, List<Set<Index>> equal) {
    this.colours = colours;
    this.equal = equal;
  }

  static Node.Colours in(Power[] powers, Node.Colours colours) {
    List<Set<Index>> equal = List.of();
    for (Power p : powers) {
      if (!(p.base() instanceof Relation r) || !r.isDelta()) continue;
      if (equal.isEmpty()) equal = new ArrayList<>();
      join(equal, new HashSet<>(List.of(r.at.indices)));
    }
    return equal.isEmpty() ? colours : new EqualIndices(colours, equal);
  }

  private static void join(List<Set<Index>> equal, Set<Index> more) {
    for (Set<Index> s : List.copyOf(equal))
      if (s.stream().anyMatch(more::contains)) {
        equal.remove(s);
        more.addAll(s);
      }
    equal.add(more);
  }

  @Override
  public long of(Index i) {
    for (Set<Index> s : equal) {
      if (!s.contains(i)) continue;
      long h = 0;
      for (Index x : s) h += Node.mix(colours.of(x));
      return Node.mix(h);
    }
    return colours.of(i);
  }

  @Override
  public boolean touches(Node node) {
    for (Index i : node.free) for (Set<Index> s : equal) if (s.contains(i)) return true;
    return colours.touches(node);
  }
}
