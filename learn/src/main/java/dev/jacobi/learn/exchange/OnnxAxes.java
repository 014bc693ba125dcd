package dev.jacobi.learn.exchange;

import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Index;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/// Brings tensors to common axes, and combines them. Axes stand in one order throughout: that of
/// the examples, those of the definition that is written, then those that are summed.
final class OnnxAxes {
  final OnnxGraph graph;
  private final Optional<Extent> batch;
  private final ToIntFunction<Extent> size;
  private final List<Index> order = new ArrayList<>();

  /// @param batch the extent of the examples, of which nobody says how large it is
  OnnxAxes(OnnxGraph graph, Optional<Extent> batch, ToIntFunction<Extent> size) {
    this.graph = graph;
    this.batch = batch;
    this.size = size;
  }

  void order(List<Index> axes) {
    order.clear();
    order.addAll(axes);
  }

  boolean isBatch(Index i) {
    return batch.isPresent() && i.extent.equals(batch.get());
  }

  int size(Index i) {
    return size.applyAsInt(i.extent);
  }

  /// The value of an extent.
  int value(Extent e) {
    return size.applyAsInt(e);
  }

  List<Index> sorted(Set<Index> axes) {
    for (Index i : axes) if (!order.contains(i)) order.add(i);
    List<Index> all = new ArrayList<>(axes);
    all.sort((a, b) -> {
      int byBatch = Boolean.compare(isBatch(b), isBatch(a));
      return byBatch != 0 ? byBatch : Integer.compare(order.indexOf(a), order.indexOf(b));
    });
    return all;
  }

  private List<Index> union(List<OnnxValue> values) {
    Set<Index> all = new HashSet<>();
    values.forEach(v -> all.addAll(v.axes()));
    return sorted(all);
  }

  /// With its axes in this order; those it has not stay away in front, and have one entry behind.
  OnnxValue aligned(OnnxValue v, List<Index> axes) {
    List<Index> own = axes.stream().filter(v::has).toList();
    String tensor = own.equals(v.axes()) ? v.tensor() : transposed(v, own);
    if (own.isEmpty()) return new OnnxValue(tensor, own);
    List<Long> missing = new ArrayList<>();
    int first = axes.indexOf(own.getFirst());
    for (int q = first; q < axes.size(); q++)
      if (!v.has(axes.get(q))) missing.add((long) q - first);
    if (!missing.isEmpty()) {
      long[] places = missing.stream().mapToLong(x -> x).toArray();
      tensor = graph.node("Unsqueeze", tensor, graph.whole(places, places.length));
    }
    return new OnnxValue(tensor, own);
  }

  String transposed(OnnxValue v, List<Index> axes) {
    int[] places = axes.stream().mapToInt(v.axes()::indexOf).toArray();
    return graph.node("Transpose", List.of(v.tensor()), new OnnxGraph.Attribute("perm", places));
  }

  /// Entry by entry, each tensor repeated along the axes it has not.
  OnnxValue combined(String operator, OnnxValue a, OnnxValue b) {
    List<Index> axes = union(List.of(a, b));
    String x = aligned(a, axes).tensor();
    String y = aligned(b, axes).tensor();
    return new OnnxValue(graph.node(operator, x, y), axes);
  }

  OnnxValue plus(OnnxValue a, OnnxValue b) {
    List<Index> axes = union(List.of(a, b));
    if (a.axes().equals(axes) && a.axes().size() == 2) {
      OnnxValue term = aligned(b, axes);
      if (term.axes().equals(b.axes())
          && term.tensor().equals(b.tensor())
          && graph.addsInto(a.tensor(), b.tensor())) return a;
    }
    return combined("Add", a, b);
  }

  OnnxValue mapped(String operator, OnnxValue v) {
    return new OnnxValue(graph.node(operator, v.tensor()), v.axes());
  }

  /// Exactly these axes in this order, repeated along those that are not there yet.
  OnnxValue spread(OnnxValue v, List<Index> axes) {
    OnnxValue all = v;
    for (Index i : axes) {
      if (v.has(i)) continue;
      float[] zeros = new float[size(i)];
      all = combined("Add", all, new OnnxValue(graph.array(zeros, zeros.length), List.of(i)));
    }
    return all.axes().equals(axes) ? all : new OnnxValue(transposed(all, axes), axes);
  }

  OnnxValue reduced(String operator, OnnxValue v, Index over) {
    var axes = new ArrayList<>(v.axes());
    int place = axes.indexOf(over);
    axes.remove(over);
    var keep = new OnnxGraph.Attribute("keepdims", 0);
    // The sum alone takes its axes as an input in this opset.
    String tensor =
        operator.equals("ReduceSum")
            ? graph.node(operator, List.of(v.tensor(), graph.whole(new long[] {place}, 1)), keep)
            : graph.node(
                operator,
                List.of(v.tensor()),
                new OnnxGraph.Attribute("axes", new int[] {place}),
                keep);
    return new OnnxValue(tensor, axes);
  }
}
