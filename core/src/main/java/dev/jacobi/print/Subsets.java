package dev.jacobi.print;

import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Index;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Syntax.Op;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The cheapest way to write a product of factors in matrix notation: dynamic programming over the
/// subsets of the factors. What is left of a subset are the indices that something outside it
/// needs; at most two can be left.
final class Subsets {
  private static final int FEW = 6; // more are joined first where that is no detour
  private static final int MOST = 9;

  private final List<List<Piece>> leaves;
  private final Piece[][] best; // by subset: as it stands, and transposed; null where there is none
  private final List<Index> held = new ArrayList<>();
  private int[] holders = new int[8]; // by place in `held`: the factors that hold the index
  private final long wanted; // by place in `held`: what the whole product must keep
  private long needed; // by place in `held`: what is needed outside the subset in hand
  private final Map<Syntax, List<Extent>> reductions;

  /// `leaves` are the ways to write each factor, `indices` what each holds, `wanted` what the whole
  /// product must keep.
  private Subsets(
      List<List<Piece>> leaves,
      List<Set<Index>> indices,
      Set<Index> wanted,
      Map<Syntax, List<Extent>> reductions) {
    this.reductions = reductions;
    this.leaves = leaves;
    this.best = new Piece[1 << leaves.size()][];
    for (int q = 0; q < indices.size(); q++) for (Index i : indices.get(q)) hold(i, q);
    long keep = 0;
    for (int q = 0; q < held.size(); q++) if (wanted.contains(held.get(q))) keep |= 1L << q;
    this.wanted = keep;
  }

  private void hold(Index i, int factor) {
    int q = held.indexOf(i);
    if (q < 0) {
      q = held.size();
      held.add(i);
      if (q == holders.length) holders = Arrays.copyOf(holders, 2 * q);
    }
    holders[q] |= 1 << factor;
  }

  /// All orientations of the product; empty when it has no matrix form. What each sum over axes
  /// runs over is noted in `reductions`.
  static List<Piece> product(
      List<List<Piece>> leaves,
      List<Set<Index>> indices,
      Set<Index> wanted,
      Map<Syntax, List<Extent>> reductions) {
    leaves = new ArrayList<>(leaves);
    indices = new ArrayList<>(indices);
    while (leaves.size() > FEW && shorten(leaves, indices, wanted, reductions)) {}
    if (leaves.size() > MOST) return List.of();
    var s = new Subsets(leaves, indices, wanted, reductions);
    int all = (1 << leaves.size()) - 1;
    for (int set = 1; set <= all; set++) s.fill(set);
    return s.found(all);
  }

  /// Joins two factors where that is surely no detour: vectors along one index, or a vector and a
  /// matrix over an index that only they hold.
  private static boolean shorten(
      List<List<Piece>> leaves,
      List<Set<Index>> indices,
      Set<Index> wanted,
      Map<Syntax, List<Extent>> reductions) {
    for (int p = 0; p < leaves.size(); p++)
      for (int q = 0; q < leaves.size(); q++) {
        if (p == q || indices.get(p).size() != 1) continue;
        Index k = indices.get(p).iterator().next();
        boolean alike = p < q && indices.get(q).equals(indices.get(p));
        if (!alike
            && (!indices.get(q).contains(k) || wanted.contains(k) || holders(indices, k) > 2))
          continue;
        Set<Index> outside = new java.util.HashSet<>(wanted);
        for (int r = 0; r < indices.size(); r++)
          if (r != p && r != q) outside.addAll(indices.get(r));
        List<Piece> joined =
            product(
                List.of(leaves.get(p), leaves.get(q)),
                List.of(indices.get(p), indices.get(q)),
                outside,
                reductions);
        if (joined.isEmpty()) continue;
        Set<Index> left = new java.util.LinkedHashSet<>(indices.get(p));
        left.addAll(indices.get(q));
        left.retainAll(outside);
        leaves.set(p, joined);
        indices.set(p, left);
        leaves.remove(q);
        indices.remove(q);
        return true;
      }
    return false;
  }

  private static int holders(List<Set<Index>> indices, Index k) {
    int n = 0;
    for (Set<Index> s : indices) if (s.contains(k)) n++;
    return n;
  }

  private List<Piece> found(int set) {
    List<Piece> r = new ArrayList<>();
    if (best[set] != null) for (Piece p : best[set]) if (p != null) r.add(p);
    return r;
  }

  /// Whether something outside the subset in hand needs an index.
  private boolean survives(Index i) {
    if (i == null) return false;
    int q = held.indexOf(i);
    return q >= 0 && (needed & 1L << q) != 0;
  }

  /// Takes a subset in hand. More than two axes that are still needed cannot be written.
  private boolean isWide(int set) {
    int axes = 0;
    needed = wanted;
    for (int q = 0; q < held.size(); q++) {
      if ((holders[q] & ~set) != 0) needed |= 1L << q;
      if ((holders[q] & set) != 0 && (needed & 1L << q) != 0) axes++;
    }
    return axes > 2;
  }

  private void fill(int set) {
    if (isWide(set)) return;
    best[set] = new Piece[2];
    if (Integer.bitCount(set) == 1) {
      for (Piece p : leaves.get(Integer.numberOfTrailingZeros(set))) offer(set, reduced(p));
    }
    for (int a = (set - 1) & set; a > 0; a = (a - 1) & set) {
      int b = set & ~a;
      if (best[a] == null || best[b] == null) continue;
      for (Piece p : best[a])
        for (Piece q : best[b]) if (p != null && q != null) combine(set, p, q);
    }
    for (Piece p : best[set].clone())
      if (p != null
          && !p.isScalar()
          && mayWin(set, /* row= */ p.column(), /* column= */ p.row(), p.leastTransposed()))
        offer(set, p.transposed());
    if (best[set][0] == null && best[set][1] == null) best[set] = null;
  }

  private void offer(int set, Piece p) {
    if (p == null) return;
    int slot = slot(p);
    if (best[set][slot] == null || p.cost() < best[set][slot].cost() - 1e-9) best[set][slot] = p;
  }

  private static int slot(Piece p) {
    return slot(p.row(), p.column());
  }

  private static int slot(Index row, Index column) {
    if (row != null && column != null) return row.id < column.id ? 0 : 1;
    return row == null && column != null ? 1 : 0;
  }

  /// Whether a piece with these axes and at least this cost can be the cheapest: asked before it is
  /// written.
  private boolean mayWin(int set, Index row, Index column, double cost) {
    Index r = survives(row) ? row : null;
    Index c = survives(column) ? column : null;
    Piece other = best[set][slot(r, c)];
    return other == null || cost < other.cost() - 1e-9;
  }

  private void combine(int set, Piece p, Piece q) {
    double both = p.cost() + q.cost();
    if (p.isScalar() || q.isScalar()) {
      if (p.isScalar() && mayWin(set, q.row(), q.column(), both)) offer(set, scaled(p, q));
      return;
    }
    if (p.column() != null && p.column().equals(q.row()) && !survives(p.column()))
      product(set, p, q);
    if (p.column() == null && q.row() == null && !p.row().equals(q.column()))
      if (mayWin(set, p.row(), q.column(), both + 1)) offer(set, reduced(outer(p, q)));
    if (p.sameAxes(q) && mayWin(set, p.row(), p.column(), both)) hadamard(set, p, q);
    if (p.isVector() && q.isMatrix() && mayWin(set, q.row(), q.column(), both + 2))
      diagonal(set, p, q);
  }

  private Piece scaled(Piece scalar, Piece other) {
    Syntax s = Build.times(Build.asDot(scalar.written()), other.written());
    return new Piece(s, other.row(), other.column(), scalar.cost() + other.cost() + 0.3, false);
  }

  private Piece outer(Piece p, Piece q) {
    Piece r = p.times(q);
    return Piece.of(r.syntax(), p.row(), q.column(), r.cost() + 0.2);
  }

  private void product(int set, Piece p, Piece q) {
    boolean closed = p.row() != null && p.row().equals(q.column());
    if (!closed) {
      if (mayWin(set, p.row(), q.column(), p.cost() + q.cost() + 1))
        offer(set, reduced(p.times(q)));
    } else if (!survives(p.row())) {
      double cost = p.cost() + q.cost() + 1.5 + (p.isHadamard() || q.isHadamard() ? 1 : 0);
      offer(set, Piece.of(Build.call("tr", p.times(q).syntax()), null, null, cost));
    } else {
      offer(
          set,
          Piece.of(
              Build.call("diag", p.times(q).syntax()), p.row(), null, p.cost() + q.cost() + 4));
    }
  }

  /// Entry by entry, then summed along what is not needed any more.
  private void hadamard(int set, Piece p, Piece q) {
    boolean dot = p.isVector() && !survives(p.only());
    if (dot) return; // a product does it
    offer(set, reduced(Triangles.hadamard(p, q)));
  }

  /// A vector along an axis of a matrix that both keep.
  private void diagonal(int set, Piece v, Piece m) {
    Index i = v.only();
    if (!survives(i)) return;
    Syntax d = Build.symmetric(Build.call("diag", column(v).written()));
    double cost = v.cost() + m.cost() + 2.2;
    if (i.equals(m.row())) offer(set, reduced(Piece.of(product(d, m), m.row(), m.column(), cost)));
    if (i.equals(m.column())) {
      List<Syntax> factors = new ArrayList<>(Build.chain(m.written()));
      factors.add(d);
      offer(set, reduced(Piece.of(Build.product(factors), m.row(), m.column(), cost)));
    }
  }

  private static Syntax product(Syntax left, Piece right) {
    List<Syntax> factors = new ArrayList<>(List.of(left));
    factors.addAll(Build.chain(right.written()));
    return Build.product(factors);
  }

  private static Piece column(Piece v) {
    return v.row() != null ? v : v.transposed();
  }

  /// Sums along the axes that nothing needs any more; null where that is not written.
  private Piece reduced(Piece p) {
    boolean keepRow = p.row() == null || survives(p.row());
    boolean keepColumn = p.column() == null || survives(p.column());
    if (keepRow && keepColumn) return p;
    if (Triangles.isMask(p.syntax())) return null; // how many places there are is no matrix
    Syntax s = p.written();
    double cost = p.cost() + 1.2;
    boolean all =
        !keepRow && (!keepColumn || p.column() == null) || (p.row() == null && !keepColumn);
    if (all && p.isVector() && untransposed(s) instanceof Syntax.Call c && isDiagonal(c))
      return Piece.of(Build.call("tr", c.arguments().get(0)), null, null, cost);
    if (all) return Piece.of(over("sum", untransposed(s), p.row(), p.column()), null, null, cost);
    Index gone = keepColumn ? p.row() : p.column();
    if (s instanceof Syntax.Transpose t) {
      Syntax r = Build.transpose(over(keepColumn ? "rowsum" : "colsum", t.of(), gone, null));
      return Piece.of(r, keepRow ? p.row() : null, keepColumn ? p.column() : null, cost + 0.3);
    }
    Syntax r = over(keepColumn ? "colsum" : "rowsum", s, gone, null);
    return Piece.of(r, keepRow ? p.row() : null, keepColumn ? p.column() : null, cost);
  }

  /// The diagonal of a matrix, when it is a vector.
  private static boolean isDiagonal(Syntax.Call c) {
    return c.function().equals("diag");
  }

  private Syntax over(String function, Syntax s, Index a, Index b) {
    boolean squares =
        function.equals("sum")
            && s instanceof Syntax.Binary q
            && q.op() == Op.ENTRY_POWER
            && q.right().equals(Build.number(2));
    if (squares) // Σ x_i² is the square of the norm
    return Build.power(
          new Syntax.Norm(((Syntax.Binary) s).left(), "2", Place.NONE), Build.number(2), false);
    Syntax r = Build.call(function, s);
    List<Extent> extents = new ArrayList<>();
    if (a != null) extents.add(a.extent);
    if (b != null) extents.add(b.extent);
    reductions.put(r, extents);
    return r;
  }

  private static Syntax untransposed(Syntax s) {
    return s instanceof Syntax.Transpose t ? t.of() : s;
  }

  static boolean sameIndex(Index a, Index b) {
    return Objects.equals(a, b);
  }
}
