package dev.jacobi.expr;

import dev.jacobi.expr.Monomial.Power;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The order of the summed indices of a product that does not depend on what they are called:
/// colour refinement by the factors around each, ties broken by trying each tied index, within a
/// budget.
final class Canonical {
  private static final int LEAVES = 24;

  private final List<Power> powers = new ArrayList<>();
  private final List<Index> summed;
  private final Set<Index> outside = new HashSet<>();
  private int leaves = 0;
  private List<Index> best;
  private long bestHash;

  private Canonical(List<Power> powers, List<Index> summed) {
    this.summed = summed;
    for (Power p : powers)
      for (Index i : summed)
        if (p.base().contains(i) || p.exponent().contains(i)) {
          this.powers.add(p);
          break;
        }
    for (Power p : this.powers) {
      outside.addAll(List.of(p.base().free));
      outside.addAll(List.of(p.exponent().free));
    }
  }

  static List<Index> order(List<Power> powers, List<Index> summed) {
    var c = new Canonical(powers, summed);
    Map<Index, Long> colours = new HashMap<>();
    for (Index i : summed) colours.put(i, Node.Colours.FORGETFUL.of(i));
    c.search(colours);
    return c.best;
  }

  private void search(Map<Index, Long> colours) {
    Map<Index, Long> fine = refine(colours);
    List<Index> order = new ArrayList<>(summed);
    order.sort(Comparator.comparing(fine::get));
    int tie = firstTie(order, fine);
    if (tie < 0) {
      leaf(order);
      return;
    }
    Long colour = fine.get(order.get(tie));
    for (int q = tie; q < order.size() && fine.get(order.get(q)).equals(colour); q++) {
      if (leaves >= LEAVES && best != null) return;
      Map<Index, Long> split = new HashMap<>(fine);
      split.put(order.get(q), Node.mix(colour, 77));
      search(split);
    }
  }

  private static int firstTie(List<Index> order, Map<Index, Long> colours) {
    for (int q = 0; q + 1 < order.size(); q++)
      if (colours.get(order.get(q)).equals(colours.get(order.get(q + 1)))) return q;
    return -1;
  }

  private void leaf(List<Index> order) {
    leaves++;
    Map<Index, Long> numbers = new HashMap<>();
    for (int q = 0; q < order.size(); q++) numbers.put(order.get(q), (long) q + 1000);
    long h = 0;
    for (Power p : powers) h += Node.mix(p.colour(colours(numbers)));
    if (best == null || h < bestHash) {
      best = order;
      bestHash = h;
    }
  }

  private Map<Index, Long> refine(Map<Index, Long> colours) {
    int classes = distinct(colours);
    while (classes < summed.size()) {
      Map<Index, Long> next = new HashMap<>();
      for (Index i : summed) {
        Map<Index, Long> marked = new HashMap<>(colours);
        marked.put(i, Node.mix(colours.get(i), 99));
        long h = 0;
        for (Power p : powers)
          if (p.base().contains(i) || p.exponent().contains(i))
            h += Node.mix(p.colour(colours(marked)));
        next.put(i, Node.mix(colours.get(i), h));
      }
      int finer = distinct(next);
      colours = next;
      if (finer == classes) return colours;
      classes = finer;
    }
    return colours;
  }

  private static int distinct(Map<Index, Long> colours) {
    return (int) colours.values().stream().distinct().count();
  }

  /// Colours for the summed indices; other free ones by identity, be they summed further outside;
  /// those summed further inside by extent, since their numbers may rest on names.
  private Node.Colours colours(Map<Index, Long> map) {
    return new Node.Colours() {
      @Override
      public long of(Index i) {
        Long c = map.get(i);
        if (c != null) return c;
        return i.isSummed() && !outside.contains(i) ? FORGETFUL.of(i) : IDENTITY.of(i);
      }

      @Override
      public boolean touches(Node node) {
        // what holds an index summed further inside must not show its number either
        for (Index i : node.free)
          if (map.containsKey(i) || (i.isSummed() && !outside.contains(i))) return true;
        return false;
      }
    };
  }
}
