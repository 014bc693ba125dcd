package dev.jacobi.expr;

import dev.jacobi.expr.Monomial.Power;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The order of the summed indices of a product that does not depend on what they are called:
/// colour refinement by the factors around each, ties broken by trying each tied index, within a
/// budget. Colours are held by the places of the indices among those that are summed.
final class Canonical {
  private static final int LEAVES = 24;

  private final List<Power> powers = new ArrayList<>(); // those that hold a summed index
  private final List<Index> summed;
  private final Set<Index> outside = new HashSet<>();
  private int leaves = 0;
  private List<Integer> best;
  private long bestHash;

  private Canonical(List<Power> powers, List<Index> summed) {
    this.summed = summed;
    for (Power p : powers)
      for (Index i : summed)
        if (holds(p, i)) {
          this.powers.add(p);
          break;
        }
    for (Power p : this.powers) {
      outside.addAll(List.of(p.base().free));
      outside.addAll(List.of(p.exponent().free));
    }
  }

  private static boolean holds(Power p, Index i) {
    return p.base().contains(i) || p.exponent().contains(i);
  }

  static List<Index> order(List<Power> powers, List<Index> summed) {
    long[] colours = new long[summed.size()];
    for (int q = 0; q < colours.length; q++) colours[q] = Node.Colours.FORGETFUL.of(summed.get(q));
    var c = new Canonical(powers, summed);
    long[] fine = c.refine(colours);
    List<Integer> order = c.sorted(fine);
    if (firstTie(order, fine) >= 0) {
      c.split(order, fine);
      order = c.best;
    }
    return order.stream().map(summed::get).toList();
  }

  /// The places of the indices, by colour.
  private List<Integer> sorted(long[] colours) {
    List<Integer> order = new ArrayList<>(colours.length);
    for (int q = 0; q < colours.length; q++) order.add(q);
    order.sort(Comparator.comparingLong(q -> colours[q]));
    return order;
  }

  private void search(long[] colours) {
    long[] fine = refine(colours);
    List<Integer> order = sorted(fine);
    if (firstTie(order, fine) < 0) leaf(order);
    else split(order, fine);
  }

  /// Tells each of the first that are tied from the others, in turn.
  private void split(List<Integer> order, long[] fine) {
    int tie = firstTie(order, fine);
    long colour = fine[order.get(tie)];
    for (int q = tie; q < order.size() && fine[order.get(q)] == colour; q++) {
      if (leaves >= LEAVES && best != null) return;
      long[] split = fine.clone();
      split[order.get(q)] = Node.mix(colour, 77);
      search(split);
    }
  }

  private static int firstTie(List<Integer> order, long[] colours) {
    for (int q = 0; q + 1 < order.size(); q++)
      if (colours[order.get(q)] == colours[order.get(q + 1)]) return q;
    return -1;
  }

  private void leaf(List<Integer> order) {
    leaves++;
    long[] numbers = new long[order.size()];
    for (int q = 0; q < numbers.length; q++) numbers[order.get(q)] = q + 1000L;
    long h = 0;
    for (Power p : powers) h += Node.mix(p.colour(colours(numbers)));
    if (best == null || h < bestHash) {
      best = order;
      bestHash = h;
    }
  }

  private long[] refine(long[] colours) {
    int classes = distinct(colours);
    while (classes < summed.size()) {
      long[] next = new long[colours.length];
      long[] marked = colours.clone();
      for (int q = 0; q < next.length; q++) {
        marked[q] = Node.mix(colours[q], 99);
        long h = 0;
        for (Power p : powers)
          if (holds(p, summed.get(q))) h += Node.mix(p.colour(colours(marked)));
        next[q] = Node.mix(colours[q], h);
        marked[q] = colours[q];
      }
      int finer = distinct(next);
      colours = next;
      if (finer == classes) return colours;
      classes = finer;
    }
    return colours;
  }

  private static int distinct(long[] colours) {
    int n = 0;
    for (int q = 0; q < colours.length; q++) {
      boolean first = true;
      for (int r = 0; r < q; r++) first &= colours[r] != colours[q];
      if (first) n++;
    }
    return n;
  }

  /// Colours for the summed indices; other free ones by identity, be they summed further outside;
  /// those summed further inside by extent, since their numbers may rest on names.
  private Node.Colours colours(long[] colours) {
    return new Node.Colours() {
      @Override
      public long of(Index i) {
        int q = summed.indexOf(i);
        if (q >= 0) return colours[q];
        return isInside(i) ? FORGETFUL.of(i) : IDENTITY.of(i);
      }

      @Override
      public boolean touches(Node node) {
        // what holds an index summed further inside must not show its number either
        for (Index i : node.free) if (summed.contains(i) || isInside(i)) return true;
        return false;
      }
    };
  }

  private boolean isInside(Index i) {
    return i.isSummed() && !outside.contains(i);
  }
}
