package dev.jacobi.engine.kernel;

/// Functions of a whole square matrix, by elimination with partial pivoting in doubles.
public final class DoubleSquare {
  private DoubleSquare() {}

  /// `Y ← X⁻¹`, both n × n without gaps. Not finite where X has no inverse.
  public static void inverse(int n, double[] x, int xo, double[] y, int yo, Workspace w) {
    double[] lu = w.doubleA(2 * n * n);
    for (int q = 0; q < n * n; q++) {
      lu[q] = x[xo + q];
      lu[n * n + q] = q / n == q % n ? 1 : 0;
    }
    Elimination.reduce(n, lu, n * n, n);
    Elimination.solve(n, lu, n * n, n);
    for (int q = 0; q < n * n; q++) y[yo + q] = lu[n * n + q];
  }

  /// `y[0] ← det X`.
  public static void determinant(int n, double[] x, int xo, double[] y, int yo, Workspace w) {
    double[] lu = w.doubleA(n * n);
    for (int q = 0; q < n * n; q++) lu[q] = x[xo + q];
    double sign = Elimination.reduce(n, lu, n * n, 0);
    for (int i = 0; i < n; i++) sign *= lu[i * n + i];
    y[yo] = sign;
  }

  /// `y[0] ← log |det X|`.
  public static void logAbsDeterminant(int n, double[] x, int xo, double[] y, int yo, Workspace w) {
    double[] lu = w.doubleA(n * n);
    for (int q = 0; q < n * n; q++) lu[q] = x[xo + q];
    Elimination.reduce(n, lu, n * n, 0);
    double sum = 0;
    for (int i = 0; i < n; i++) sum += Math.log(Math.abs(lu[i * n + i]));
    y[yo] = sum;
  }
}
