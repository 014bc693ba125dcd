package dev.jacobi.print.code;

import dev.jacobi.expr.Index;
import java.util.ArrayList;
import java.util.List;

/// An expression of an array language: its value has one axis for each index, in this order.
record Code(List<Index> axes, String text, Level level, Kind kind) {
  Code {
    axes = List.copyOf(axes);
  }

  /// How tightly the outermost operation binds, loosest first. `@` and `*` bind alike but are kept
  /// apart by parentheses, since the order of a product of matrices is its cost.
  enum Level {
    COMPARISON,
    SUM,
    MATRIX_PRODUCT,
    PRODUCT,
    POWER,
    ATOM
  }

  /// A number of the language itself, a mask of truth values, an identity matrix, or any other
  /// array (of any order).
  enum Kind {
    NUMBER,
    MASK,
    IDENTITY,
    ARRAY
  }

  static Code number(String text) {
    return new Code(List.of(), text, Level.ATOM, Kind.NUMBER);
  }

  static Code array(List<Index> axes, String text) {
    return new Code(axes, text, Level.ATOM, Kind.ARRAY);
  }

  boolean isScalar() {
    return axes.isEmpty();
  }

  boolean isMask() {
    return kind == Kind.MASK;
  }

  int order() {
    return axes.size();
  }

  /// The text where something that binds at least so tightly is wanted.
  String at(Level least) {
    return level.compareTo(least) >= 0 ? text : "(" + text + ")";
  }

  Code with(String newText, Level newLevel) {
    return new Code(axes, newText, newLevel, kind);
  }

  /// The same values with the axes in another order.
  Code permuted(List<Index> order, ArrayLanguage language) {
    if (axes.equals(order)) return this;
    int[] places = new int[order.size()];
    for (int q = 0; q < places.length; q++) places[q] = axes.indexOf(order.get(q));
    return new Code(order, language.transposed(at(Level.ATOM), places), Level.ATOM, kind);
  }

  /// The same values, so written that they spread over an array with the axes `order`.
  Code spread(List<Index> order, ArrayLanguage language) {
    List<Index> mine = new ArrayList<>(order);
    mine.retainAll(axes);
    Code c = permuted(mine, language);
    if (mine.isEmpty()) return c;
    List<String> slots = new ArrayList<>();
    boolean missing = false;
    for (Index i : order.subList(order.indexOf(mine.get(0)), order.size())) {
      missing |= !mine.contains(i);
      slots.add(mine.contains(i) ? ":" : "None");
    }
    if (!missing) return c;
    return c.with(c.at(Level.ATOM) + "[" + String.join(", ", slots) + "]", Level.ATOM);
  }
}
