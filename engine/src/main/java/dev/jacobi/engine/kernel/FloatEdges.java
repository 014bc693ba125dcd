package dev.jacobi.engine.kernel;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// [FloatTiles] at the lower and right edges of C: a tile of its own, of which only a part is C's.
/// Rows that are not there are computed as the last one again.
///
/// Whole vectors of B are read, beyond its columns. The last rows, where that would be beyond the
/// array, come from a panel. A load or store under a mask is so much code that the compiler stops
/// inlining, and makes objects of vectors.
final class FloatEdges {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int L = S.length();
  private static final int COLUMNS = 2 * L;

  private FloatEdges() {}

  /// How many of k rows of B, `br` apart from `bo`, can be read by `width` entries each.
  static int safe(int k, int width, float[] b, int bo, int br) {
    int room = b.length - width - bo;
    if (room < 0) return 0;
    return br == 0 ? k : Math.min(k, room / br + 1);
  }

  /// More than one vector of columns. Rows of B from `safe` on are those of the panel.
  static void wide(
      int rows,
      int k,
      int safe,
      float[] a,
      int ao,
      int ar,
      int ac,
      float[] b,
      int bo,
      int br,
      float[] panel,
      float[] tile) {
    FloatVector s0 = FloatVector.zero(S), s1 = s0, s2 = s0, s3 = s0;
    FloatVector t0 = s0, t1 = s0, t2 = s0, t3 = s0;
    int q0 = ao, q1 = ao + Math.min(1, rows - 1) * ar;
    int q2 = ao + Math.min(2, rows - 1) * ar, q3 = ao + Math.min(3, rows - 1) * ar;
    float[] from = b;
    int at = bo;
    int step = br;
    for (int p = 0, end = safe; p < k; end = k, from = panel, at = 0, step = COLUMNS) {
      for (; p < end; p++) {
        FloatVector u = fromArray(S, from, at);
        FloatVector v = fromArray(S, from, at + L);
        FloatVector x = broadcast(S, a[q0]);
        s0 = x.fma(u, s0);
        t0 = x.fma(v, t0);
        x = broadcast(S, a[q1]);
        s1 = x.fma(u, s1);
        t1 = x.fma(v, t1);
        x = broadcast(S, a[q2]);
        s2 = x.fma(u, s2);
        t2 = x.fma(v, t2);
        x = broadcast(S, a[q3]);
        s3 = x.fma(u, s3);
        t3 = x.fma(v, t3);
        q0 += ac;
        q1 += ac;
        q2 += ac;
        q3 += ac;
        at += step;
      }
    }
    s0.intoArray(tile, 0);
    t0.intoArray(tile, L);
    s1.intoArray(tile, COLUMNS);
    t1.intoArray(tile, COLUMNS + L);
    s2.intoArray(tile, 2 * COLUMNS);
    t2.intoArray(tile, 2 * COLUMNS + L);
    s3.intoArray(tile, 3 * COLUMNS);
    t3.intoArray(tile, 3 * COLUMNS + L);
  }

  /// At most one vector of columns.
  static void narrow(
      int rows,
      int k,
      int safe,
      float[] a,
      int ao,
      int ar,
      int ac,
      float[] b,
      int bo,
      int br,
      float[] panel,
      float[] tile) {
    FloatVector s0 = FloatVector.zero(S), s1 = s0, s2 = s0, s3 = s0;
    int q0 = ao, q1 = ao + Math.min(1, rows - 1) * ar;
    int q2 = ao + Math.min(2, rows - 1) * ar, q3 = ao + Math.min(3, rows - 1) * ar;
    float[] from = b;
    int at = bo;
    int step = br;
    for (int p = 0, end = safe; p < k; end = k, from = panel, at = 0, step = COLUMNS) {
      for (; p < end; p++) {
        FloatVector u = fromArray(S, from, at);
        FloatVector x = broadcast(S, a[q0]);
        s0 = x.fma(u, s0);
        x = broadcast(S, a[q1]);
        s1 = x.fma(u, s1);
        x = broadcast(S, a[q2]);
        s2 = x.fma(u, s2);
        x = broadcast(S, a[q3]);
        s3 = x.fma(u, s3);
        q0 += ac;
        q1 += ac;
        q2 += ac;
        q3 += ac;
        at += step;
      }
    }
    s0.intoArray(tile, 0);
    s1.intoArray(tile, COLUMNS);
    s2.intoArray(tile, 2 * COLUMNS);
    s3.intoArray(tile, 3 * COLUMNS);
  }
}
