package dev.jacobi.engine.kernel;

/// The scalar twin of [FloatGemm]. Loops are ordered so that the inner one walks along rows of C
/// where it can, which the JVM turns into vector code by itself.
final class ScalarFloatGemm {
  private static final int FEW = 16;

  private ScalarFloatGemm() {}

  static void gemm(
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
    for (int i = 0; i < m; i++) {
      scaleRow(n, beta, c, co + i * cr, cc);
      for (int p = 0; p < k; p++) {
        addRow(n, alpha * a[ao + i * ar + p * ac], b, bo + p * br, bc, c, co + i * cr, cc);
      }
    }
  }

  static void gemv(
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
    for (int i = 0; i < m; i++) {
      float sum = 0;
      for (int j = 0; j < n; j++) sum += a[ao + i * ar + j * ac] * x[xo + j * xs];
      int at = yo + i * ys;
      y[at] = beta == 0 ? alpha * sum : alpha * sum + beta * y[at];
    }
  }

  static void outer(
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
    for (int i = 0; i < m; i++) {
      scaleRow(n, beta, a, ao + i * ar, ac);
      addRow(n, alpha * x[xo + i * xs], y, yo, ys, a, ao + i * ar, ac);
    }
  }

  static void gram(
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
    for (int i = 0; i < n; i++) {
      scaleRow(i + 1, beta, c, co + i * cr, cc);
      for (int p = 0; p < k; p++) {
        int row = ao + p * ar;
        addRow(i + 1, alpha * a[row + i * ac], a, row, ac, c, co + i * cr, cc);
      }
    }
    mirror(n, c, co, cr, cc);
  }

  static void weightedGram(
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
    for (int i = 0; i < n; i++) {
      scaleRow(i + 1, beta, c, co + i * cr, cc);
      for (int p = 0; p < k; p++) {
        int row = ao + p * ar;
        float s = alpha * d[dof + p * ds] * a[row + i * ac];
        addRow(i + 1, s, a, row, ac, c, co + i * cr, cc);
      }
    }
    mirror(n, c, co, cr, cc);
  }

  /// The lower triangle of C, over the diagonal, a few columns at a time: the lines of cache that
  /// are written stay there until they are full.
  static void mirror(int n, float[] c, int co, int cr, int cc) {
    for (int from = 0; from < n; from += FEW) {
      int end = Math.min(n, from + FEW);
      for (int i = from + 1; i < end; i++) mirrorRow(from, i, c, co, i, cr, cc);
      int i = end;
      for (; i <= n - 4; i += 4) mirrorRows(from, end, c, co + i * cr, co + i * cc, cr, cc);
      for (; i < n; i++) mirrorRow(from, end, c, co, i, cr, cc);
    }
  }

  private static void mirrorRow(int from, int end, float[] c, int co, int i, int cr, int cc) {
    for (int j = from; j < end; j++) c[co + j * cr + i * cc] = c[co + i * cr + j * cc];
  }

  /// Four rows from `row` on become columns from `column` on.
  private static void mirrorRows(
      int from, int end, float[] c, int row, int column, int cr, int cc) {
    for (int j = from; j < end; j++) {
      int at = row + j * cc;
      int to = column + j * cr;
      float x0 = c[at], x1 = c[at + cr], x2 = c[at + 2 * cr], x3 = c[at + 3 * cr];
      c[to] = x0;
      c[to + cc] = x1;
      c[to + 2 * cc] = x2;
      c[to + 3 * cc] = x3;
    }
  }

  private static void scaleRow(int n, float beta, float[] c, int co, int cc) {
    if (beta == 1) return;
    for (int j = 0; j < n; j++) c[co + j * cc] = beta == 0 ? 0 : beta * c[co + j * cc];
  }

  private static void addRow(int n, float s, float[] b, int bo, int bc, float[] c, int co, int cc) {
    if (bc == 1 && cc == 1) for (int j = 0; j < n; j++) c[co + j] += s * b[bo + j];
    else for (int j = 0; j < n; j++) c[co + j * cc] += s * b[bo + j * bc];
  }
}
