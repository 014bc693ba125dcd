package dev.jacobi.expr;

import java.util.Arrays;
import java.util.function.BiConsumer;

/// The factors of a product in the making, each with its exponent, in the order in which they came.
/// They are few, and of one table, so that looking through all by identity is the fastest way to
/// find one.
final class Powers {
  private Factor[] bases = new Factor[8];
  private Expr[] exponents = new Expr[8];
  private int size = 0;

  int size() {
    return size;
  }

  Factor base(int q) {
    return bases[q];
  }

  Expr exponent(int q) {
    return exponents[q];
  }

  private int find(Factor f) {
    for (int q = 0; q < size; q++) if (bases[q] == f) return q;
    return -1;
  }

  /// Sets the exponent of a factor; one that is there keeps its place.
  void put(Factor f, Expr exponent) {
    int q = find(f);
    if (q >= 0) {
      exponents[q] = exponent;
      return;
    }
    if (size == bases.length) {
      bases = Arrays.copyOf(bases, 2 * size);
      exponents = Arrays.copyOf(exponents, 2 * size);
    }
    bases[size] = f;
    exponents[size++] = exponent;
  }

  /// Adds to the exponent of a factor.
  void add(Terms t, Factor f, Expr exponent) {
    int q = find(f);
    put(f, q < 0 ? exponent : t.plus(exponents[q], exponent));
  }

  void remove(Factor f) {
    int q = find(f);
    if (q < 0) return;
    size--;
    System.arraycopy(bases, q + 1, bases, q, size - q);
    System.arraycopy(exponents, q + 1, exponents, q, size - q);
  }

  /// Takes all out, into another.
  Powers taken() {
    var all = new Powers();
    all.bases = bases;
    all.exponents = exponents;
    all.size = size;
    bases = new Factor[all.bases.length];
    exponents = new Expr[bases.length];
    size = 0;
    return all;
  }

  void forEach(BiConsumer<Factor, Expr> each) {
    for (int q = 0; q < size; q++) each.accept(bases[q], exponents[q]);
  }
}
