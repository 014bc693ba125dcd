package dev.jacobi.elaborate;

import dev.jacobi.expr.At;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Terms;
import dev.jacobi.notation.Syntax;
import java.util.ArrayList;
import java.util.List;

/// `[a, b; c, d]`, `[h; x]`, `[A, B]`: entries and blocks side by side and stacked. The entry of a
/// stack is the sum over its blocks of the block's entry where the index lies in it.
final class Blocks {
  private final Expressions expressions;
  private final Terms t;

  Blocks(Expressions expressions) {
    this.expressions = expressions;
    this.t = expressions.t;
  }

  Value block(Syntax.Block b, Scope scope) {
    List<Value> rows = new ArrayList<>();
    for (List<Syntax> row : b.rows()) {
      List<Value> parts = new ArrayList<>();
      for (Syntax s : row) parts.add(expressions.value(s, scope));
      rows.add(parts.size() == 1 ? parts.get(0) : join(parts, 1, b));
    }
    return rows.size() == 1 ? rows.get(0) : join(rows, 0, b);
  }

  /// Joins values along axis 0 (one below the other) or axis 1 (side by side).
  private Value join(List<Value> parts, int axis, Syntax.Block b) {
    int order = axis == 0 && parts.stream().allMatch(v -> v.order() <= 1) ? 1 : 2;
    List<Value> arrays = parts.stream().map(v -> raised(v, order)).toList();
    Extent total = Extent.ZERO;
    for (Value v : arrays) total = total.plus(v.extent(axis));
    List<Index> axes = new ArrayList<>(arrays.get(0).axes());
    Index along = t.index(total, "");
    axes.set(axis, along);
    Extent offset = Extent.ZERO;
    List<Expr> terms = new ArrayList<>();
    for (Value v : arrays) {
      if (order == 2 && !v.extent(1 - axis).equals(axes.get(1 - axis).extent))
        throw new ElaborationException(
            b.place(),
            "blocks of extents "
                + axes.get(1 - axis).extent
                + " and "
                + v.extent(1 - axis)
                + " do not fit together");
      terms.add(placed(v, axes, axis, offset));
      offset = offset.plus(v.extent(axis));
    }
    return new Value(t.add(terms), axes);
  }

  private Value raised(Value v, int order) {
    if (v.order() == order) return v;
    if (v.isScalar()) {
      List<Index> units = new ArrayList<>();
      for (int q = 0; q < order; q++) units.add(t.index(Extent.ONE, ""));
      return new Value(v.entry(), units);
    }
    return new Value(v.entry(), List.of(v.axes().get(0), t.index(Extent.ONE, "")));
  }

  private Expr placed(Value v, List<Index> axes, int axis, Extent offset) {
    Index own = v.axes().get(axis);
    Expr e = v.entry();
    if (v.order() == 2) e = t.substitute(e, v.axes().get(1 - axis), axes.get(1 - axis));
    At shifted = At.of(own).plus(At.of(offset));
    if (own.extent.equals(Extent.ONE)) {
      At place = At.of(offset.plus(Extent.ONE));
      return t.times(e, t.delta(At.of(axes.get(axis)), place));
    }
    List<Expr> terms = new ArrayList<>();
    for (var m : e.terms())
      terms.add(t.sum(t.times(t.of(m), t.delta(At.of(axes.get(axis)), shifted)), own));
    return t.add(terms);
  }
}
