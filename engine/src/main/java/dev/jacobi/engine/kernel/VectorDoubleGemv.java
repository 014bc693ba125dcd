package dev.jacobi.engine.kernel;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// The vector twin of [DoubleGemm#gemv] and [DoubleGemm#outer]: along the rows of A where these lie
/// in one piece, else along its columns; a matrix of neither kind goes to the scalar twin.
final class VectorDoubleGemv {
  private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
  private static final int L = S.length();

  private VectorDoubleGemv() {}

  static void gemv(
      int m,
      int n,
      double alpha,
      double[] a,
      int ao,
      int ar,
      int ac,
      double[] x,
      int xo,
      int xs,
      double beta,
      double[] y,
      int yo,
      int ys,
      Workspace w) {
    if (ac != 1 && ar != 1) {
      ScalarDoubleGemm.gemv(m, n, alpha, a, ao, ar, ac, x, xo, xs, beta, y, yo, ys, w);
      return;
    }
    double[] sums = w.doubleTile(m + n + L);
    if (ac == 1 && (ar != 1 || n >= m)) {
      boolean near = xs == 1 && n >= L;
      if (!near) gather(n, x, xo, xs, sums, m);
      rows(m, n, a, ao, ar, near ? x : sums, near ? xo : m, sums);
    } else {
      columns(m, n, a, ao, ac, x, xo, xs, sums);
    }
    finish(m, alpha, sums, beta, y, yo, ys);
  }

  private static void gather(int n, double[] x, int xo, int xs, double[] to, int at) {
    for (int j = 0; j < n; j++) to[at + j] = x[xo + j * xs];
  }

  private static void finish(
      int m, double alpha, double[] sums, double beta, double[] y, int yo, int ys) {
    if (ys == 1 && beta == 0) for (int i = 0; i < m; i++) y[yo + i] = alpha * sums[i];
    else if (ys == 1) for (int i = 0; i < m; i++) y[yo + i] = alpha * sums[i] + beta * y[yo + i];
    else if (beta == 0) for (int i = 0; i < m; i++) y[yo + i * ys] = alpha * sums[i];
    else for (int i = 0; i < m; i++) y[yo + i * ys] = alpha * sums[i] + beta * y[yo + i * ys];
  }

  /// Four rows at a time share what is read of x. Rows of less than a vector are read as a whole
  /// one, but for the last, where the array ends.
  private static void rows(
      int m, int n, double[] a, int ao, int ar, double[] x, int xo, double[] sums) {
    int i = 0;
    int whole = n >= L ? m : Math.min(m, DoubleEdges.safe(m, L, a, ao, ar));
    for (; i <= whole - 4; i += 4) rows4(n, a, ao + i * ar, ar, x, xo, sums, i);
    for (; i < m; i++) sums[i] = VectorDoubleReduce.dot(n, a, ao + i * ar, x, xo);
  }

  /// What is conditional calls the JDK's methods alone: others are not inlined where they are rare.
  private static void rows4(
      int n, double[] a, int a0, int ar, double[] x, int xo, double[] sums, int i) {
    DoubleVector s0 = DoubleVector.zero(S), s1 = s0, s2 = s0, s3 = s0;
    int a1 = a0 + ar;
    int a2 = a1 + ar;
    int a3 = a2 + ar;
    int j = 0;
    for (; j <= n - L; j += L) {
      DoubleVector v = fromArray(S, x, xo + j);
      s0 = v.fma(fromArray(S, a, a0 + j), s0);
      s1 = v.fma(fromArray(S, a, a1 + j), s1);
      s2 = v.fma(fromArray(S, a, a2 + j), s2);
      s3 = v.fma(fromArray(S, a, a3 + j), s3);
    }
    if (j < n) {
      int at = Math.max(0, n - L);
      VectorMask<Double> rest = VectorMask.fromLong(S, (1L << n - at) - (1L << j - at));
      var zero = DoubleVector.zero(S);
      DoubleVector v = zero.blend(fromArray(S, x, xo + at), rest);
      s0 = v.fma(zero.blend(fromArray(S, a, a0 + at), rest), s0);
      s1 = v.fma(zero.blend(fromArray(S, a, a1 + at), rest), s1);
      s2 = v.fma(zero.blend(fromArray(S, a, a2 + at), rest), s2);
      s3 = v.fma(zero.blend(fromArray(S, a, a3 + at), rest), s3);
    }
    sums[i] = DoubleAcross.sum(s0);
    sums[i + 1] = DoubleAcross.sum(s1);
    sums[i + 2] = DoubleAcross.sum(s2);
    sums[i + 3] = DoubleAcross.sum(s3);
  }

  private static void columns(
      int m, int n, double[] a, int ao, int ac, double[] x, int xo, int xs, double[] sums) {
    int i = 0;
    for (; i <= m - 4 * L; i += 4 * L) columns4(n, a, ao + i, ac, x, xo, xs, sums, i);
    for (; i < m; i += L) {
      int at = Math.max(0, Math.min(i, m - L));
      int safe = DoubleEdges.safe(n, L, a, ao + at, ac);
      columns1(safe, a, ao + at, ac, x, xo, xs, sums, at);
      for (int j = safe; j < n; j++) {
        double v = x[xo + j * xs];
        for (int k = at; k < m; k++) sums[k] = Math.fma(a[ao + k + j * ac], v, sums[k]);
      }
    }
  }

  /// A vector of sums. Where it is longer than the columns, more is read and written than these.
  private static void columns1(
      int n, double[] a, int ao, int ac, double[] x, int xo, int xs, double[] sums, int i) {
    DoubleVector s = DoubleVector.zero(S), t = s;
    int q = ao;
    int j = 0;
    for (; j < n - 1; j += 2) {
      s = fromArray(S, a, q).fma(broadcast(S, x[xo + j * xs]), s);
      t = fromArray(S, a, q + ac).fma(broadcast(S, x[xo + (j + 1) * xs]), t);
      q += 2 * ac;
    }
    if (j < n) s = fromArray(S, a, q).fma(broadcast(S, x[xo + j * xs]), s);
    s.add(t).intoArray(sums, i);
  }

  /// Four vectors of sums down the columns.
  private static void columns4(
      int n, double[] a, int q, int ac, double[] x, int xo, int xs, double[] sums, int i) {
    DoubleVector s0 = DoubleVector.zero(S), s1 = s0, s2 = s0, s3 = s0;
    for (int j = 0; j < n; j++) {
      DoubleVector v = broadcast(S, x[xo + j * xs]);
      s0 = v.fma(fromArray(S, a, q), s0);
      s1 = v.fma(fromArray(S, a, q + L), s1);
      s2 = v.fma(fromArray(S, a, q + 2 * L), s2);
      s3 = v.fma(fromArray(S, a, q + 3 * L), s3);
      q += ac;
    }
    s0.intoArray(sums, i);
    s1.intoArray(sums, i + L);
    s2.intoArray(sums, i + 2 * L);
    s3.intoArray(sums, i + 3 * L);
  }

  static void outer(
      int m,
      int n,
      double alpha,
      double[] x,
      int xo,
      int xs,
      double[] y,
      int yo,
      int ys,
      double beta,
      double[] a,
      int ao,
      int ar,
      int ac) {
    if (ac == 1 && ys == 1 && (ar != 1 || n >= m)) {
      outerRows(m, n, alpha, x, xo, xs, y, yo, beta, a, ao, ar);
    } else if (ar == 1 && xs == 1) {
      outerRows(n, m, alpha, y, yo, ys, x, xo, beta, a, ao, ac);
    } else {
      ScalarDoubleGemm.outer(m, n, alpha, x, xo, xs, y, yo, ys, beta, a, ao, ar, ac);
    }
  }

  private static void outerRows(
      int m,
      int n,
      double alpha,
      double[] x,
      int xo,
      int xs,
      double[] y,
      int yo,
      double beta,
      double[] a,
      int ao,
      int ar) {
    for (int i = 0; i < m; i++) {
      double s = alpha * x[xo + i * xs];
      int at = ao + i * ar;
      if (beta == 0) {
        VectorDoubleZip.scale(n, s, y, yo, a, at);
      } else {
        if (beta != 1) VectorDoubleZip.scale(n, beta, a, at, a, at);
        VectorDoubleZip.axpy(n, s, y, yo, a, at);
      }
    }
  }
}
