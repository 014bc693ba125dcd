package dev.jacobi.engine.kernel;

/// Functions of a whole square matrix, all of one factorisation: `factor` leaves `P X = L U` in n ×
/// n numbers, and the exchanged rows in n more behind them.
public final class DoubleSquare {
  private DoubleSquare() {}

  /// Factors X, n × n without gaps.
  public static void factor(int n, double[] x, int xo, double[] lu, int lo, Workspace w) {
    System.arraycopy(x, xo, lu, lo, n * n);
    int[] pivots = w.rows(n);
    DoubleLu.factor(n, lu, lo, n, pivots, 0, w);
    for (int i = 0; i < n; i++) lu[lo + n * n + i] = pivots[i];
  }

  private static int[] pivots(int n, double[] lu, int lo, Workspace w) {
    int[] pivots = w.rows(n);
    for (int i = 0; i < n; i++) pivots[i] = (int) lu[lo + n * n + i];
    return pivots;
  }

  /// `Y ← X⁻¹`. Not finite where X has no inverse.
  public static void inverse(int n, double[] lu, int lo, double[] y, int yo, Workspace w) {
    DoubleLu.inverse(n, lu, lo, n, pivots(n, lu, lo, w), 0, y, yo, n);
  }

  /// `y[0] ← det X`.
  public static void determinant(int n, double[] lu, int lo, double[] y, int yo, Workspace w) {
    y[yo] = DoubleLu.det(n, lu, lo, n, pivots(n, lu, lo, w), 0);
  }

  /// `y[0] ← log |det X|`.
  public static void logAbsDeterminant(
      int n, double[] lu, int lo, double[] y, int yo, Workspace w) {
    y[yo] = DoubleLu.logAbsDet(n, lu, lo, n);
  }

  /// `Y ← X⁻¹ B`: B is n × t with the strides `br` and `bc`, Y is n × t without gaps.
  public static void solve(
      int n,
      int t,
      double[] lu,
      int lo,
      double[] b,
      int bo,
      int br,
      int bc,
      double[] y,
      int yo,
      Workspace w) {
    DoubleRows.copy(n, t, b, bo, br, bc, y, yo, t, 1);
    DoubleLu.solve(n, t, lu, lo, n, pivots(n, lu, lo, w), 0, y, yo, t);
  }

  /// `Y ← (X')⁻¹ B`, as in [#solve].
  public static void solveTransposed(
      int n,
      int t,
      double[] lu,
      int lo,
      double[] b,
      int bo,
      int br,
      int bc,
      double[] y,
      int yo,
      Workspace w) {
    DoubleRows.copy(n, t, b, bo, br, bc, y, yo, t, 1);
    DoubleLu.solveTransposed(n, t, lu, lo, n, pivots(n, lu, lo, w), 0, y, yo, t);
  }
}
