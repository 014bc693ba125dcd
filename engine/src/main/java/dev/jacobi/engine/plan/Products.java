package dev.jacobi.engine.plan;

import dev.jacobi.engine.plan.Step.Matrix;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Two parts of a contraction as a product of matrices, without a transpose that is not there: rows
/// and columns are whatever variables run side by side.
final class Products {
  private final Workshop shop;

  Products(Workshop shop) {
    this.shop = shop;
  }

  Scalar of(Scalar a, Scalar b, List<Var> rows, List<Var> columns, Set<Var> gone) {
    List<Var> m = shop.ordered(rows);
    List<Var> n = shop.ordered(columns);
    List<Var> k = shop.ordered(gone);
    List<Var> batch = new ArrayList<>(a.vars);
    batch.retainAll(b.vars);
    batch.removeAll(gone);
    batch = shop.ordered(batch);
    List<Var> axes = new ArrayList<>(batch);
    axes.addAll(m);
    axes.addAll(n);
    Matrix left = matrix(a, batch, m, k);
    Matrix right = matrix(b, batch, k, n);
    String key = productKey(left, right, batch, m, n, k);
    List<Var> loops = batch;
    var turned = shop.kept(productKey(right.transposed(), left.transposed(), batch, n, m, k));
    if (turned.isPresent()) { // the transpose is there already
      List<Var> order = new ArrayList<>(batch);
      order.addAll(n);
      order.addAll(m);
      return shop.load(turned.get(), order);
    }
    Buffer out =
        shop.once(
            key,
            axes,
            c ->
                new Step.Gemm(
                    new Matrix(c, Affine.rowMajor(axes).without(m).without(n), size(n), 1),
                    left,
                    right,
                    size(m),
                    size(n),
                    size(k),
                    loops,
                    Step.Factor.ONE,
                    0));
    return shop.load(out, axes);
  }

  private String productKey(
      Matrix left, Matrix right, List<Var> batch, List<Var> m, List<Var> n, List<Var> k) {
    return "gemm "
        + left.buffer().id
        + " "
        + Alpha.key(shop.scalars.load(left.buffer(), address(left, m, k)), batch, m, k)
        + Alpha.key(shop.scalars.load(right.buffer(), address(right, k, n)), batch, k, n);
  }

  /// The address of an entry, for the key: rows and columns as their first variables run.
  private static Affine address(Matrix x, List<Var> rows, List<Var> columns) {
    Affine a = x.base();
    if (!rows.isEmpty()) a = a.plus(Affine.of(rows.getLast(), x.rows()));
    if (!columns.isEmpty()) a = a.plus(Affine.of(columns.getLast(), x.columns()));
    return a;
  }

  static int size(Collection<Var> vars) {
    int n = 1;
    for (Var v : vars) n *= v.extent();
    return n;
  }

  /// A part as a matrix with these variables for rows and columns; where it is none yet, it is
  /// computed into a buffer of its own.
  private Matrix matrix(Scalar s, List<Var> batch, List<Var> rows, List<Var> columns) {
    if (s instanceof Scalar.Load l) {
      var r = stride(l.address, rows);
      var c = stride(l.address, columns);
      Affine base = l.address.without(rows).without(columns);
      boolean loops = base.vars().stream().allMatch(Var::isLoop);
      if (r.isPresent() && c.isPresent() && loops)
        return new Matrix(l.buffer, base, r.get(), c.get());
    }
    List<Var> axes = new ArrayList<>(batch);
    axes.addAll(rows);
    axes.addAll(columns);
    List<Var> turned = new ArrayList<>(batch);
    turned.addAll(columns);
    turned.addAll(rows);
    Optional<Buffer> transposed = shop.kept(Alpha.key(s, turned));
    if (transposed.isPresent()) {
      Affine base = Affine.rowMajor(turned).without(rows).without(columns);
      return new Matrix(transposed.get(), base, 1, size(rows));
    }
    Buffer b = shop.keep(s, axes);
    Affine base = Affine.rowMajor(axes).without(rows).without(columns);
    return new Matrix(b, base, size(columns), 1);
  }

  /// The stride of several variables that run as one, row-major.
  private static Optional<Integer> stride(Affine address, List<Var> vars) {
    List<Var> loops = vars.stream().filter(v -> v.extent() > 1).toList();
    if (loops.isEmpty()) return Optional.of(1);
    int stride = address.stride(loops.getLast());
    int expected = stride;
    for (Var v : loops.reversed()) {
      if (address.stride(v) != expected) return Optional.empty();
      expected *= v.extent();
    }
    return stride == 0 ? Optional.empty() : Optional.of(stride);
  }
}
