package dev.jacobi.web.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How long answers took, in milliseconds, and what status they had.
final class Times {
  private final List<Double> all = new ArrayList<>();
  private final Map<Integer, Integer> statuses = new TreeMap<>();

  synchronized void add(int status, double ms) {
    all.add(ms);
    statuses.merge(status, 1, Integer::sum);
  }

  synchronized String told() {
    if (all.isEmpty()) return "no answer";
    List<Double> sorted = new ArrayList<>(all);
    Collections.sort(sorted);
    return "%5d answers %s, ms: median %.0f, 90%% %.0f, 99%% %.0f, longest %.0f"
        .formatted(
            sorted.size(),
            statuses,
            at(sorted, 0.5),
            at(sorted, 0.9),
            at(sorted, 0.99),
            sorted.getLast());
  }

  private static double at(List<Double> sorted, double part) {
    return sorted.get((int) Math.min(sorted.size() - 1, part * sorted.size()));
  }
}
