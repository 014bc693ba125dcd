package dev.jacobi.engine.kernel;

/// The vector twin of [DoubleGemm]: blocks of A and B that stay in cache, packed where that pays,
/// and tiles of C that stay in registers.
final class VectorDoubleGemm {
  private static final int L = DoubleTiles.L;
  private static final int ROWS = DoubleTiles.ROWS;
  private static final int COLUMNS = DoubleTiles.COLUMNS;

  /// Blocks: depth, rows and columns, from measurements. Only the depth shows in the bits.
  private static final int DEPTH = 512;

  /// Where A lies by columns, each step of k is another line of cache. A part of a product that is
  /// shared out has the depth of the whole: it rests on nothing else.
  private static final int DEPTH_IN_COLUMNS = 256;

  private static final int HEIGHT = 64;
  private static final int WIDTH = 1024;

  /// Tiles side by side that go down a block together: their parts of a row of C are one piece,
  /// which is fetched ahead, where one tile's would be waited for.
  private static final int GROUP = 4 * COLUMNS;

  /// An operand of fewer entries stays in cache as it lies. A is packed where at least so many
  /// columns use it again, B where at least so many rows do.
  private static final int SMALL = 8192;

  private static final int COLUMNS_TO_PACK = 64;
  private static final int ROWS_TO_PACK = 32;

  /// Multiply-adds that are worth waking a thread for.
  private static final long LARGE = 2_000_000;

  private VectorDoubleGemm() {}

  static void gemm(DoubleProduct p, Workspace w) {
    if (p.m <= 0 || p.n <= 0) return;
    if (p.k <= 0) scale(p);
    else if (p.n == 1) times(p, w);
    else if (p.m == 1) times(w.doubleTurned.transpose(p), w);
    else if (cost(p.n, p.m, p.k, p.cr, p.ar) < cost(p.m, p.n, p.k, p.cc, p.bc)) {
      share(w.doubleTurned.transpose(p), w);
    } else share(p, w);
  }

  private static void times(DoubleProduct p, Workspace w) {
    VectorDoubleGemv.gemv(
        p.m, p.k, p.alpha, p.a, p.ao, p.ar, p.ac, p.b, p.bo, p.br, p.beta, p.c, p.co, p.cr, w);
  }

  /// Symmetric products: the lower triangle, then its mirror. C is as good by columns.
  static void symmetric(DoubleProduct p, Workspace w) {
    int cr = p.cc == 1 ? p.cr : p.cc;
    int cc = p.cc == 1 ? p.cc : p.cr;
    p.c(p.c, p.co, cr, cc);
    if (p.n <= 0) return;
    if (p.k <= 0) scale(p);
    else share(p, w);
    ScalarDoubleGemm.mirror(p.n, p.c, p.co, cr, cc);
  }

  /// About how long a product takes, in multiply-adds: tiles are computed whole, entries of a C
  /// whose rows are scattered are written one by one, and so is a B that must be turned.
  private static long cost(int m, int n, int k, int cc, int bc) {
    long across = n <= L ? L : roundUp(n, COLUMNS);
    long tiles = roundUp(m, ROWS) * across * k;
    return tiles + (cc == 1 ? 0 : 2L * L * m * n) + (bc == 1 ? 0 : (long) L * k * n);
  }

  private static void share(DoubleProduct p, Workspace w) {
    boolean large = (long) p.m * p.n * p.k > LARGE;
    if (large && w.threads() > 1) w.doubleSplit.run(p, w.threads(), w.crew());
    else run(p, w);
  }

  static void run(DoubleProduct p, Workspace w) {
    if (Machine.BLAS.isPresent() && DoubleBlas.large(p) && DoubleBlas.takes(p)) {
      DoubleBlas.gemm(Machine.BLAS.get(), p);
    } else {
      blocks(p, w);
    }
  }

  private static void blocks(DoubleProduct p, Workspace w) {
    boolean packA = p.n >= (p.ac == 1 ? 512 : COLUMNS_TO_PACK) && (long) p.m * p.k > SMALL;
    boolean pays = (long) p.n * p.k > SMALL || (p.n >= COLUMNS && p.m >= 4 * p.k);
    boolean packB = p.bc != 1 || p.weighted || (p.m >= ROWS_TO_PACK && pays);
    if (p.beta != 0 && p.beta != 1) scale(p);
    int most = p.ac == 1 ? DEPTH : DEPTH_IN_COLUMNS;
    int rounds = (p.k + most - 1) / most;
    int depth = (p.k + rounds - 1) / rounds;
    int width = Math.min(WIDTH, roundUp(p.n, COLUMNS));
    double[] panelA = w.doubleA(packA ? roundUp(Math.min(HEIGHT, p.m), ROWS) * depth : 0);
    double[] panelB = w.doubleB(packB ? width * depth : 0);
    for (int j = 0; j < p.n; j += WIDTH) {
      int columns = Math.min(WIDTH, p.n - j);
      for (int q = 0; q < p.k; q += depth) {
        int k = Math.min(depth, p.k - q);
        if (packB) packB(p, j, columns, q, k, panelB);
        for (int i = 0; i < p.m; i += HEIGHT) {
          int rows = Math.min(HEIGHT, p.m - i);
          if (packA)
            DoublePanels.packA(rows, k, p.a, p.ao + i * p.ar + q * p.ac, p.ar, p.ac, panelA);
          block(p, i, rows, j, columns, q, k, packA ? panelA : null, packB ? panelB : null, w);
        }
      }
    }
  }

  private static void packB(DoubleProduct p, int j, int columns, int q, int k, double[] panel) {
    int bo = p.bo + q * p.br + j * p.bc;
    int dof = p.dof + q * p.ds;
    if (p.weighted && p.bc == 1) {
      DoublePanels.packWeighted(k, columns, p.b, bo, p.br, p.d, dof, p.ds, panel);
      return;
    }
    DoublePanels.packB(k, columns, p.b, bo, p.br, p.bc, COLUMNS, panel);
    if (p.weighted)
      for (int s = 0; s < columns; s += COLUMNS)
        DoublePanels.weigh(k, p.d, dof, p.ds, panel, s * k);
  }

  private static void block(
      DoubleProduct p,
      int i0,
      int rows,
      int j0,
      int columns,
      int q,
      int k,
      double[] pa,
      double[] pb,
      Workspace w) {
    double[] a = pa != null ? pa : p.a;
    double[] b = pb != null ? pb : p.b;
    int ar = pa != null ? 1 : p.ar;
    int ac = pa != null ? ROWS : p.ac;
    int br = pb != null ? COLUMNS : p.br;
    boolean adds = q > 0 || p.beta != 0;
    for (int g = 0; g < columns; g += GROUP) {
      int end = Math.min(columns, g + GROUP);
      for (int i = 0; i < rows; i += ROWS) {
        int high = Math.min(ROWS, rows - i);
        int ao = pa != null ? i * k : p.ao + (i0 + i) * p.ar + q * p.ac;
        for (int j = g; j < end; j += COLUMNS) {
          int wide = wide(p, i0 + i + high, j0 + j, columns - j);
          if (wide == 0) break;
          int bo = pb != null ? j * k : p.bo + q * p.br + (j0 + j);
          int co = p.co + (i0 + i) * p.cr + (j0 + j) * p.cc;
          boolean whole = high == ROWS && wide == COLUMNS;
          boolean straight = whole && p.cc == 1;
          double[] to = straight ? p.c : w.doubleTile(ROWS * COLUMNS);
          int at = straight ? co : 0;
          int step = straight ? p.cr : COLUMNS;
          double alpha = straight ? p.alpha : 1;
          boolean sums = straight && adds;
          if (!whole) edge(high, wide, k, a, ao, ar, ac, b, bo, br, to, w);
          else if (pb != null && pa != null)
            DoubleTiles.packed(k, alpha, a, ao, b, bo, sums, to, at, step);
          else if (pb != null && ac == 1)
            DoubleTiles.rows(k, alpha, a, ao, ar, b, bo, sums, to, at, step);
          else DoubleTiles.direct(k, alpha, a, ao, ar, ac, b, bo, br, sums, to, at, step);
          if (!straight)
            DoublePanels.scatter(
                high, wide, to, /* width= */ COLUMNS, p.alpha, adds, p.c, co, p.cr, p.cc);
        }
      }
    }
  }

  /// How many columns a tile has that ends before row `end`: of a triangle, by whole vectors, those
  /// up to the diagonal.
  private static int wide(DoubleProduct p, int end, int j, int columns) {
    int most = p.triangle ? p.first + end - j : COLUMNS;
    return most <= 0 ? 0 : Math.min(most <= L ? L : COLUMNS, columns);
  }

  private static void edge(
      int high,
      int wide,
      int k,
      double[] a,
      int ao,
      int ar,
      int ac,
      double[] b,
      int bo,
      int br,
      double[] tile,
      Workspace w) {
    int safe = DoubleEdges.safe(k, wide > L ? COLUMNS : L, b, bo, br);
    double[] panel = w.doubleEdge((k - safe) * COLUMNS);
    if (safe < k)
      DoublePanels.packB(k - safe, wide, b, bo + safe * br, br, 1, /* width= */ COLUMNS, panel);
    if (wide > L) {
      DoubleEdges.wide(high, k, safe, a, ao, ar, ac, b, bo, br, panel, tile);
    } else {
      DoubleEdges.narrow(high, k, safe, a, ao, ar, ac, b, bo, br, panel, tile);
    }
  }

  private static void scale(DoubleProduct p) {
    for (int i = 0; i < p.m; i++) {
      for (int j = 0; j < p.n; j++) {
        int at = p.co + i * p.cr + j * p.cc;
        p.c[at] = p.beta == 0 ? 0 : p.beta * p.c[at];
      }
    }
  }

  private static int roundUp(int n, int step) {
    return (n + step - 1) / step * step;
  }
}
