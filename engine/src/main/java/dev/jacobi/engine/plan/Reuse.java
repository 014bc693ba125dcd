package dev.jacobi.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Temporaries that are not needed at the same time share one array: less memory, and what was
/// written last is still near.
final class Reuse {
  private final List<Step> steps;
  private final Map<Buffer, Integer> last = new LinkedHashMap<>();
  private final Map<Buffer, Buffer> place = new LinkedHashMap<>();
  private final List<Buffer> free = new ArrayList<>();

  private Reuse(List<Step> steps) {
    this.steps = steps;
  }

  static Program of(Program p) {
    return new Program(p.inputs(), p.outputs(), new Reuse(p.steps()).shared());
  }

  private List<Step> shared() {
    for (int q = 0; q < steps.size(); q++) {
      last.put(steps.get(q).out(), q);
      for (Buffer b : steps.get(q).reads()) last.put(b, q);
    }
    Map<Integer, List<Buffer>> ending = new HashMap<>();
    last.forEach((b, q) -> ending.computeIfAbsent(q, _ -> new ArrayList<>()).add(b));
    for (int q = 0; q < steps.size(); q++) {
      Buffer out = steps.get(q).out();
      if (isTemporary(out) && !place.containsKey(out)) place.put(out, take(out));
      for (Buffer b : ending.getOrDefault(q, List.of()))
        if (place.containsKey(b)) free.add(place.get(b));
    }
    var renamed = new Renamed(b -> place.getOrDefault(b, b));
    return steps.stream().map(renamed::of).toList();
  }

  private static boolean isTemporary(Buffer b) {
    return b.kind() == Buffer.Kind.TEMPORARY;
  }

  /// A free one of the same size, or itself.
  private Buffer take(Buffer b) {
    for (Buffer f : free)
      if (f.size == b.size) {
        free.remove(f);
        f.become("t" + f.id, Buffer.Kind.TEMPORARY); // it is not what its first use was called
        return f;
      }
    return b;
  }
}
