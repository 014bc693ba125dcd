package dev.jacobi.bench.floor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// `C ← α A B + β C` after Goto and van de Geijn: panels of both operands are copied so that the
/// innermost loop reads them in order, and a tile of 4 rows by two vectors of `C` stays in
/// registers.
final class Gemm {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int V = S.length();
  private static final int ROWS = 4;
  private static final int COLUMNS = 2 * V;
  private static final int MC = 128;
  private static final int KC = V == 16 ? 192 : 256;
  private static final int NC = 1024;

  /// A matrix within an array: where it begins, and the steps to the next row and column.
  record View(float[] data, int start, int row, int column) {
    static View rows(float[] data, int width) {
      return new View(data, 0, width, 1);
    }

    static View transposed(float[] data, int width) {
      return new View(data, 0, 1, width);
    }
  }

  private final float[] packedA = new float[MC * KC];
  private final float[] packedB = new float[(NC + COLUMNS) * KC];
  private final float[] edge = new float[ROWS * COLUMNS];

  /// Only tiles that reach above the diagonal, for a result that is symmetric.
  private boolean upper;

  /// `C` of m rows of n is row-major with steps of `c.row`.
  void multiply(int m, int n, int k, float alpha, View a, View b, float beta, View c) {
    for (int jc = 0; jc < n; jc += NC) {
      int nc = Math.min(NC, n - jc);
      for (int pc = 0; pc < k; pc += KC) {
        int kc = Math.min(KC, k - pc);
        float keep = pc == 0 ? beta : 1;
        packB(b, pc, jc, kc, nc);
        for (int ic = 0; ic < m; ic += MC) {
          int mc = Math.min(MC, m - ic);
          if (upper && jc + nc <= ic) continue;
          packA(a, ic, pc, mc, kc, alpha);
          tiles(mc, nc, kc, keep, c, ic, jc);
        }
      }
    }
  }

  /// The same for a product that is symmetric: half the tiles, then the mirror.
  void symmetric(int n, int k, View a, View b, View c) {
    upper = true;
    multiply(n, n, k, 1, a, b, 0, c);
    upper = false;
    mirror(n, c);
  }

  private static void mirror(int n, View c) {
    int block = 16;
    float[] d = c.data();
    for (int i0 = 0; i0 < n; i0 += block)
      for (int j0 = i0; j0 < n; j0 += block)
        for (int i = i0; i < Math.min(n, i0 + block); i++) {
          int from = c.start() + i * c.row();
          for (int j = Math.max(i + 1, j0); j < Math.min(n, j0 + block); j++)
            d[c.start() + j * c.row() + i] = d[from + j];
        }
  }

  private void packA(View a, int i0, int p0, int mc, int kc, float alpha) {
    float[] from = a.data();
    for (int i = 0; i < mc; i += ROWS) {
      int rows = Math.min(ROWS, mc - i);
      int at = a.start() + (i0 + i) * a.row() + p0 * a.column();
      int to = i * kc;
      if (rows == ROWS && a.column() == 1) packFourRows(from, at, a.row(), kc, alpha, to);
      else
        for (int p = 0; p < kc; p++, at += a.column())
          for (int r = 0; r < ROWS; r++)
            packedA[to++] = r < rows ? alpha * from[at + r * a.row()] : 0;
    }
  }

  private void packFourRows(float[] from, int at, int step, int kc, float alpha, int to) {
    for (int p = 0; p < kc; p++, to += ROWS) {
      packedA[to] = alpha * from[at + p];
      packedA[to + 1] = alpha * from[at + p + step];
      packedA[to + 2] = alpha * from[at + p + 2 * step];
      packedA[to + 3] = alpha * from[at + p + 3 * step];
    }
  }

  private void packB(View b, int p0, int j0, int kc, int nc) {
    float[] from = b.data();
    for (int j = 0; j < nc; j += COLUMNS) {
      int columns = Math.min(COLUMNS, nc - j);
      int at = b.start() + p0 * b.row() + (j0 + j) * b.column();
      int to = j * kc;
      if (columns == COLUMNS && b.column() == 1)
        for (int p = 0; p < kc; p++, at += b.row(), to += COLUMNS) {
          FloatVector.fromArray(S, from, at).intoArray(packedB, to);
          FloatVector.fromArray(S, from, at + V).intoArray(packedB, to + V);
        }
      else if (columns == COLUMNS && b.row() == 1) packColumns(from, at, b.column(), kc, to);
      else
        for (int p = 0; p < kc; p++, at += b.row())
          for (int c = 0; c < COLUMNS; c++)
            packedB[to++] = c < columns ? from[at + c * b.column()] : 0;
    }
  }

  /// Reads along the columns of the transposed matrix, eight places at a time.
  private void packColumns(float[] from, int at, int step, int kc, int to) {
    for (int p0 = 0; p0 < kc; p0 += 8) {
      int end = Math.min(kc, p0 + 8);
      for (int c = 0; c < COLUMNS; c++)
        for (int p = p0; p < end; p++) packedB[to + p * COLUMNS + c] = from[at + c * step + p];
    }
  }

  private void tiles(int mc, int nc, int kc, float beta, View c, int i0, int j0) {
    for (int j = 0; j < nc; j += COLUMNS)
      for (int i = 0; i < mc; i += ROWS) {
        if (upper && j0 + j + COLUMNS <= i0 + i) continue;
        int at = c.start() + (i0 + i) * c.row() + j0 + j;
        if (mc - i >= ROWS && nc - j >= COLUMNS)
          tile(kc, packedA, i * kc, packedB, j * kc, beta, c.data(), at, c.row());
        else
          part(Math.min(ROWS, mc - i), Math.min(COLUMNS, nc - j), kc, i * kc, j * kc, beta, c, at);
      }
  }

  /// At an edge: the whole tile beside, and of it what there is.
  private void part(int rows, int columns, int kc, int a, int b, float beta, View c, int at) {
    if (columns <= V) half(kc, packedA, a, packedB, b, edge);
    else tile(kc, packedA, a, packedB, b, 0, edge, 0, COLUMNS);
    float[] d = c.data();
    for (int i = 0; i < rows; i++) {
      int row = at + i * c.row();
      if (beta == 0) System.arraycopy(edge, i * COLUMNS, d, row, columns);
      else for (int j = 0; j < columns; j++) d[row + j] = beta * d[row + j] + edge[i * COLUMNS + j];
    }
  }

  private static void tile(
      int kc, float[] a, int ai, float[] b, int bi, float beta, float[] c, int at, int step) {
    var c00 = FloatVector.zero(S);
    var c01 = c00;
    var c10 = c00;
    var c11 = c00;
    var c20 = c00;
    var c21 = c00;
    var c30 = c00;
    var c31 = c00;
    for (int p = 0; p < kc; p++) {
      var b0 = FloatVector.fromArray(S, b, bi);
      var b1 = FloatVector.fromArray(S, b, bi + V);
      var a0 = FloatVector.broadcast(S, a[ai]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      var a1 = FloatVector.broadcast(S, a[ai + 1]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      var a2 = FloatVector.broadcast(S, a[ai + 2]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      var a3 = FloatVector.broadcast(S, a[ai + 3]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      ai += ROWS;
      bi += COLUMNS;
    }
    store(c00, c01, beta, c, at);
    store(c10, c11, beta, c, at + step);
    store(c20, c21, beta, c, at + 2 * step);
    store(c30, c31, beta, c, at + 3 * step);
  }

  private static void half(int kc, float[] a, int ai, float[] b, int bi, float[] c) {
    var c0 = FloatVector.zero(S);
    var c1 = c0;
    var c2 = c0;
    var c3 = c0;
    for (int p = 0; p < kc; p++, ai += ROWS, bi += COLUMNS) {
      var b0 = FloatVector.fromArray(S, b, bi);
      c0 = FloatVector.broadcast(S, a[ai]).fma(b0, c0);
      c1 = FloatVector.broadcast(S, a[ai + 1]).fma(b0, c1);
      c2 = FloatVector.broadcast(S, a[ai + 2]).fma(b0, c2);
      c3 = FloatVector.broadcast(S, a[ai + 3]).fma(b0, c3);
    }
    c0.intoArray(c, 0);
    c1.intoArray(c, COLUMNS);
    c2.intoArray(c, 2 * COLUMNS);
    c3.intoArray(c, 3 * COLUMNS);
  }

  private static void store(FloatVector x, FloatVector y, float beta, float[] c, int at) {
    if (beta == 1) {
      x.add(FloatVector.fromArray(S, c, at)).intoArray(c, at);
      y.add(FloatVector.fromArray(S, c, at + V)).intoArray(c, at + V);
    } else if (beta == 0) {
      x.intoArray(c, at);
      y.intoArray(c, at + V);
    } else {
      FloatVector.fromArray(S, c, at).mul(beta).add(x).intoArray(c, at);
      FloatVector.fromArray(S, c, at + V).mul(beta).add(y).intoArray(c, at + V);
    }
  }
}
