package dev.jacobi.learn.exchange;

import dev.jacobi.expr.Index;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Products that are summed over indices: matrix products where they are some, else `Einsum`.
record OnnxSums(OnnxAxes axes) {
  OnnxValue of(List<OnnxValue> factors, List<Index> summed) {
    List<OnnxValue> inside = new ArrayList<>();
    List<OnnxValue> outside = new ArrayList<>();
    for (OnnxValue v : factors) (summed.stream().anyMatch(v::has) ? inside : outside).add(v);
    OnnxValue sum = inside(inside, summed.stream().filter(i -> any(inside, i)).toList());
    for (Index i : summed)
      if (!any(inside, i)) sum = axes.combined("Mul", sum, number(axes.size(i)));
    for (OnnxValue v : outside) sum = axes.combined("Mul", sum, v);
    return sum;
  }

  private static boolean any(List<OnnxValue> values, Index i) {
    return values.stream().anyMatch(v -> v.has(i));
  }

  private OnnxValue number(float x) {
    return new OnnxValue(axes.graph.number(x), List.of());
  }

  private OnnxValue inside(List<OnnxValue> values, List<Index> summed) {
    if (values.isEmpty()) return number(1);
    if (values.size() == 1 && isPlain(values.getFirst())) {
      OnnxValue sum = values.getFirst();
      for (Index i : summed) sum = axes.reduced("ReduceSum", sum, i);
      return sum;
    }
    if (values.size() == 2 && summed.size() == 1) {
      OnnxValue a = values.get(0);
      OnnxValue b = values.get(1);
      if (isProduct(a, b, summed.getFirst())) return product(a, b, summed.getFirst());
      if (isProduct(b, a, summed.getFirst())) return product(b, a, summed.getFirst());
    }
    return einsum(values, summed);
  }

  private static boolean isPlain(OnnxValue v) {
    return new HashSet<>(v.axes()).size() == v.axes().size();
  }

  /// Whether b is a vector or matrix that shares nothing with a but the index, and does not have
  /// the examples: those stay in front.
  private boolean isProduct(OnnxValue a, OnnxValue b, Index k) {
    boolean shares = b.axes().stream().anyMatch(i -> !i.equals(k) && a.has(i));
    boolean examples = b.axes().stream().anyMatch(axes::isBatch);
    return isPlain(a)
        && isPlain(b)
        && !shares
        && !examples
        && b.axes().size() <= 2
        && a.has(k)
        && b.has(k);
  }

  private OnnxValue product(OnnxValue a, OnnxValue b, Index k) {
    List<Index> left = new ArrayList<>(axes.sorted(Set.copyOf(a.axes())));
    left.remove(k);
    List<Index> out = new ArrayList<>(left);
    left.add(k);
    String x = left.equals(a.axes()) ? a.tensor() : axes.transposed(a, left);
    List<Index> right = new ArrayList<>(b.axes());
    right.remove(k);
    out.addAll(right);
    boolean turned = !right.isEmpty() && !b.axes().getFirst().equals(k);
    if (left.size() == 2 && b.axes().size() == 2) {
      var transB = new OnnxGraph.Attribute("transB", turned ? 1 : 0);
      return new OnnxValue(axes.graph.node("Gemm", List.of(x, b.tensor()), transB), out);
    }
    right.addFirst(k);
    String y = turned ? axes.transposed(b, right) : b.tensor();
    return new OnnxValue(axes.graph.node("MatMul", x, y), out);
  }

  private OnnxValue einsum(List<OnnxValue> values, List<Index> summed) {
    Set<Index> all = new HashSet<>();
    values.forEach(v -> all.addAll(v.axes()));
    List<Index> letters = axes.sorted(all);
    List<Index> out = new ArrayList<>(letters);
    out.removeAll(summed);
    var equation = new StringBuilder();
    for (OnnxValue v : values)
      equation.append(equation.isEmpty() ? "" : ",").append(word(v.axes(), letters));
    equation.append("->").append(word(out, letters));
    String tensor =
        axes.graph.node(
            "Einsum",
            values.stream().map(OnnxValue::tensor).toList(),
            new OnnxGraph.Attribute("equation", equation.toString()));
    return new OnnxValue(tensor, out);
  }

  private static String word(List<Index> axes, List<Index> letters) {
    var s = new StringBuilder();
    for (Index i : axes) s.append((char) ('a' + letters.indexOf(i)));
    return s.toString();
  }
}
