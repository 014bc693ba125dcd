package dev.jacobi.engine.kernel;

/// `A = L L'` for a symmetric positive definite A, in place: n × n, entries of a row are
/// neighbours, rows are `ar` apart. The lower triangle is read and becomes L; what stands above it
/// is lost.
public final class FloatCholesky {
  private static final int BLOCK = 48;

  private FloatCholesky() {}

  /// Factors A in place. The answer is 0, or the number from 1 of the first row whose pivot is not
  /// positive: A is not positive definite then, and L is unfinished.
  public static int factor(int n, float[] a, int ao, int ar, Workspace w) {
    for (int k = 0; k < n; k += BLOCK) {
      int width = Math.min(BLOCK, n - k);
      int corner = ao + k * ar + k;
      int bad = rows(width, n - k, a, corner, ar);
      if (bad > 0) return k + bad;
      int rest = n - k - width;
      int below = corner + width * ar;
      FloatGemm.gram(rest, width, -1, a, below, 1, ar, 1, a, below + width, ar, 1, w);
    }
    return 0;
  }

  /// The first `width` columns of L, for `n` rows.
  private static int rows(int width, int n, float[] a, int ao, int ar) {
    for (int i = 0; i < n; i++) {
      int row = ao + i * ar;
      for (int j = 0; j < Math.min(i, width); j++) {
        float sum = a[row + j] - FloatReduce.dot(j, a, row, a, ao + j * ar);
        a[row + j] = sum / a[ao + j * ar + j];
      }
      if (i < width) {
        float square = a[row + i] - FloatReduce.dot(i, a, row, a, row);
        if (!(square > 0)) return i + 1;
        a[row + i] = (float) Math.sqrt(square);
      }
    }
    return 0;
  }

  /// `X ← A⁻¹ B` in place of B, n × t, rows `br` apart.
  public static void solve(int n, int t, float[] l, int ao, int ar, float[] b, int bo, int br) {
    FloatTriangle.lower(n, t, false, l, ao, ar, b, bo, br);
    FloatTriangle.lowerTransposed(n, t, false, l, ao, ar, b, bo, br);
  }

  /// `A⁻¹` into another array.
  public static void inverse(int n, float[] l, int ao, int ar, float[] b, int bo, int br) {
    FloatTriangle.identity(n, b, bo, br);
    solve(n, n, l, ao, ar, b, bo, br);
  }

  /// log det A.
  public static float logDet(int n, float[] l, int ao, int ar) {
    double sum = 0;
    for (int i = 0; i < n; i++) sum += Math.log(l[ao + i * ar + i]);
    sum *= 2;
    return (float) sum;
  }
}
