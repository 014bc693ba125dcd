package dev.jacobi.engine.kernel;

/// Blocks of A and B, copied so that the innermost loops read them from front to back.
final class DoublePanels {
  private DoublePanels() {}

  /// `rows` of A over `k`, in slivers of 4 rows: the entries of one column side by side. Rows that
  /// fill the last sliver are 0.
  static void packA(int rows, int k, double[] a, int ao, int ar, int ac, double[] panel) {
    for (int i = 0; i < rows; i += 4) {
      int at = i * k;
      int a0 = ao + i * ar;
      if (rows - i >= 4) {
        pack4(k, a, a0, ar, ac, panel, at);
      } else {
        for (int p = 0; p < k; p++) {
          for (int r = 0; r < 4; r++) {
            panel[at + 4 * p + r] = i + r < rows ? a[a0 + r * ar + p * ac] : 0;
          }
        }
      }
    }
  }

  private static void pack4(int k, double[] a, int ao, int ar, int ac, double[] panel, int at) {
    if (ac == 1) {
      for (int p = 0; p < k; p++) {
        panel[at + 4 * p] = a[ao + p];
        panel[at + 4 * p + 1] = a[ao + ar + p];
        panel[at + 4 * p + 2] = a[ao + 2 * ar + p];
        panel[at + 4 * p + 3] = a[ao + 3 * ar + p];
      }
    } else {
      for (int p = 0; p < k; p++) {
        panel[at + 4 * p] = a[ao + p * ac];
        panel[at + 4 * p + 1] = a[ao + p * ac + ar];
        panel[at + 4 * p + 2] = a[ao + p * ac + 2 * ar];
        panel[at + 4 * p + 3] = a[ao + p * ac + 3 * ar];
      }
    }
  }

  /// `columns` of B over `k`, in slivers of `width` columns: the entries of one row side by side.
  /// Columns that fill the last sliver are 0.
  static void packB(
      int k, int columns, double[] b, int bo, int br, int bc, int width, double[] panel) {
    for (int j = 0; j < columns; j += width) {
      int some = Math.min(width, columns - j);
      int at = j * k;
      int from = bo + j * bc;
      if (bc == 1) packRows(k, some, b, from, br, width, panel, at);
      else packColumns(k, some, b, from, br, bc, width, panel, at);
      if (some < width) {
        for (int p = 0; p < k; p++) {
          for (int q = some; q < width; q++) panel[at + p * width + q] = 0;
        }
      }
    }
  }

  private static void packRows(
      int k, int some, double[] b, int from, int br, int width, double[] panel, int at) {
    for (int p = 0; p < k; p++) {
      System.arraycopy(b, from + p * br, panel, at + p * width, some);
    }
  }

  /// Four columns at a time: they are read along, and written side by side.
  private static void packColumns(
      int k, int some, double[] b, int from, int br, int bc, int width, double[] panel, int at) {
    int q = 0;
    for (; q <= some - 4; q += 4) {
      int b0 = from + q * bc;
      if (br == 1) transpose4(k, b, b0, bc, width, panel, at + q);
      else gather4(k, b, b0, br, bc, width, panel, at + q);
    }
    for (; q < some; q++) {
      for (int p = 0; p < k; p++) panel[at + p * width + q] = b[from + q * bc + p * br];
    }
  }

  private static void transpose4(
      int k, double[] b, int b0, int bc, int width, double[] panel, int at) {
    int b1 = b0 + bc;
    int b2 = b1 + bc;
    int b3 = b2 + bc;
    for (int p = 0; p < k; p++) {
      int to = at + p * width;
      panel[to] = b[b0 + p];
      panel[to + 1] = b[b1 + p];
      panel[to + 2] = b[b2 + p];
      panel[to + 3] = b[b3 + p];
    }
  }

  private static void gather4(
      int k, double[] b, int b0, int br, int bc, int width, double[] panel, int at) {
    for (int p = 0; p < k; p++) {
      int to = at + p * width;
      int from = b0 + p * br;
      panel[to] = b[from];
      panel[to + 1] = b[from + bc];
      panel[to + 2] = b[from + 2 * bc];
      panel[to + 3] = b[from + 3 * bc];
    }
  }

  /// Each row p of a packed B by the weight d[p].
  static void weigh(int k, int columns, double[] d, int dof, int ds, int width, double[] panel) {
    for (int j = 0; j < columns; j += width) {
      for (int p = 0; p < k; p++) {
        double weight = d[dof + p * ds];
        int at = j * k + p * width;
        for (int q = 0; q < width; q++) panel[at + q] *= weight;
      }
    }
  }

  /// `C ← alpha T + beta C` for a tile T of rows `width` apart, into a C of any layout.
  static void scatter(
      int rows,
      int columns,
      double[] tile,
      int width,
      double alpha,
      double beta,
      double[] c,
      int co,
      int cr,
      int cc) {
    for (int i = 0; i < rows; i++) {
      int from = i * width;
      int to = co + i * cr;
      if (beta == 0) for (int j = 0; j < columns; j++) c[to + j * cc] = alpha * tile[from + j];
      else if (cc == 1)
        for (int j = 0; j < columns; j++) c[to + j] = alpha * tile[from + j] + beta * c[to + j];
      else
        for (int j = 0; j < columns; j++) {
          int at = to + j * cc;
          c[at] = alpha * tile[from + j] + beta * c[at];
        }
    }
  }
}
