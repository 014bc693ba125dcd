package dev.jacobi.engine;

import dev.jacobi.notation.Vocabulary;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/// How large each dimension of a model is: `Sizes.of("n", 10, "K", 5)`.
public final class Sizes {
  private final Map<String, Integer> sizes;

  private Sizes(Map<String, Integer> sizes) {
    this.sizes = sizes;
  }

  /// Names and sizes in turn.
  ///
  /// @throws EngineException when a size is not a whole number of at least 1
  public static Sizes of(Object... namesAndSizes) {
    Map<String, Integer> all = new LinkedHashMap<>();
    for (int q = 0; q + 1 < namesAndSizes.length; q += 2) {
      boolean fits = namesAndSizes[q] instanceof String && namesAndSizes[q + 1] instanceof Integer;
      if (!fits) throw new EngineException("sizes are names and whole numbers in turn");
      all.put((String) namesAndSizes[q], (Integer) namesAndSizes[q + 1]);
    }
    if (namesAndSizes.length % 2 != 0)
      throw new EngineException(
          "no size for " + namesAndSizes[namesAndSizes.length - 1] + ": add a number");
    return of(all);
  }

  public static Sizes of(Map<String, Integer> sizes) {
    Map<String, Integer> all = new LinkedHashMap<>();
    sizes.forEach((name, n) -> {
      if (n < 1) throw new EngineException("the size of " + name + " is " + n + ", at least 1");
      all.put(Vocabulary.canonicalName(name), n);
    });
    return new Sizes(all);
  }

  /// The size of a dimension, if it is given.
  public OptionalInt size(String name) {
    Integer n = sizes.get(name);
    return n == null ? OptionalInt.empty() : OptionalInt.of(n);
  }

  public Map<String, Integer> all() {
    return Map.copyOf(sizes);
  }

  /// These and one more.
  public Sizes with(String name, int size) {
    Map<String, Integer> all = new LinkedHashMap<>(sizes);
    all.put(name, size);
    return of(all);
  }

  long require(String name) {
    Integer n = sizes.get(name);
    if (n == null)
      throw new EngineException("nothing says how large " + name + " is: add its size");
    return n;
  }

  @Override
  public String toString() {
    return sizes.toString();
  }
}
