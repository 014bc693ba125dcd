package dev.jacobi.expr;

/// An index of an axis, ranging over `1..extent`. Positive ids are free (or opened) indices, each
/// made once by [Terms#index]; negative ids are the canonical numbers of summed indices.
///
/// The letter is what the user called it, empty when nobody did; it is no part of its identity.
public final class Index implements Comparable<Index> {
  public final int id;
  public final Extent extent;
  public final String letter;
  final At at; // itself as an index term

  Index(int id, Extent extent, String letter) {
    this.id = id;
    this.extent = extent;
    this.letter = letter;
    this.at = At.alone(this);
  }

  public boolean isSummed() {
    return id < 0;
  }

  @Override
  public int compareTo(Index o) {
    return Integer.compare(id, o.id);
  }

  @Override
  public boolean equals(Object o) {
    return this == o || (o instanceof Index x && x.id == id && (id > 0 || x.extent.equals(extent)));
  }

  @Override
  public int hashCode() {
    return id * 31;
  }

  @Override
  public String toString() {
    return letter.isEmpty() ? (id < 0 ? "s" + -id : "f" + id) : letter + id;
  }
}
