package dev.jacobi.engine.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The buffers that a body reads.
final class Reads {
  private Reads() {}

  static List<Buffer> of(Scalar body, Optional<Buffer> also) {
    Set<Buffer> all = new LinkedHashSet<>();
    also.ifPresent(all::add);
    for (Scalar s : nodes(body)) {
      if (s instanceof Scalar.Load l) all.add(l.buffer);
      for (Var v : s.vars) v.source().ifPresent(all::add);
    }
    return new ArrayList<>(all);
  }

  /// Every node of a body, once.
  static Set<Scalar> nodes(Scalar body) {
    Set<Scalar> seen = new LinkedHashSet<>(); // so that a plan is the same in each JVM
    Deque<Scalar> open = new ArrayDeque<>(List.of(body));
    while (!open.isEmpty()) {
      Scalar s = open.pop();
      if (seen.add(s)) open.addAll(s.parts());
    }
    return seen;
  }
}
