package dev.jacobi.notation;

import java.util.List;
import java.util.Map;

/// A Python expression as it is written.
sealed interface PythonTree {
  Place place();

  record Name(String text, Place place) implements PythonTree {}

  record Num(String digits, Place place) implements PythonTree {}

  record Text(String text, Place place) implements PythonTree {}

  record Negated(PythonTree of, Place place) implements PythonTree {}

  record Infix(String sign, PythonTree left, PythonTree right, Place place) implements PythonTree {}

  record Attribute(PythonTree of, String name, Place place) implements PythonTree {}

  record Call(PythonTree of, List<PythonTree> arguments, Map<String, PythonTree> named, Place place)
      implements PythonTree {}

  record Subscript(PythonTree of, List<PythonTree> items, Place place) implements PythonTree {}

  /// `a, b` or `[a, b]`.
  record Tuple(List<PythonTree> items, Place place) implements PythonTree {}

  /// `:`; a slice with ends is not read.
  record Whole(Place place) implements PythonTree {}
}
