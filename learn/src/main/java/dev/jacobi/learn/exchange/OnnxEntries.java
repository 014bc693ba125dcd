package dev.jacobi.learn.exchange;

import dev.jacobi.expr.At;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Index;
import dev.jacobi.learn.LearnException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Entries of named arrays at index terms: an axis that is read at a place or at a sum of indices
/// is gathered; what lies outside the array is 0.
record OnnxEntries(OnnxAxes axes, Map<String, Named> known) {
  /// @param front the axes of the examples, if the name has them beside its own
  /// @param sides how many entries its own axes have; −1 where nobody says
  record Named(String tensor, List<Index> front, List<Integer> sides) {}

  OnnxValue entry(Factor.Symbol s) {
    Named n = known.get(s.name);
    if (n == null) throw new LearnException("nothing gives numbers for " + s.name);
    String tensor = n.tensor;
    List<Index> found = new ArrayList<>(n.front);
    OnnxValue mask = null;
    for (int q = 0; q < s.arity(); q++) {
      At at = s.slot(q);
      if (at.isPlain() && fits(at.plain(), n.sides.get(q))) {
        found.add(at.plain());
        continue;
      }
      Gathered g = gathered(at, n.sides.get(q));
      var axis = new OnnxGraph.Attribute("axis", found.size());
      tensor = axes.graph.node("Gather", List.of(tensor, g.places), axis);
      found.addAll(g.indices);
      if (g.mask != null) mask = mask == null ? g.mask : axes.combined("Mul", mask, g.mask);
    }
    OnnxValue value = diagonal(new OnnxValue(tensor, found));
    return mask == null ? value : axes.combined("Mul", value, mask);
  }

  /// Whether an index runs over a whole axis: of two arrays side by side each has a part.
  private boolean fits(Index i, int side) {
    return axes.isBatch(i) || axes.size(i) == side;
  }

  /// One axis for each index: `A[i,i]` has one.
  private OnnxValue diagonal(OnnxValue v) {
    List<Index> once = v.axes().stream().distinct().toList();
    if (once.size() == v.axes().size()) return v;
    var equation = new StringBuilder();
    for (Index i : v.axes()) equation.append((char) ('a' + once.indexOf(i)));
    equation.append("->");
    for (int q = 0; q < once.size(); q++) equation.append((char) ('a' + q));
    var attribute = new OnnxGraph.Attribute("equation", equation.toString());
    return new OnnxValue(axes.graph.node("Einsum", List.of(v.tensor()), attribute), once);
  }

  private record Gathered(String places, List<Index> indices, OnnxValue mask) {}

  private Gathered gathered(At at, int side) {
    List<Index> indices = List.of(at.indices);
    int[] sides = sides(indices);
    long[] places = places(at, indices, sides);
    float[] inside = new float[places.length];
    boolean all = true;
    for (int q = 0; q < places.length; q++) {
      inside[q] = places[q] >= 0 && places[q] < side ? 1 : 0;
      all &= inside[q] == 1;
      places[q] = Math.clamp(places[q], 0, side - 1);
    }
    OnnxValue mask = all ? null : new OnnxValue(axes.graph.array(inside, sides), indices);
    return new Gathered(axes.graph.whole(places, sides), indices, mask);
  }

  /// 1 where a relation between indices holds, else 0.
  OnnxValue relation(Factor.Relation r) {
    List<Index> indices = List.of(r.at.indices);
    int[] sides = sides(indices);
    long[] places = places(r.at, indices, sides);
    float[] holds = new float[places.length];
    // Counted from 0, a place is one less than in the relation.
    for (int q = 0; q < holds.length; q++)
      holds[q] = (r.equality ? places[q] + 1 == 0 : places[q] + 1 >= 0) ? 1 : 0;
    return new OnnxValue(axes.graph.array(holds, sides), indices);
  }

  private int[] sides(List<Index> indices) {
    for (Index i : indices)
      if (axes.isBatch(i))
        throw new LearnException(
            "an example is told from others by its number, which a graph for any number of examples"
                + " cannot do");
    return indices.stream().mapToInt(axes::size).toArray();
  }

  /// The value of an index term at all places of its indices, counted from 0.
  private long[] places(At at, List<Index> indices, int[] sides) {
    int count = 1;
    for (int s : sides) count *= s;
    long[] all = new long[count];
    long offset = axes.value(at.offset) - 1L;
    for (int q = 0; q < count; q++) {
      long sum = offset;
      int rest = q;
      for (int k = sides.length - 1; k >= 0; k--) {
        sum += (long) at.coefficient(indices.get(k)) * (rest % sides[k] + 1);
        rest /= sides[k];
      }
      all[q] = sum;
    }
    return all;
  }
}
