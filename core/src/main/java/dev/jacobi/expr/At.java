package dev.jacobi.expr;

import java.util.Arrays;
import java.util.Map;

/// An affine index term: a whole combination of indices and a constant, `i`, `1`, `i + k - 1`, `i +
/// H`.
public final class At {
  public final Index[] indices; // sorted, distinct
  public final int[] coefficients; // none zero
  public final Extent offset;

  private final boolean plain;

  private At(Index[] indices, int[] coefficients, Extent offset) {
    this.plain = indices.length == 1 && coefficients[0] == 1 && offset.isZero();
    this.indices = indices;
    this.coefficients = coefficients;
    this.offset = offset;
  }

  /// An index alone; made once for each.
  public static At of(Index i) {
    return i.at;
  }

  static At alone(Index i) {
    return new At(new Index[] {i}, new int[] {1}, Extent.ZERO);
  }

  public static At of(Extent constant) {
    return new At(new Index[0], new int[0], constant);
  }

  /// Exactly one index and nothing else.
  public boolean isPlain() {
    return plain;
  }

  public Index plain() {
    if (!isPlain()) throw new IllegalStateException("not a plain index: " + this);
    return indices[0];
  }

  public boolean contains(Index i) {
    for (Index x : indices) if (x.equals(i)) return true;
    return false;
  }

  public int coefficient(Index i) {
    for (int q = 0; q < indices.length; q++) if (indices[q].equals(i)) return coefficients[q];
    return 0;
  }

  public At plus(At o) {
    Index[] is = new Index[indices.length + o.indices.length];
    int[] cs = new int[is.length];
    int n = 0;
    for (int p = 0, q = 0; p < indices.length || q < o.indices.length; ) {
      int order =
          p == indices.length ? 1 : q == o.indices.length ? -1 : indices[p].compareTo(o.indices[q]);
      is[n] = order > 0 ? o.indices[q] : indices[p];
      cs[n] = (order <= 0 ? coefficients[p++] : 0) + (order >= 0 ? o.coefficients[q++] : 0);
      if (cs[n] != 0) n++;
    }
    Extent sum = o.offset.isZero() ? offset : offset.plus(o.offset);
    return new At(Arrays.copyOf(is, n), Arrays.copyOf(cs, n), sum);
  }

  public At times(int c) {
    if (c == 1) return this;
    if (c == 0) return of(Extent.ZERO);
    int[] cs = new int[coefficients.length];
    for (int q = 0; q < cs.length; q++) cs[q] = coefficients[q] * c;
    return new At(indices, cs, offset.isZero() ? offset : offset.times(c));
  }

  public At minus(At o) {
    return plus(o.times(-1));
  }

  public At plus(long c) {
    return new At(indices, coefficients, offset.plus(Extent.of(c)));
  }

  /// The same with each index replaced by what the map holds for it.
  At substitute(Map<Index, At> map) {
    if (isPlain()) {
      At at = map.get(indices[0]);
      return at == null ? this : at;
    }
    At r = of(offset);
    boolean changed = false;
    for (int q = 0; q < indices.length; q++) {
      At at = map.get(indices[q]);
      changed |= at != null;
      r = r.plus((at == null ? of(indices[q]) : at).times(coefficients[q]));
    }
    return changed ? r : this;
  }

  /// The least value it can take while its indices range over their extents, and the greatest.
  Extent least() {
    return bound(false);
  }

  Extent greatest() {
    return bound(true);
  }

  /// The greatest value, for those who read index terms from outside.
  public Extent greatestValue() {
    return greatest();
  }

  private Extent bound(boolean upper) {
    Extent e = offset;
    for (int q = 0; q < indices.length; q++) {
      boolean atEnd = (coefficients[q] > 0) == upper;
      e = e.plus((atEnd ? indices[q].extent : Extent.ONE).times(coefficients[q]));
    }
    return e;
  }

  @Override
  public boolean equals(Object o) {
    return this == o
        || (o instanceof At a
            && Arrays.equals(indices, a.indices)
            && Arrays.equals(coefficients, a.coefficients)
            && offset.equals(a.offset));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(indices) * 31 + Arrays.hashCode(coefficients) + offset.hashCode();
  }

  @Override
  public String toString() {
    var s = new StringBuilder();
    for (int q = 0; q < indices.length; q++)
      s.append(coefficients[q] == 1 ? "+" : coefficients[q] + "").append(indices[q]);
    return s + (offset.terms().isEmpty() ? "" : "+" + offset);
  }
}
