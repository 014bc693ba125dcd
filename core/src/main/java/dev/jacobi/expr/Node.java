package dev.jacobi.expr;

import java.util.Arrays;

/// What every interned piece of index notation carries: its hashes, the indices free in it, and the
/// greatest canonical number of an index summed inside it (its height).
///
/// Nodes are made by [Terms] alone; there, equal nodes are the same object.
public abstract sealed class Node permits Factor, Monomial, Expr {
  static final Index[] NONE = new Index[0];

  /// Structural hash, index identities included.
  final long hash;

  /// Structural hash that forgets which index stands where and keeps only its extent: what two
  /// nodes equal up to renaming share.
  final long pattern;

  final Index[] free;
  final int height;

  /// One bit for each name of an array in it, by [#bit]; two names may share one. What lacks the
  /// bit of a name surely lacks the name.
  final long names;

  Node(long hash, long pattern, Index[] free, int height, long names) {
    this.names = names;
    this.hash = hash;
    this.pattern = pattern;
    this.free = free;
    this.height = height;
  }

  /// The indices that occur in it and are not summed inside it, sorted.
  public Index[] free() {
    return free;
  }

  public boolean contains(Index i) {
    for (Index f : free) if (f.equals(i)) return true;
    return false;
  }

  public long pattern() {
    return pattern;
  }

  static long bit(String name) {
    return 1L << (mix(name.hashCode()) & 63);
  }

  /// Whether a name may occur in it; a no is sure.
  public boolean mayHold(String name) {
    return (names & bit(name)) != 0;
  }

  /// The structural hash with the indices coloured anew; what contains no coloured index keeps its
  /// own.
  abstract long colour(Colours colours);

  abstract boolean sameAs(Node other);

  @Override
  public final int hashCode() {
    return (int) (hash ^ (hash >>> 32));
  }

  /// A hash value for each index.
  interface Colours {
    Colours IDENTITY = i -> mix(i.id * 0x9E3779B97F4A7C15L + i.extent.hashCode());
    Colours FORGETFUL = i -> mix(i.extent.hashCode() + 0x51ED27L);

    long of(Index i);

    default boolean touches(Node node) {
      return true;
    }
  }

  static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  static long mix(long a, long b) {
    return mix(a * 0x9E3779B97F4A7C15L + b + 0x632BE59BD9B4E019L);
  }

  static Index[] union(Index[] a, Index[] b) {
    if (a.length == 0 || Arrays.equals(a, b)) return b;
    if (b.length == 0) return a;
    Index[] r = new Index[a.length + b.length];
    int n = 0;
    int p = 0;
    int q = 0;
    while (p < a.length || q < b.length) {
      if (q == b.length || (p < a.length && a[p].id < b[q].id)) r[n++] = a[p++];
      else if (p == a.length || b[q].id < a[p].id) r[n++] = b[q++];
      else {
        r[n++] = a[p++];
        q++;
      }
    }
    return n == r.length ? r : Arrays.copyOf(r, n);
  }

  static Index[] without(Index[] a, Index[] removed) {
    Index[] r = new Index[a.length];
    int n = 0;
    outer:
    for (Index i : a) {
      for (Index x : removed) if (x.equals(i)) continue outer;
      r[n++] = i;
    }
    return Arrays.copyOf(r, n);
  }
}
