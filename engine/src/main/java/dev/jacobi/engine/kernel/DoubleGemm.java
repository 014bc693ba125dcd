package dev.jacobi.engine.kernel;

/// Products of matrices of any layout: an entry (i, j) of `a` is `a[ao + i * ar + j * ac]`, so a
/// transpose or a slice is named by its strides and never made. The result may not overlap an
/// argument. Where `beta` is 0 what stood in the result is not read.
public final class DoubleGemm {
  private DoubleGemm() {}

  /// `C ← alpha A B + beta C`: A is m × k, B is k × n, C is m × n.
  public static void gemm(
      int m,
      int n,
      int k,
      double alpha,
      double[] a,
      int ao,
      int ar,
      int ac,
      double[] b,
      int bo,
      int br,
      int bc,
      double beta,
      double[] c,
      int co,
      int cr,
      int cc,
      Workspace w) {
    if (Machine.VECTOR) {
      DoubleProduct p = w.doubleProduct.sizes(m, n, k, alpha, beta);
      VectorDoubleGemm.gemm(p.a(a, ao, ar, ac).b(b, bo, br, bc).c(c, co, cr, cc), w);
    } else {
      ScalarDoubleGemm.gemm(m, n, k, alpha, a, ao, ar, ac, b, bo, br, bc, beta, c, co, cr, cc, w);
    }
  }

  /// `count` products as in [#gemm], each `as`, `bs`, `cs` further in its array. A step of 0 lets
  /// all use the same A or B.
  public static void batched(
      int count,
      int m,
      int n,
      int k,
      double alpha,
      double[] a,
      int ao,
      int as,
      int ar,
      int ac,
      double[] b,
      int bo,
      int bs,
      int br,
      int bc,
      double beta,
      double[] c,
      int co,
      int cs,
      int cr,
      int cc,
      Workspace w) {
    for (int q = 0; q < count; q++) {
      int aq = ao + q * as;
      int bq = bo + q * bs;
      int cq = co + q * cs;
      gemm(m, n, k, alpha, a, aq, ar, ac, b, bq, br, bc, beta, c, cq, cr, cc, w);
    }
  }

  /// `y ← alpha A x + beta y`: A is m × n. For A' x swap the sizes and the strides.
  public static void gemv(
      int m,
      int n,
      double alpha,
      double[] a,
      int ao,
      int ar,
      int ac,
      double[] x,
      int xo,
      int xs,
      double beta,
      double[] y,
      int yo,
      int ys,
      Workspace w) {
    if (Machine.VECTOR) {
      VectorDoubleGemv.gemv(m, n, alpha, a, ao, ar, ac, x, xo, xs, beta, y, yo, ys, w);
    } else {
      ScalarDoubleGemm.gemv(m, n, alpha, a, ao, ar, ac, x, xo, xs, beta, y, yo, ys, w);
    }
  }

  /// `A ← alpha x y' + beta A`: A is m × n.
  public static void outer(
      int m,
      int n,
      double alpha,
      double[] x,
      int xo,
      int xs,
      double[] y,
      int yo,
      int ys,
      double beta,
      double[] a,
      int ao,
      int ar,
      int ac) {
    if (Machine.VECTOR) {
      VectorDoubleGemv.outer(m, n, alpha, x, xo, xs, y, yo, ys, beta, a, ao, ar, ac);
    } else {
      ScalarDoubleGemm.outer(m, n, alpha, x, xo, xs, y, yo, ys, beta, a, ao, ar, ac);
    }
  }

  /// `C ← alpha A' A + beta C`, A of k × n, C symmetric of n × n: one triangle, mirrored.
  public static void gram(
      int n,
      int k,
      double alpha,
      double[] a,
      int ao,
      int ar,
      int ac,
      double beta,
      double[] c,
      int co,
      int cr,
      int cc,
      Workspace w) {
    if (Machine.VECTOR) {
      DoubleProduct p = w.doubleProduct.sizes(n, n, k, alpha, beta);
      p.a(a, ao, ac, ar).b(a, ao, ar, ac).c(c, co, cr, cc).triangle = true;
      VectorDoubleGemm.symmetric(p, w);
    } else {
      ScalarDoubleGemm.gram(n, k, alpha, a, ao, ar, ac, beta, c, co, cr, cc, w);
    }
  }

  /// `C ← alpha A' diag(d) A + beta C`, A of k × n, C symmetric of n × n: one triangle, mirrored.
  public static void weightedGram(
      int n,
      int k,
      double alpha,
      double[] a,
      int ao,
      int ar,
      int ac,
      double[] d,
      int dof,
      int ds,
      double beta,
      double[] c,
      int co,
      int cr,
      int cc,
      Workspace w) {
    if (Machine.VECTOR) {
      DoubleProduct p = w.doubleProduct.sizes(n, n, k, alpha, beta).weights(d, dof, ds);
      p.a(a, ao, ac, ar).b(a, ao, ar, ac).c(c, co, cr, cc).triangle = true;
      VectorDoubleGemm.symmetric(p, w);
    } else {
      ScalarDoubleGemm.weightedGram(n, k, alpha, a, ao, ar, ac, d, dof, ds, beta, c, co, cr, cc, w);
    }
  }
}
