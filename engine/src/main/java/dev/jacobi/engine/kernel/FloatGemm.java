package dev.jacobi.engine.kernel;

/// Products of matrices of any layout: an entry (i, j) of `a` is `a[ao + i * ar + j * ac]`, so a
/// transpose or a slice is named by its strides and never made. The result may not overlap an
/// argument. Where `beta` is 0 what stood in the result is not read.
public final class FloatGemm {
  private FloatGemm() {}

  /// `C ← alpha A B + beta C`: A is m × k, B is k × n, C is m × n.
  public static void gemm(
      int m,
      int n,
      int k,
      float alpha,
      float[] a,
      int ao,
      int ar,
      int ac,
      float[] b,
      int bo,
      int br,
      int bc,
      float beta,
      float[] c,
      int co,
      int cr,
      int cc,
      Workspace w) {
    if (Machine.VECTOR) {
      FloatProduct p = w.floatProduct.sizes(m, n, k, alpha, beta);
      VectorFloatGemm.gemm(p.a(a, ao, ar, ac).b(b, bo, br, bc).c(c, co, cr, cc), w);
    } else {
      ScalarFloatGemm.gemm(m, n, k, alpha, a, ao, ar, ac, b, bo, br, bc, beta, c, co, cr, cc, w);
    }
  }

  /// `count` products as in [#gemm], each `as`, `bs`, `cs` further in its array. A step of 0 lets
  /// all use the same A or B.
  public static void batched(
      int count,
      int m,
      int n,
      int k,
      float alpha,
      float[] a,
      int ao,
      int as,
      int ar,
      int ac,
      float[] b,
      int bo,
      int bs,
      int br,
      int bc,
      float beta,
      float[] c,
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
      float alpha,
      float[] a,
      int ao,
      int ar,
      int ac,
      float[] x,
      int xo,
      int xs,
      float beta,
      float[] y,
      int yo,
      int ys,
      Workspace w) {
    if (Machine.VECTOR) {
      VectorFloatGemv.gemv(m, n, alpha, a, ao, ar, ac, x, xo, xs, beta, y, yo, ys, w);
    } else {
      ScalarFloatGemm.gemv(m, n, alpha, a, ao, ar, ac, x, xo, xs, beta, y, yo, ys, w);
    }
  }

  /// `A ← alpha x y' + beta A`: A is m × n.
  public static void outer(
      int m,
      int n,
      float alpha,
      float[] x,
      int xo,
      int xs,
      float[] y,
      int yo,
      int ys,
      float beta,
      float[] a,
      int ao,
      int ar,
      int ac) {
    if (Machine.VECTOR) {
      VectorFloatGemv.outer(m, n, alpha, x, xo, xs, y, yo, ys, beta, a, ao, ar, ac);
    } else {
      ScalarFloatGemm.outer(m, n, alpha, x, xo, xs, y, yo, ys, beta, a, ao, ar, ac);
    }
  }

  /// `C ← alpha A' A + beta C`, A of k × n, C symmetric of n × n: one triangle, mirrored.
  public static void gram(
      int n,
      int k,
      float alpha,
      float[] a,
      int ao,
      int ar,
      int ac,
      float beta,
      float[] c,
      int co,
      int cr,
      int cc,
      Workspace w) {
    if (Machine.VECTOR) {
      FloatProduct p = w.floatProduct.sizes(n, n, k, alpha, beta);
      p.a(a, ao, ac, ar).b(a, ao, ar, ac).c(c, co, cr, cc).triangle = true;
      VectorFloatGemm.symmetric(p, w);
    } else {
      ScalarFloatGemm.gram(n, k, alpha, a, ao, ar, ac, beta, c, co, cr, cc, w);
    }
  }

  /// `C ← alpha A' diag(d) A + beta C`, A of k × n, C symmetric of n × n: one triangle, mirrored.
  public static void weightedGram(
      int n,
      int k,
      float alpha,
      float[] a,
      int ao,
      int ar,
      int ac,
      float[] d,
      int dof,
      int ds,
      float beta,
      float[] c,
      int co,
      int cr,
      int cc,
      Workspace w) {
    if (Machine.VECTOR) {
      FloatProduct p = w.floatProduct.sizes(n, n, k, alpha, beta).weights(d, dof, ds);
      p.a(a, ao, ac, ar).b(a, ao, ar, ac).c(c, co, cr, cc).triangle = true;
      VectorFloatGemm.symmetric(p, w);
    } else {
      ScalarFloatGemm.weightedGram(n, k, alpha, a, ao, ar, ac, d, dof, ds, beta, c, co, cr, cc, w);
    }
  }
}
