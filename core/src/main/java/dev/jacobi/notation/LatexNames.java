package dev.jacobi.notation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the names around a stretch of LaTeX are. `W_1` may be the name W1, the name W_1 or an entry
/// of W; only what has been declared, defined or given an alias can tell.
public interface LatexNames {
  /// The first of several spellings that is a known name, as it was declared.
  Optional<String> known(List<String> candidates);

  /// How many axes a name has; -1 when it is not known.
  int order(String name);

  /// The extents of the axes of a name, as they are called; empty when they are not known.
  default List<String> extents(String name) {
    return List.of();
  }

  /// A function of the user's.
  boolean isFunction(String name);

  /// What an alias stands for; any other name itself.
  default String target(String name) {
    return name;
  }

  /// A function of numbers and no value: `dg/ds` is its slope at s.
  default boolean isOfNumbers(String name) {
    return false;
  }

  /// Whether a value rests on all of these, and is written with them and no others.
  default boolean rests(String name, List<String> on) {
    return false;
  }

  /// Whether a value is written with this and nothing else in its brackets: of D(q || p) and D(p ||
  /// q) one is another value.
  default boolean isSaidSo(String name, String inside) {
    return true;
  }

  /// Whether the document itself said what the entries of a name of its own are.
  default boolean isEntered(String name) {
    return isValue(name);
  }

  /// A value that may be written with what it rests on in brackets: `J(w)` is J, `J (a - b)` is a
  /// product.
  default boolean isDependent(String name) {
    return false;
  }

  /// Whether a small t above a matrix is no time and no name: `W^t` is its transpose.
  default boolean turnsBySmallT() {
    return false;
  }

  /// A number, vector, matrix or extent. A name may be a function too.
  boolean isValue(String name);

  /// The length of an axis, and nothing else: a d before two letters of a fraction is none.
  default boolean isExtent(String name) {
    return false;
  }

  /// Names from a table: a value with its number of axes. Functions may be values too.
  static LatexNames of(Map<String, Integer> values, Set<String> functions) {
    Map<String, Integer> orders = new HashMap<>();
    values.forEach((name, order) -> orders.put(Vocabulary.canonicalName(name), order));
    Set<String> called = new HashSet<>();
    functions.forEach(name -> called.add(Vocabulary.canonicalName(name)));
    return new LatexNames() {
      @Override
      public Optional<String> known(List<String> candidates) {
        return candidates.stream().filter(n -> isValue(n) || isFunction(n)).findFirst();
      }

      @Override
      public int order(String name) {
        return orders.getOrDefault(name, -1);
      }

      @Override
      public boolean isFunction(String name) {
        return called.contains(name);
      }

      @Override
      public boolean isValue(String name) {
        return orders.containsKey(name);
      }
    };
  }
}
