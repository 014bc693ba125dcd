package dev.jacobi.engine.kernel;

/// `P A = L U` with partial pivoting, in place of A: n × n, entries of a row are neighbours, rows
/// are `ar` apart. L is below the diagonal, its own diagonal 1; `pivots[po + i]` is the row that
/// was exchanged with row i.
public final class FloatLu {
  private static final int BLOCK = 32;

  private FloatLu() {}

  /// Factors A in place. The answer is 0, or the number from 1 of the first column without a pivot:
  /// A is singular then, and U has a zero there.
  public static int factor(int n, float[] a, int ao, int ar, int[] pivots, int po, Workspace w) {
    int singular = 0;
    for (int k = 0; k < n; k += BLOCK) {
      int width = Math.min(BLOCK, n - k);
      int bad = panel(n, k, width, a, ao, ar, pivots, po);
      if (singular == 0) singular = bad;
      int rest = n - k - width;
      if (rest == 0) break;
      int right = ao + k * ar + k + width;
      FloatTriangle.lower(width, rest, true, a, ao + k * ar + k, ar, a, right, ar);
      int below = ao + (k + width) * ar + k;
      FloatGemm.gemm(
          rest, rest, width, -1, a, below, ar, 1, a, right, ar, 1, 1, a, below + width, ar, 1, w);
    }
    return singular;
  }

  /// Columns k to k + width, all rows from k on; rows are exchanged whole.
  private static int panel(
      int n, int k, int width, float[] a, int ao, int ar, int[] pivots, int po) {
    int singular = 0;
    for (int j = k; j < k + width; j++) {
      int top = pivot(n, j, a, ao, ar);
      pivots[po + j] = top;
      if (top != j) exchange(n, a, ao + j * ar, a, ao + top * ar);
      float head = a[ao + j * ar + j];
      if (head == 0) {
        if (singular == 0) singular = j + 1;
        continue;
      }
      int some = k + width - j - 1;
      for (int i = j + 1; i < n; i++) {
        float s = a[ao + i * ar + j] / head;
        a[ao + i * ar + j] = s;
        FloatZip.axpy(some, -s, a, ao + j * ar + j + 1, a, ao + i * ar + j + 1);
      }
    }
    return singular;
  }

  private static int pivot(int n, int j, float[] a, int ao, int ar) {
    int top = j;
    for (int i = j + 1; i < n; i++) {
      if (Math.abs(a[ao + i * ar + j]) > Math.abs(a[ao + top * ar + j])) top = i;
    }
    return top;
  }

  private static void exchange(int n, float[] a, int x, float[] b, int y) {
    for (int j = 0; j < n; j++) {
      float t = a[x + j];
      a[x + j] = b[y + j];
      b[y + j] = t;
    }
  }

  /// `X ← A⁻¹ B` in place of B, n × t, rows `br` apart.
  public static void solve(
      int n, int t, float[] lu, int ao, int ar, int[] pivots, int po, float[] b, int bo, int br) {
    for (int i = 0; i < n; i++) {
      int other = pivots[po + i];
      if (other != i) exchange(t, b, bo + i * br, b, bo + other * br);
    }
    FloatTriangle.lower(n, t, true, lu, ao, ar, b, bo, br);
    FloatTriangle.upper(n, t, lu, ao, ar, b, bo, br);
  }

  /// `X ← (A')⁻¹ B` in place of B, n × t, rows `br` apart.
  public static void solveTransposed(
      int n, int t, float[] lu, int ao, int ar, int[] pivots, int po, float[] b, int bo, int br) {
    FloatTriangle.upperTransposed(n, t, lu, ao, ar, b, bo, br);
    FloatTriangle.lowerTransposed(n, t, true, lu, ao, ar, b, bo, br);
    for (int i = n - 1; i >= 0; i--) {
      int other = pivots[po + i];
      if (other != i) exchange(t, b, bo + i * br, b, bo + other * br);
    }
  }

  /// `A⁻¹` into another array.
  public static void inverse(
      int n, float[] lu, int ao, int ar, int[] pivots, int po, float[] b, int bo, int br) {
    FloatTriangle.identity(n, b, bo, br);
    solve(n, n, lu, ao, ar, pivots, po, b, bo, br);
  }

  /// det A, which may overflow; see [#logAbsDet].
  public static float det(int n, float[] lu, int ao, int ar, int[] pivots, int po) {
    float det = 1;
    for (int i = 0; i < n; i++) {
      det *= lu[ao + i * ar + i];
      if (pivots[po + i] != i) det = -det;
    }
    return det;
  }

  /// log |det A|: −∞ of a singular one.
  public static float logAbsDet(int n, float[] lu, int ao, int ar) {
    double sum = 0;
    for (int i = 0; i < n; i++) sum += Math.log(Math.abs(lu[ao + i * ar + i]));
    return (float) sum;
  }

  /// The sign of det A: −1, 0 or 1.
  public static int signDet(int n, float[] lu, int ao, int ar, int[] pivots, int po) {
    int sign = 1;
    for (int i = 0; i < n; i++) {
      float u = lu[ao + i * ar + i];
      sign *= u > 0 ? 1 : u < 0 ? -1 : 0;
      if (pivots[po + i] != i) sign = -sign;
    }
    return sign;
  }
}
