package dev.jacobi.print;

import dev.jacobi.expr.Index;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Syntax.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A part of a term in matrix notation: what is written, and which index runs down and which
/// across. A null index is an axis it does not have: `(i, null)` is a column, `(null, j)` a row,
/// `(null, null)` a number. A reciprocal stands for `1 ./ syntax`.
record Piece(Syntax syntax, Index row, Index column, double cost, boolean reciprocal) {

  static Piece of(Syntax s, Index row, Index column, double cost) {
    return new Piece(s, row, column, cost, false);
  }

  boolean isScalar() {
    return row == null && column == null;
  }

  boolean isVector() {
    return (row == null) != (column == null);
  }

  boolean isMatrix() {
    return row != null && column != null;
  }

  /// The index of a vector.
  Index only() {
    return row != null ? row : column;
  }

  boolean sameAxes(Piece o) {
    return Objects.equals(row, o.row) && Objects.equals(column, o.column);
  }

  Piece transposed() {
    Syntax s = Build.transpose(syntax);
    boolean wrapped = s instanceof Syntax.Transpose && syntax instanceof Syntax.Binary;
    double odd = syntax instanceof Syntax.Indicator ? 0.5 : wrapped ? 0.1 : 0; // these read badly
    double c = 0.3 * (transposes(s) - transposes(syntax)) + 0.05 + odd;
    return new Piece(s, column, row, cost + c, reciprocal);
  }

  /// What the transpose costs at least: told before it is written.
  double leastTransposed() {
    return cost - 0.3 * transposes(syntax) + 0.05;
  }

  private static int transposes(Syntax s) {
    return switch (s) {
      case Syntax.Transpose t -> 1 + transposes(t.of());
      case Syntax.Binary b -> transposes(b.left()) + transposes(b.right());
      case Syntax.Call c -> {
        int n = 0;
        for (Syntax x : c.arguments()) n += transposes(x);
        yield n;
      }
      case Syntax.Indicator i -> transposes(i.condition());
      case Syntax.Compare c -> transposes(c.left()) + transposes(c.right());
      case Syntax.Negate n -> transposes(n.of());
      case Syntax.Name _, Syntax.Num _, Syntax.Prime _, Syntax.Entry _, Syntax.Colon _ -> 0;
      case Syntax.Bound _, Syntax.Norm _, Syntax.Block _, Syntax.Derivative _ -> 0;
    };
  }

  /// The whole, with a reciprocal written out.
  Syntax written() {
    if (!reciprocal) return syntax;
    return Build.binary(isScalar() ? Op.QUOTIENT : Op.ENTRY_QUOTIENT, Build.ONE, syntax);
  }

  /// Entry by entry; both have the same axes. What either is divided by stands below the whole.
  Piece hadamard(Piece o) {
    double c = cost + o.cost + (isMatrix() ? 1.2 : 1);
    List<Syntax> below = new ArrayList<>(below());
    below.addAll(o.below());
    if (reciprocal && o.reciprocal) return new Piece(product(below), row, column, c, true);
    List<Syntax> above = new ArrayList<>(above());
    above.addAll(o.above());
    if (below.isEmpty()) return Piece.of(product(above), row, column, c);
    Syntax top = above.isEmpty() ? Build.ONE : product(above);
    double less = reciprocal || o.reciprocal ? 0.2 : 0;
    Syntax quotient = Build.binary(Op.ENTRY_QUOTIENT, top, product(below));
    return Piece.of(quotient, row, column, c - less);
  }

  private List<Syntax> above() {
    if (reciprocal) return List.of();
    if (!(syntax instanceof Syntax.Binary q) || q.op() != Op.ENTRY_QUOTIENT) return factors(syntax);
    return Build.isOne(q.left()) ? List.of() : factors(q.left());
  }

  private List<Syntax> below() {
    if (reciprocal) return factors(syntax);
    boolean quotient = syntax instanceof Syntax.Binary q && q.op() == Op.ENTRY_QUOTIENT;
    return quotient ? factors(((Syntax.Binary) syntax).right()) : List.of();
  }

  private static Syntax product(List<Syntax> factors) {
    List<Syntax> sorted = new ArrayList<>(factors);
    sorted.sort(Order.FACTORS);
    Syntax s = sorted.get(0);
    for (Syntax f : sorted.subList(1, sorted.size())) s = Build.binary(Op.HADAMARD, s, f);
    return s;
  }

  static List<Syntax> factors(Syntax s) {
    if (!isHadamard(s)) return List.of(s);
    List<Syntax> all = new ArrayList<>();
    factors(s, all);
    return all;
  }

  boolean isHadamard() {
    return isHadamard(syntax);
  }

  private static boolean isHadamard(Syntax s) {
    return s instanceof Syntax.Binary b && b.op() == Op.HADAMARD;
  }

  private static void factors(Syntax s, List<Syntax> into) {
    if (isHadamard(s)) {
      factors(((Syntax.Binary) s).left(), into);
      factors(((Syntax.Binary) s).right(), into);
    } else {
      into.add(s);
    }
  }

  /// The matrix product; the inner axes have been found to meet.
  Piece times(Piece o) {
    List<Syntax> factors = new ArrayList<>(Build.chain(written()));
    factors.addAll(Build.chain(o.written()));
    boolean wide = row != null && o.column != null;
    return Piece.of(Build.product(factors), row, o.column, cost + o.cost + (wide ? 1.5 : 1));
  }
}
