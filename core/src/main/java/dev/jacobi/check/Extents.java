package dev.jacobi.check;

import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Model;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which extents an equality of two names makes equal.
final class Extents {
  private final Model model;

  Extents(Model model) {
    this.model = model;
  }

  /// `a = b = c` where W1 in R[b, a] and W2 in R[c, b] are equal; empty where nothing is forced.
  Optional<String> forced(String left, String right) {
    if (!model.knows(left) || !model.knows(right)) return Optional.empty();
    List<Extent> x = model.shape(left);
    List<Extent> y = model.shape(right);
    if (x.size() != y.size() || x.equals(y)) return Optional.empty();
    List<Set<String>> classes = new ArrayList<>();
    for (int q = 0; q < x.size(); q++) join(classes, x.get(q).toString(), y.get(q).toString());
    List<String> said = new ArrayList<>();
    for (Set<String> c : classes)
      if (c.size() > 1) said.add(String.join(" = ", c.stream().sorted().toList()));
    return Optional.of(String.join(", ", said));
  }

  private static void join(List<Set<String>> classes, String a, String b) {
    Set<String> joined = new LinkedHashSet<>(List.of(a, b));
    for (Set<String> c : List.copyOf(classes))
      if (c.contains(a) || c.contains(b)) {
        joined.addAll(c);
        classes.remove(c);
      }
    classes.add(joined);
  }
}
