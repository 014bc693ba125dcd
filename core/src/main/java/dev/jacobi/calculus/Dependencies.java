package dev.jacobi.calculus;

import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Model;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which names a definition is made of, and in which order the chain rule meets them. Works without
/// recursion: a graph may be thousands of definitions deep.
final class Dependencies {
  private final Model model;
  private final Map<String, Set<String>> uses = new HashMap<>();

  Dependencies(Model model) {
    this.model = model;
  }

  /// The names a definition uses directly; none for a declared name.
  Set<String> uses(String name) {
    Definition d = model.definitions().get(name);
    if (d == null) return Set.of();
    return uses.computeIfAbsent(
        name,
        _ -> {
          Set<String> known = new java.util.LinkedHashSet<>(d.uses());
          known.removeIf(n -> !model.knows(n));
          return known;
        });
  }

  /// Everything that `of` is made of, itself included, each after all that use it.
  List<String> downstreamFirst(String of) {
    Map<String, Integer> users = new LinkedHashMap<>();
    Deque<String> open = new ArrayDeque<>(List.of(of));
    Set<String> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      for (String u : uses(open.pop())) {
        users.merge(u, 1, Integer::sum);
        if (seen.add(u)) open.push(u);
      }
    }
    List<String> order = new ArrayList<>();
    Deque<String> ready = new ArrayDeque<>(List.of(of));
    while (!ready.isEmpty()) {
      String name = ready.poll();
      order.add(name);
      for (String u : uses(name)) if (users.merge(u, -1, Integer::sum) == 0) ready.add(u);
    }
    return order;
  }

  /// Of the names given, those that depend on one of `wrt`, which do so themselves.
  Set<String> active(List<String> downstreamFirst, Set<String> wrt) {
    Set<String> active = new HashSet<>();
    for (int q = downstreamFirst.size() - 1; q >= 0; q--) {
      String name = downstreamFirst.get(q);
      if (wrt.contains(name)) active.add(name);
      else
        for (String u : uses(name))
          if (active.contains(u)) {
            active.add(name);
            break;
          }
    }
    return active;
  }
}
