package dev.jacobi.bench.work;

import java.util.Map;
import java.util.Optional;

/// Someone who does the work.
public interface Contender {

  /// What there is of this name, with its version: shown beside the figures.
  String about();

  /// The ways in which it does a task, by name; the fastest counts. Empty if it does not take part.
  Map<String, Work> open(Task task);

  /// The contenders that are part of this module.
  static Optional<Contender> named(String name) {
    return switch (name) {
      case "ours" -> Optional.of(new dev.jacobi.bench.ours.Ours());
      case "floor" -> Optional.of(new dev.jacobi.bench.floor.Floor());
      default -> Optional.empty();
    };
  }
}
