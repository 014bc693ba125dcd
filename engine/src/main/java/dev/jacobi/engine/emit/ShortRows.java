package dev.jacobi.engine.emit;

import dev.jacobi.engine.plan.Scalar;
import dev.jacobi.engine.plan.Step.Nest;
import dev.jacobi.engine.plan.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Rows that are shorter than a vector and lie without gaps: a whole vector is stored at the start
/// of each, and the next row overwrites what hung over. The last rows, where nothing would, are
/// written number by number.
///
/// @param row counts the rows
/// @param v runs along a row
record ShortRows(Nest n, Var row, Var v, int lanes) {
  static Optional<ShortRows> of(Nest n, int lanes) {
    int axes = n.outer().size();
    if (lanes == 0 || axes < 2 || !n.inner().isEmpty() || n.reads().contains(n.out()))
      return Optional.empty();
    var rows = new ShortRows(n, n.outer().get(axes - 2), n.outer().get(axes - 1), lanes);
    return rows.fits() ? Optional.of(rows) : Optional.empty();
  }

  private boolean fits() {
    int length = v.extent();
    return length < lanes
        && length >= Math.max(2, lanes / 4)
        && whole() >= 2
        && n.address().stride(v) == 1
        && n.address().stride(row) == length
        && VectorBody.fits(n.body(), v)
        && loads(n.body(), new HashSet<>()).stream().allMatch(this::fits);
  }

  /// Where rows of an array lie at least as far apart as those of the result, a vector stays inside
  /// of it too. A row that all share is read with a mask, once.
  private boolean fits(Scalar.Load l) {
    return isShared(l) || l.address.stride(row) >= v.extent();
  }

  private boolean isShared(Scalar.Load l) {
    return l.address.stride(row) == 0;
  }

  /// How many rows have a vector's room behind their start.
  private int whole() {
    return row.extent() + 1 - (lanes + v.extent() - 1) / v.extent();
  }

  /// What is read along a row.
  private Set<Scalar.Load> loads(Scalar s, Set<Scalar> seen) {
    Set<Scalar.Load> all = new HashSet<>();
    if (!seen.add(s)) return all;
    if (s instanceof Scalar.Load l && l.address.stride(v) != 0) all.add(l);
    for (Scalar p : s.parts()) all.addAll(loads(p, seen));
    return all;
  }

  void write(Writer w, Body body) {
    List<Var> done = new ArrayList<>();
    body.loops(n.outer().subList(0, n.outer().size() - 2), done, () -> block(w, body, done));
  }

  private void block(Writer w, Body body, List<Var> done) {
    var vectors = new VectorBody(w, body, n.body(), v);
    Set<Scalar> before = body.known();
    w.code.iconst_0().istore(w.variable(v));
    vectors.spread();
    for (Scalar.Load l : loads(n.body(), new HashSet<>()))
      if (isShared(l)) vectors.part(l, v.extent());
    Set<Scalar> shared = vectors.known();
    w.code.iconst_0().istore(w.variable(row));
    w.loop(
        row,
        whole() - 1,
        1,
        () -> {
          vectors.first();
          vectors.store(n.out(), n.address(), () -> vectors.push(n.body()));
          vectors.forget(shared);
        });
    body.forget(before);
    w.loop(
        row,
        row.extent() - 1,
        1,
        () -> {
          List<Var> all = new ArrayList<>(done);
          all.add(row);
          body.loops(
              List.of(v),
              all,
              () -> {
                body.target(n.out(), n.address());
                body.push(n.body());
                w.arrayStore();
              });
          body.forget(before);
        });
  }
}
