package dev.jacobi.engine.plan;

import java.util.Optional;

/// A loop variable: it runs over `0 .. extent − 1`, or is a declared integer that is read from a
/// buffer when the program starts (and counted from 0 here).
public record Var(int id, int extent, Optional<Buffer> source) implements Comparable<Var> {
  public boolean isLoop() {
    return source.isEmpty();
  }

  @Override
  public int compareTo(Var o) {
    return Integer.compare(id, o.id);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Var v && v.id == id;
  }

  @Override
  public int hashCode() {
    return id;
  }

  @Override
  public String toString() {
    return "v" + id;
  }
}
