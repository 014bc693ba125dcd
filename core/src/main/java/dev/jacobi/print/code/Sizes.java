package dev.jacobi.print.code;

import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Model;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the sizes of dimensions off the shapes of arrays: `n` where an axis is n long, and where
/// one is `2n + k - 1` long the length less `k - 1`, halved.
final class Sizes {
  private final Model model;
  private final Set<String> givens;
  private final Map<String, Reading> readings = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();

  private Sizes(Model model, Collection<String> givens) {
    this.model = model;
    this.givens = new LinkedHashSet<>(givens);
  }

  /// `dimension = (length of the axis of the array − rest) / divisor`.
  record Reading(String dimension, String array, int axis, Extent rest, long divisor) {}

  /// What must be given and read, in an order in which each reading uses only earlier ones.
  ///
  /// - `givens`: the arrays that were given already, and those that are given for their shape alone
  /// - `asked`: dimensions that no array shows
  record Solution(Set<String> givens, List<Reading> readings, Set<String> asked) {}

  static Solution solve(Model model, Collection<String> givens, Collection<String> dimensions) {
    var s = new Sizes(model, givens);
    for (String d : dimensions) s.read(d, new LinkedHashSet<>());
    return new Solution(s.givens, new ArrayList<>(s.readings.values()), s.asked);
  }

  private void read(String dimension, Set<String> pending) {
    if (readings.containsKey(dimension) || asked.contains(dimension)) return;
    if (!pending.add(dimension)) return;
    Optional<Reading> r = find(dimension, givens, pending);
    if (r.isEmpty()) r = find(dimension, model.variables().keySet(), pending);
    if (r.isEmpty()) {
      asked.add(dimension);
      return;
    }
    givens.add(r.get().array());
    for (String other : r.get().rest().names()) read(other, pending);
    readings.put(dimension, r.get());
  }

  /// The plainest axis that shows it.
  private Optional<Reading> find(String dimension, Collection<String> arrays, Set<String> pending) {
    Map<Integer, Reading> byTerms = new HashMap<>();
    for (String a : arrays) {
      if (model.integers().containsKey(a)) continue;
      List<Extent> shape = model.shape(a);
      for (int q = 0; q < shape.size(); q++) {
        int axis = q;
        Extent e = shape.get(q);
        reading(dimension, a, axis, e, pending)
            .ifPresent(r -> byTerms.putIfAbsent(e.terms().size() + (r.divisor == 1 ? 0 : 1), r));
      }
    }
    return byTerms.keySet().stream().min(Integer::compare).map(byTerms::get);
  }

  private static Optional<Reading> reading(
      String dimension, String array, int axis, Extent e, Set<String> pending) {
    long c = e.terms().getOrDefault(List.of(dimension), 0L);
    if (c == 0) return Optional.empty();
    Extent rest = e.minus(Extent.of(dimension).times(c));
    for (String name : rest.names()) if (pending.contains(name)) return Optional.empty();
    return Optional.of(new Reading(dimension, array, axis, rest, c));
  }
}
