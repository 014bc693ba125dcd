package dev.jacobi.engine.kernel;

/// Functions of a whole square matrix, all of one factorisation: `factor` leaves `P X = L U` in n ×
/// n numbers, and the exchanged rows in n more behind them.
public final class FloatSquare {
  private FloatSquare() {}

  /// Factors X, n × n without gaps.
  public static void factor(int n, float[] x, int xo, float[] lu, int lo, Workspace w) {
    System.arraycopy(x, xo, lu, lo, n * n);
    int[] pivots = w.rows(n);
    FloatLu.factor(n, lu, lo, n, pivots, 0, w);
    for (int i = 0; i < n; i++) lu[lo + n * n + i] = pivots[i];
  }

  private static int[] pivots(int n, float[] lu, int lo, Workspace w) {
    int[] pivots = w.rows(n);
    for (int i = 0; i < n; i++) pivots[i] = (int) lu[lo + n * n + i];
    return pivots;
  }

  /// `Y ← X⁻¹`. Not finite where X has no inverse.
  public static void inverse(int n, float[] lu, int lo, float[] y, int yo, Workspace w) {
    FloatLu.inverse(n, lu, lo, n, pivots(n, lu, lo, w), 0, y, yo, n);
  }

  /// `y[0] ← det X`.
  public static void determinant(int n, float[] lu, int lo, float[] y, int yo, Workspace w) {
    y[yo] = FloatLu.det(n, lu, lo, n, pivots(n, lu, lo, w), 0);
  }

  /// `y[0] ← log |det X|`.
  public static void logAbsDeterminant(int n, float[] lu, int lo, float[] y, int yo, Workspace w) {
    y[yo] = FloatLu.logAbsDet(n, lu, lo, n);
  }

  /// `Y ← X⁻¹ B`: B is n × t with the strides `br` and `bc`, Y is n × t without gaps.
  public static void solve(
      int n,
      int t,
      float[] lu,
      int lo,
      float[] b,
      int bo,
      int br,
      int bc,
      float[] y,
      int yo,
      Workspace w) {
    FloatRows.copy(n, t, b, bo, br, bc, y, yo, t, 1);
    FloatLu.solve(n, t, lu, lo, n, pivots(n, lu, lo, w), 0, y, yo, t);
  }

  /// `Y ← (X')⁻¹ B`, as in [#solve].
  public static void solveTransposed(
      int n,
      int t,
      float[] lu,
      int lo,
      float[] b,
      int bo,
      int br,
      int bc,
      float[] y,
      int yo,
      Workspace w) {
    FloatRows.copy(n, t, b, bo, br, bc, y, yo, t, 1);
    FloatLu.solveTransposed(n, t, lu, lo, n, pivots(n, lu, lo, w), 0, y, yo, t);
  }
}
