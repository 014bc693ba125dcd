package dev.jacobi.engine.kernel;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// [DoubleTiles] at the lower and right edges of C: 1 to 4 rows, columns under a mask. Rows that
/// are not there are computed as the last one again and not stored.
final class DoubleEdges {
  private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
  private static final int L = S.length();

  private DoubleEdges() {}

  private static void set(DoubleVector s, double alpha, double[] c, int at) {
    s.mul(alpha).intoArray(c, at);
  }

  private static void add(DoubleVector s, double alpha, double beta, double[] c, int at) {
    s.mul(alpha).add(fromArray(S, c, at).mul(beta)).intoArray(c, at);
  }

  private static void set(DoubleVector s, double alpha, double[] c, int at, VectorMask<Double> m) {
    s.mul(alpha).intoArray(c, at, m);
  }

  private static void add(
      DoubleVector s, double alpha, double beta, double[] c, int at, VectorMask<Double> m) {
    s.mul(alpha).add(fromArray(S, c, at, m).mul(beta)).intoArray(c, at, m);
  }

  /// More than one vector of columns: the second is masked.
  static void wide(
      int rows,
      int columns,
      int k,
      double alpha,
      double[] a,
      int ao,
      int ar,
      int ac,
      double[] b,
      int bo,
      int br,
      double beta,
      double[] c,
      int co,
      int cr) {
    VectorMask<Double> rest = S.indexInRange(L, columns);
    DoubleVector s0 = DoubleVector.zero(S), s1 = s0, s2 = s0, s3 = s0;
    DoubleVector t0 = s0, t1 = s0, t2 = s0, t3 = s0;
    int q0 = ao, q1 = ao + Math.min(1, rows - 1) * ar;
    int q2 = ao + Math.min(2, rows - 1) * ar, q3 = ao + Math.min(3, rows - 1) * ar;
    for (int p = 0; p < k; p++) {
      DoubleVector u = fromArray(S, b, bo);
      DoubleVector v = fromArray(S, b, bo + L, rest);
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
    if (beta == 0) {
      set(s0, alpha, c, co);
      set(t0, alpha, c, co + L, rest);
      if (rows > 1) set(s1, alpha, c, co + cr);
      if (rows > 1) set(t1, alpha, c, co + cr + L, rest);
      if (rows > 2) set(s2, alpha, c, co + 2 * cr);
      if (rows > 2) set(t2, alpha, c, co + 2 * cr + L, rest);
      if (rows > 3) set(s3, alpha, c, co + 3 * cr);
      if (rows > 3) set(t3, alpha, c, co + 3 * cr + L, rest);
    } else {
      add(s0, alpha, beta, c, co);
      add(t0, alpha, beta, c, co + L, rest);
      if (rows > 1) add(s1, alpha, beta, c, co + cr);
      if (rows > 1) add(t1, alpha, beta, c, co + cr + L, rest);
      if (rows > 2) add(s2, alpha, beta, c, co + 2 * cr);
      if (rows > 2) add(t2, alpha, beta, c, co + 2 * cr + L, rest);
      if (rows > 3) add(s3, alpha, beta, c, co + 3 * cr);
      if (rows > 3) add(t3, alpha, beta, c, co + 3 * cr + L, rest);
    }
  }

  /// At most one vector of columns, masked.
  static void narrow(
      int rows,
      int columns,
      int k,
      double alpha,
      double[] a,
      int ao,
      int ar,
      int ac,
      double[] b,
      int bo,
      int br,
      double beta,
      double[] c,
      int co,
      int cr) {
    VectorMask<Double> rest = S.indexInRange(0, columns);
    DoubleVector s0 = DoubleVector.zero(S), s1 = s0, s2 = s0, s3 = s0;
    int q0 = ao, q1 = ao + Math.min(1, rows - 1) * ar;
    int q2 = ao + Math.min(2, rows - 1) * ar, q3 = ao + Math.min(3, rows - 1) * ar;
    for (int p = 0; p < k; p++) {
      DoubleVector u = fromArray(S, b, bo, rest);
      DoubleVector x = broadcast(S, a[q0]);
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
      bo += br;
    }
    if (beta == 0) {
      set(s0, alpha, c, co, rest);
      if (rows > 1) set(s1, alpha, c, co + cr, rest);
      if (rows > 2) set(s2, alpha, c, co + 2 * cr, rest);
      if (rows > 3) set(s3, alpha, c, co + 3 * cr, rest);
    } else {
      add(s0, alpha, beta, c, co, rest);
      if (rows > 1) add(s1, alpha, beta, c, co + cr, rest);
      if (rows > 2) add(s2, alpha, beta, c, co + 2 * cr, rest);
      if (rows > 3) add(s3, alpha, beta, c, co + 3 * cr, rest);
    }
  }
}
