package dev.jacobi.engine.kernel;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// The innermost loops of a product: 4 rows of two vectors of C stay in registers while k runs.
/// Eight sums hide the latency of two multiply-add units; with 6 or 8 rows this compiler runs out
/// of registers on AVX2 and falls to a third. Sums run over k in order, whatever the tile, so that
/// an entry of C has the same bits wherever it stands.
///
/// There is one way to leave a loop, and a short one: `C ← alpha sum + C`, or the same with nothing
/// for C. What is longer is more than the compiler inlines: it makes objects of the sums then.
final class DoubleTiles {
  static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
  static final int L = S.length();
  static final int ROWS = 4;
  static final int COLUMNS = 2 * L;

  private DoubleTiles() {}

  /// What is added to where nothing is wanted of C: no number changes by it.
  private static final double[] NOTHING = nothing();

  private static double[] nothing() {
    var all = new double[ROWS * COLUMNS];
    Arrays.fill(all, -0.0);
    return all;
  }

  private static void add(
      DoubleVector s, DoubleVector alpha, double[] x, int from, double[] c, int at) {
    s.fma(alpha, fromArray(S, x, from)).intoArray(c, at);
  }

  /// Of packed panels: `a` in slivers of 4 rows, `b` in slivers of two vectors.
  static void packed(
      int k,
      double alpha,
      double[] a,
      int ao,
      double[] b,
      int bo,
      boolean adds,
      double[] c,
      int co,
      int cr) {
    DoubleVector s0 = DoubleVector.zero(S), s1 = s0, s2 = s0, s3 = s0;
    DoubleVector t0 = s0, t1 = s0, t2 = s0, t3 = s0;
    for (int p = 0; p < k; p++) {
      int q = ao + p * ROWS;
      int r = bo + p * COLUMNS;
      DoubleVector u = fromArray(S, b, r);
      DoubleVector v = fromArray(S, b, r + L);
      DoubleVector x = broadcast(S, a[q]);
      s0 = x.fma(u, s0);
      t0 = x.fma(v, t0);
      x = broadcast(S, a[q + 1]);
      s1 = x.fma(u, s1);
      t1 = x.fma(v, t1);
      x = broadcast(S, a[q + 2]);
      s2 = x.fma(u, s2);
      t2 = x.fma(v, t2);
      x = broadcast(S, a[q + 3]);
      s3 = x.fma(u, s3);
      t3 = x.fma(v, t3);
    }
    double[] x = adds ? c : NOTHING;
    int from = adds ? co : 0;
    int xr = adds ? cr : COLUMNS;
    DoubleVector y = broadcast(S, alpha);
    add(s0, y, x, from, c, co);
    add(t0, y, x, from + L, c, co + L);
    add(s1, y, x, from + xr, c, co + cr);
    add(t1, y, x, from + xr + L, c, co + cr + L);
    add(s2, y, x, from + 2 * xr, c, co + 2 * cr);
    add(t2, y, x, from + 2 * xr + L, c, co + 2 * cr + L);
    add(s3, y, x, from + 3 * xr, c, co + 3 * cr);
    add(t3, y, x, from + 3 * xr + L, c, co + 3 * cr + L);
  }

  /// Of rows of A that lie in one piece each, and a packed `b`.
  static void rows(
      int k,
      double alpha,
      double[] a,
      int ao,
      int ar,
      double[] b,
      int bo,
      boolean adds,
      double[] c,
      int co,
      int cr) {
    DoubleVector s0 = DoubleVector.zero(S), s1 = s0, s2 = s0, s3 = s0;
    DoubleVector t0 = s0, t1 = s0, t2 = s0, t3 = s0;
    int q1 = ao + ar, q2 = q1 + ar, q3 = q2 + ar;
    for (int p = 0; p < k; p++) {
      int r = bo + p * COLUMNS;
      DoubleVector u = fromArray(S, b, r);
      DoubleVector v = fromArray(S, b, r + L);
      DoubleVector x = broadcast(S, a[ao + p]);
      s0 = x.fma(u, s0);
      t0 = x.fma(v, t0);
      x = broadcast(S, a[q1 + p]);
      s1 = x.fma(u, s1);
      t1 = x.fma(v, t1);
      x = broadcast(S, a[q2 + p]);
      s2 = x.fma(u, s2);
      t2 = x.fma(v, t2);
      x = broadcast(S, a[q3 + p]);
      s3 = x.fma(u, s3);
      t3 = x.fma(v, t3);
    }
    double[] x = adds ? c : NOTHING;
    int from = adds ? co : 0;
    int xr = adds ? cr : COLUMNS;
    DoubleVector y = broadcast(S, alpha);
    add(s0, y, x, from, c, co);
    add(t0, y, x, from + L, c, co + L);
    add(s1, y, x, from + xr, c, co + cr);
    add(t1, y, x, from + xr + L, c, co + cr + L);
    add(s2, y, x, from + 2 * xr, c, co + 2 * cr);
    add(t2, y, x, from + 2 * xr + L, c, co + 2 * cr + L);
    add(s3, y, x, from + 3 * xr, c, co + 3 * cr);
    add(t3, y, x, from + 3 * xr + L, c, co + 3 * cr + L);
  }

  /// Of operands where they lie; a row of B lies in one piece.
  static void direct(
      int k,
      double alpha,
      double[] a,
      int ao,
      int ar,
      int ac,
      double[] b,
      int bo,
      int br,
      boolean adds,
      double[] c,
      int co,
      int cr) {
    DoubleVector s0 = DoubleVector.zero(S), s1 = s0, s2 = s0, s3 = s0;
    DoubleVector t0 = s0, t1 = s0, t2 = s0, t3 = s0;
    int q0 = ao, q1 = ao + ar, q2 = ao + 2 * ar, q3 = ao + 3 * ar;
    for (int p = 0; p < k; p++) {
      DoubleVector u = fromArray(S, b, bo);
      DoubleVector v = fromArray(S, b, bo + L);
      DoubleVector x = broadcast(S, a[q0]);
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
      bo += br;
    }
    double[] x = adds ? c : NOTHING;
    int from = adds ? co : 0;
    int xr = adds ? cr : COLUMNS;
    DoubleVector y = broadcast(S, alpha);
    add(s0, y, x, from, c, co);
    add(t0, y, x, from + L, c, co + L);
    add(s1, y, x, from + xr, c, co + cr);
    add(t1, y, x, from + xr + L, c, co + cr + L);
    add(s2, y, x, from + 2 * xr, c, co + 2 * cr);
    add(t2, y, x, from + 2 * xr + L, c, co + 2 * cr + L);
    add(s3, y, x, from + 3 * xr, c, co + 3 * cr);
    add(t3, y, x, from + 3 * xr + L, c, co + 3 * cr + L);
  }
}
