package dev.jacobi.engine.plan;

import java.util.List;

/// An array of the program, row-major: one the caller gives, one the caller receives, or one of the
/// program's own.
public final class Buffer {
  /// Who owns it.
  public enum Kind {
    INPUT,
    OUTPUT,
    TEMPORARY
  }

  public final int id;
  public final List<Integer> shape;
  public final int size;
  private String name;
  private Kind kind;

  Buffer(int id, String name, List<Integer> shape, Kind kind) {
    this.id = id;
    this.name = name;
    this.shape = List.copyOf(shape);
    this.kind = kind;
    this.size = Sizes.product(shape, name);
  }

  public String name() {
    return name;
  }

  public Kind kind() {
    return kind;
  }

  /// Makes a temporary what the caller receives under a name.
  void become(String name, Kind kind) {
    this.name = name;
    this.kind = kind;
  }

  @Override
  public String toString() {
    return name;
  }
}
