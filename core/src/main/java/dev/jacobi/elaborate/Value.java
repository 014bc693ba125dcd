package dev.jacobi.elaborate;

import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a formula is worth: its entry, and the index of each axis, which is free in the entry.
///
/// No axis is a scalar, one a column, two a matrix. A row is a matrix whose first axis has extent
/// 1.
///
/// A derivative that is not laid out yet says so: its axes are those of what is differentiated,
/// then those of the variable.
record Value(Expr entry, List<Index> axes, Optional<Manner.Differential> differential) {
  Value {
    axes = List.copyOf(axes);
  }

  Value(Expr entry, List<Index> axes) {
    this(entry, axes, Optional.empty());
  }

  static Value scalar(Expr e) {
    return new Value(e, List.of());
  }

  int order() {
    return axes.size();
  }

  boolean isScalar() {
    return axes.isEmpty();
  }

  Extent extent(int axis) {
    return axes.get(axis).extent;
  }

  boolean isUnit(int axis) {
    return extent(axis).equals(Extent.ONE);
  }

  boolean isRow() {
    return order() == 2 && isUnit(0) && !isUnit(1);
  }

  List<Extent> shape() {
    List<Extent> shape = new ArrayList<>();
    for (Index i : axes) shape.add(i.extent);
    return shape;
  }

  Value withEntry(Expr e) {
    return new Value(e, axes);
  }

  /// `a number`, `length n`, `shape a × n`.
  String describe() {
    return describe(shape());
  }

  static String describe(List<Extent> shape) {
    return switch (shape.size()) {
      case 0 -> "no axes (a number)";
      case 1 -> "length " + shape.get(0);
      default -> "shape " + shown(shape);
    };
  }

  static String shown(List<Extent> shape) {
    var s = new StringBuilder();
    for (Extent e : shape) {
      String text = e.toString();
      if (s.length() > 0) s.append(" × ");
      s.append(text.contains(" ") ? "(" + text + ")" : text);
    }
    return s.toString();
  }
}
