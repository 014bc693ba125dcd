package dev.jacobi.engine.kernel;

/// A matrix of m × n by its rows. Within a row entries are neighbours; rows are `xr`, `yr` apart.
/// The result may be written over the argument of the same shape.
public final class FloatRows {
  private FloatRows() {}

  /// `y[i] ← alpha Σ_j x[i,j] + beta y[i]`.
  public static void sumRows(
      int m, int n, float alpha, float[] x, int xo, int xr, float beta, float[] y, int yo) {
    for (int i = 0; i < m; i++) {
      float sum = alpha * FloatReduce.sum(n, x, xo + i * xr);
      y[yo + i] = beta == 0 ? sum : sum + beta * y[yo + i];
    }
  }

  /// `y[j] ← alpha Σ_i x[i,j] + beta y[j]`: rows in order.
  public static void sumColumns(
      int m, int n, float alpha, float[] x, int xo, int xr, float beta, float[] y, int yo) {
    if (beta == 0) FloatZip.fill(n, 0, y, yo);
    else if (beta != 1) FloatZip.scale(n, beta, y, yo, y, yo);
    for (int i = 0; i < m; i++) FloatZip.axpy(n, alpha, x, xo + i * xr, y, yo);
  }

  /// `y[i] ← max_j x[i,j]`.
  public static void maxRows(int m, int n, float[] x, int xo, int xr, float[] y, int yo) {
    for (int i = 0; i < m; i++) y[yo + i] = FloatReduce.max(n, x, xo + i * xr);
  }

  /// `y[j] ← max_i x[i,j]`.
  public static void maxColumns(int m, int n, float[] x, int xo, int xr, float[] y, int yo) {
    FloatZip.fill(n, Float.NEGATIVE_INFINITY, y, yo);
    for (int i = 0; i < m; i++) FloatZip.max(n, x, xo + i * xr, y, yo, y, yo);
  }

  /// `y[i,j] ← x[i,j] + b[j]`: the same row to each.
  public static void addRow(
      int m, int n, float[] x, int xo, int xr, float[] b, int bo, float[] y, int yo, int yr) {
    for (int i = 0; i < m; i++) FloatZip.add(n, x, xo + i * xr, b, bo, y, yo + i * yr);
  }

  /// `y[i,j] ← x[i,j] + b[i]`: the same column to each.
  public static void addColumn(
      int m, int n, float[] x, int xo, int xr, float[] b, int bo, float[] y, int yo, int yr) {
    for (int i = 0; i < m; i++) FloatZip.addScalar(n, b[bo + i], x, xo + i * xr, y, yo + i * yr);
  }

  /// `y[i,j] ← x[i,j] d[j]`, that is X diag(d).
  public static void scaleColumns(
      int m, int n, float[] x, int xo, int xr, float[] d, int dof, float[] y, int yo, int yr) {
    for (int i = 0; i < m; i++) FloatZip.multiply(n, x, xo + i * xr, d, dof, y, yo + i * yr);
  }

  /// `y[i,j] ← d[i] x[i,j]`, that is diag(d) X.
  public static void scaleRows(
      int m, int n, float[] x, int xo, int xr, float[] d, int dof, float[] y, int yo, int yr) {
    for (int i = 0; i < m; i++) FloatZip.scale(n, d[dof + i], x, xo + i * xr, y, yo + i * yr);
  }

  /// `y[i] ← log Σ_j exp x[i,j]`. Less than a vector stands in a tile, with −∞ beside it.
  public static void logSumExp(
      int m, int n, float[] x, int xo, int xr, float[] y, int yo, Workspace w) {
    boolean few = isFew(n);
    int width = few ? FloatTiles.L : n;
    float[] from = few ? tile(w) : x;
    for (int i = 0; i < m; i++) {
      if (few) FloatZip.copy(n, x, xo + i * xr, from, 0);
      y[yo + i] = FloatReduce.logSumExp(width, from, few ? 0 : xo + i * xr);
    }
  }

  /// `y[i,j] ← exp(x[i,j] − l[i])`, l the log of the row's sum of exponentials. Likewise: there is
  /// one call for rows of any length, since two of so long a function are not both inlined.
  public static void softmax(
      int m, int n, float[] x, int xo, int xr, float[] y, int yo, int yr, Workspace w) {
    boolean few = isFew(n);
    int width = few ? FloatTiles.L : n;
    float[] from = few ? tile(w) : x;
    float[] to = few ? from : y;
    for (int i = 0; i < m; i++) {
      int at = few ? 0 : xo + i * xr;
      int there = few ? width : yo + i * yr;
      if (few) FloatZip.copy(n, x, xo + i * xr, from, 0);
      if (Machine.VECTOR) VectorFloatReduce.softmax(width, from, at, to, there);
      else ScalarFloatReduce.softmax(width, from, at, to, there);
      if (few) FloatZip.copy(n, to, there, y, yo + i * yr);
    }
  }

  private static boolean isFew(int n) {
    return Machine.VECTOR && n < FloatTiles.L;
  }

  private static float[] tile(Workspace w) {
    float[] tile = w.floatTile(2 * FloatTiles.L);
    FloatZip.fill(FloatTiles.L, Float.NEGATIVE_INFINITY, tile, 0);
    return tile;
  }

  /// `y[i,j] ← x[i,j] − l[i]`, l the log of the row's sum of exponentials.
  public static void logSoftmax(
      int m, int n, float[] x, int xo, int xr, float[] y, int yo, int yr) {
    for (int i = 0; i < m; i++) {
      float top = FloatReduce.max(n, x, xo + i * xr);
      float log = Scalar.log(FloatReduce.sumExp(n, top, x, xo + i * xr));
      if (Machine.VECTOR) {
        VectorFloatReduce.subtractTwice(n, top, log, x, xo + i * xr, y, yo + i * yr);
      } else {
        ScalarFloatReduce.subtractTwice(n, top, log, x, xo + i * xr, y, yo + i * yr);
      }
    }
  }

  /// The adjoint of a softmax's argument: `z[i,j] ← y[i,j] (x[i,j] − Σ_k x[i,k] y[i,k])`, y the
  /// softmax and x the adjoint of it.
  public static void softmaxAdjoint(
      int m,
      int n,
      float[] x,
      int xo,
      int xr,
      float[] y,
      int yo,
      int yr,
      float[] z,
      int zo,
      int zr) {
    for (int i = 0; i < m; i++) {
      float mean = FloatReduce.dot(n, x, xo + i * xr, y, yo + i * yr);
      int xq = xo + i * xr;
      int yq = yo + i * yr;
      int zq = zo + i * zr;
      if (Machine.VECTOR) VectorFloatReduce.centredProduct(n, mean, x, xq, y, yq, z, zq);
      else ScalarFloatReduce.centredProduct(n, mean, x, xq, y, yq, z, zq);
    }
  }

  /// `y[i,j] ← x[i,j]` between any two layouts.
  public static void copy(
      int m, int n, float[] x, int xo, int xr, int xc, float[] y, int yo, int yr, int yc) {
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) y[yo + i * yr + j * yc] = x[xo + i * xr + j * xc];
    }
  }
}
