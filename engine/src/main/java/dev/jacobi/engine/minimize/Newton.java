package dev.jacobi.engine.minimize;

/// Newton's method with the exact Hessian. Where that is not positive definite, the least multiple
/// of the identity found by doubling is added.
///
/// Source: Nocedal and Wright, "Numerical Optimization", 2nd edition, algorithm 3.3.
public final class Newton extends Descent {
  private static final double LEAST = 1e-3;

  @Override
  void direction(Objective f, double[] x, double[] gradient, double[] d) {
    double[][] h = f.hessian(x);
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int q = 0; q < h.length; q++) {
      least = Math.min(least, h[q][q]);
      most = Math.max(most, Math.abs(h[q][q]));
    }
    double scale = Math.max(most, 1e-300);
    double shift = least > 0 ? 0 : -least + LEAST * scale;
    double[][] factor = new double[h.length][h.length];
    while (!factorise(h, shift, factor)) {
      shift = Math.max(2 * shift, LEAST * scale);
      if (!(shift < 1e12 * scale)) {
        for (int q = 0; q < d.length; q++) d[q] = -gradient[q];
        return;
      }
    }
    solve(factor, gradient, d);
  }

  /// `L L' = H + shift I`; false where that is not positive definite, or barely.
  private static boolean factorise(double[][] h, double shift, double[][] l) {
    for (int i = 0; i < h.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = h[i][j] + (i == j ? shift : 0);
        for (int k = 0; k < j; k++) sum -= l[i][k] * l[j][k];
        if (i != j) l[i][j] = sum / l[j][j];
        else if (sum > 1e-13 * Math.abs(h[i][i] + shift)) l[i][i] = Math.sqrt(sum);
        else return false;
      }
    }
    return true;
  }

  /// `L L' d = -g`.
  private static void solve(double[][] l, double[] g, double[] d) {
    int n = d.length;
    for (int i = 0; i < n; i++) {
      double sum = -g[i];
      for (int k = 0; k < i; k++) sum -= l[i][k] * d[k];
      d[i] = sum / l[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      double sum = d[i];
      for (int k = i + 1; k < n; k++) sum -= l[k][i] * d[k];
      d[i] = sum / l[i][i];
    }
  }

  @Override
  void moved(double[] s, double[] y) {}

  @Override
  double first(double[] gradient) {
    return 1;
  }
}
