package dev.jacobi.engine.kernel;

import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// Blocks of A and B, copied so that the innermost loops read them from front to back.
///
/// All vectors are of one width, as everywhere: where a JVM has seen several, the compiler no
/// longer knows which of them a method of theirs is called on, and makes objects of vectors.
final class FloatPanels {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int L = S.length();

  private static final VectorShuffle<Float> QUARTER0 = quarter(0);
  private static final VectorShuffle<Float> QUARTER1 = quarter(1);
  private static final VectorShuffle<Float> QUARTER2 = quarter(2);
  private static final VectorShuffle<Float> QUARTER3 = quarter(3);
  private static final VectorMask<Float> ODD = VectorMask.fromLong(S, 0xAAAA_AAAA_AAAA_AAAAL);

  /// Lanes 2 and 3 of each four.
  private static final VectorMask<Float> THIRD = VectorMask.fromLong(S, 0xCCCC_CCCC_CCCC_CCCCL);

  private static final VectorShuffle<Float> FOUR0 = four(0);
  private static final VectorShuffle<Float> FOUR1 = four(1);
  private static final VectorShuffle<Float> FOUR2 = four(2);
  private static final VectorShuffle<Float> FOUR3 = four(3);

  /// The second four of each eight.
  private static final VectorMask<Float> SECOND_FOUR =
      VectorMask.fromLong(S, 0xF0F0_F0F0_F0F0_F0F0L);

  private static final VectorMask<Float> LAST_EIGHT =
      VectorMask.fromLong(S, 0xFF00_FF00_FF00_FF00L);

  /// As many numbers as two lines of a cache hold.
  private static final int FEW = 32;

  private FloatPanels() {}

  /// `rows` of A over `k`, in slivers of 4 rows: the entries of one column side by side. Rows that
  /// fill the last sliver are 0.
  static void packA(int rows, int k, float[] a, int ao, int ar, int ac, float[] panel) {
    for (int i = 0; i < rows; i += 4) {
      int at = i * k;
      int a0 = ao + i * ar;
      if (ar == 1 && L >= 4 && L <= 16 && rows - i >= L) {
        packLanes(k, a, a0, ac, panel, at);
        i += L - 4;
      } else if (rows - i >= 4) {
        pack4(k, a, a0, ar, ac, panel, at);
      } else {
        for (int p = 0; p < k; p++) {
          for (int r = 0; r < 4; r++) {
            panel[at + 4 * p + r] = i + r < rows ? a[a0 + r * ar + p * ac] : 0;
          }
        }
      }
    }
  }

  private static void pack4(int k, float[] a, int ao, int ar, int ac, float[] panel, int at) {
    int p = 0;
    if (ac == 1 && L >= 4) for (; p <= k - L; p += L) turn4(a, ao + p, ar, panel, at + 4 * p);
    for (; p < k; p++) {
      panel[at + 4 * p] = a[ao + p * ac];
      panel[at + 4 * p + 1] = a[ao + p * ac + ar];
      panel[at + 4 * p + 2] = a[ao + p * ac + 2 * ar];
      panel[at + 4 * p + 3] = a[ao + p * ac + 3 * ar];
    }
  }

  /// As many rows as a vector has lanes, of an A that lies by columns.
  private static void packLanes(int k, float[] a, int ao, int ac, float[] panel, int at) {
    if (L == 16) pack16(k, a, ao, ac, panel, at);
    else if (L == 8) pack8(k, a, ao, ac, panel, at);
    else for (int p = 0; p < k; p++) fromArray(S, a, ao + p * ac).intoArray(panel, at + 4 * p);
  }

  /// A vector of each of two columns at a time.
  private static void pack8(int k, float[] a, int ao, int ac, float[] panel, int at) {
    int p = 0;
    for (; p <= k - 2; p += 2) {
      int q = ao + p * ac;
      FloatVector u = fromArray(S, a, q), v = fromArray(S, a, q + ac);
      u.blend(v.rearrange(FOUR0), SECOND_FOUR).intoArray(panel, at + 4 * p);
      u.rearrange(FOUR1).blend(v, SECOND_FOUR).intoArray(panel, at + 4 * k + 4 * p);
    }
    for (; p < k; p++)
      for (int r = 0; r < 8; r++) panel[at + r / 4 * 4 * k + 4 * p + r % 4] = a[ao + r + p * ac];
  }

  /// A vector of each of four columns at a time.
  private static void pack16(int k, float[] a, int ao, int ac, float[] panel, int at) {
    int p = 0;
    for (; p <= k - 4; p += 4) {
      int q = ao + p * ac;
      FloatVector u = fromArray(S, a, q), v = fromArray(S, a, q + ac);
      FloatVector w = fromArray(S, a, q + 2 * ac), x = fromArray(S, a, q + 3 * ac);
      joined(u, v, w, x, FOUR0).intoArray(panel, at + 4 * p);
      joined(u, v, w, x, FOUR1).intoArray(panel, at + 4 * k + 4 * p);
      joined(u, v, w, x, FOUR2).intoArray(panel, at + 8 * k + 4 * p);
      joined(u, v, w, x, FOUR3).intoArray(panel, at + 12 * k + 4 * p);
    }
    for (; p < k; p++)
      for (int r = 0; r < 16; r++) panel[at + r / 4 * 4 * k + 4 * p + r % 4] = a[ao + r + p * ac];
  }

  /// Four numbers of each, one after the other.
  private static FloatVector joined(
      FloatVector u, FloatVector v, FloatVector w, FloatVector x, VectorShuffle<Float> four) {
    FloatVector first = u.rearrange(four).blend(v.rearrange(four), SECOND_FOUR);
    FloatVector last = w.rearrange(four).blend(x.rearrange(four), SECOND_FOUR);
    return first.blend(last, LAST_EIGHT);
  }

  private static VectorShuffle<Float> four(int q) {
    return VectorShuffle.fromOp(S, i -> (4 * q + i % 4) % L);
  }

  /// A vector of each of four rows.
  private static void turn4(float[] a, int ao, int ar, float[] panel, int at) {
    FloatVector u = fromArray(S, a, ao), v = fromArray(S, a, ao + ar);
    FloatVector w = fromArray(S, a, ao + 2 * ar), x = fromArray(S, a, ao + 3 * ar);
    mixed(u, v, w, x, QUARTER0).intoArray(panel, at);
    mixed(u, v, w, x, QUARTER1).intoArray(panel, at + L);
    mixed(u, v, w, x, QUARTER2).intoArray(panel, at + 2 * L);
    mixed(u, v, w, x, QUARTER3).intoArray(panel, at + 3 * L);
  }

  /// A quarter of each, entry by entry side by side.
  private static FloatVector mixed(
      FloatVector u, FloatVector v, FloatVector w, FloatVector x, VectorShuffle<Float> quarter) {
    FloatVector even = u.rearrange(quarter).blend(w.rearrange(quarter), THIRD);
    FloatVector odd = v.rearrange(quarter).blend(x.rearrange(quarter), THIRD);
    return even.blend(odd, ODD);
  }

  private static VectorShuffle<Float> quarter(int q) {
    return VectorShuffle.fromOp(S, i -> (q * L + i) / 4);
  }

  /// `columns` of B over `k`, in slivers of `width` columns: the entries of one row side by side.
  /// Columns that fill the last sliver are 0.
  static void packB(
      int k, int columns, float[] b, int bo, int br, int bc, int width, float[] panel) {
    for (int j = 0; j < columns; j += width) {
      int some = Math.min(width, columns - j);
      int at = j * k;
      int from = bo + j * bc;
      if (bc != 1) packColumns(k, some, b, from, br, bc, width, panel, at);
      else if (some == width) packVectors(k, b, from, br, width, panel, at);
      else packRows(k, some, b, from, br, width, panel, at);
    }
  }

  /// Fewer columns than a sliver has.
  private static void packRows(
      int k, int some, float[] b, int from, int br, int width, float[] panel, int at) {
    clear(k, width, panel, at);
    for (int p = 0; p < k; p++) {
      System.arraycopy(b, from + p * br, panel, at + p * width, some);
    }
  }

  private static void clear(int k, int width, float[] panel, int at) {
    FloatVector zero = FloatVector.zero(S);
    for (int p = 0; p < k * width; p += 2 * L) {
      zero.intoArray(panel, at + p);
      zero.intoArray(panel, at + p + L);
    }
  }

  /// Slivers of two vectors.
  private static void packVectors(
      int k, float[] b, int from, int br, int width, float[] panel, int at) {
    for (int p = 0; p < k; p++) {
      int to = at + p * width;
      fromArray(S, b, from + p * br).intoArray(panel, to);
      fromArray(S, b, from + p * br + L).intoArray(panel, to + L);
    }
  }

  /// A few rows of the panel at a time, which stay in cache while the columns are read along.
  private static void packColumns(
      int k, int some, float[] b, int from, int br, int bc, int width, float[] panel, int at) {
    if (some < width) clear(k, width, panel, at);
    for (int p = 0; p < k; p += FEW) {
      int end = Math.min(k, p + FEW);
      for (int q = 0; q < some; q++) packColumn(p, end, b, from + q * bc, br, width, panel, at + q);
    }
  }

  private static void packColumn(
      int p0, int end, float[] b, int from, int br, int width, float[] panel, int at) {
    if (br == 1) for (int p = p0; p < end; p++) panel[at + p * width] = b[from + p];
    else for (int p = p0; p < end; p++) panel[at + p * width] = b[from + p * br];
  }

  /// A B whose rows lie in one piece each, row p by the weight d[p].
  static void packWeighted(
      int k, int columns, float[] b, int bo, int br, float[] d, int dof, int ds, float[] panel) {
    int j = 0;
    for (; j <= columns - 2 * L; j += 2 * L) {
      int to = j * k;
      for (int p = 0; p < k; p++, to += 2 * L) {
        FloatVector weight = FloatVector.broadcast(S, d[dof + p * ds]);
        fromArray(S, b, bo + j + p * br).mul(weight).intoArray(panel, to);
        fromArray(S, b, bo + j + p * br + L).mul(weight).intoArray(panel, to + L);
      }
    }
    if (j == columns) return;
    packRows(k, columns - j, b, bo + j, br, 2 * L, panel, j * k);
    weigh(k, d, dof, ds, panel, j * k);
  }

  /// Each row p of a sliver by the weight d[p].
  static void weigh(int k, float[] d, int dof, int ds, float[] panel, int sliver) {
    int at = sliver;
    for (int p = 0; p < k; p++) {
      FloatVector weight = FloatVector.broadcast(S, d[dof + p * ds]);
      fromArray(S, panel, at).mul(weight).intoArray(panel, at);
      fromArray(S, panel, at + L).mul(weight).intoArray(panel, at + L);
      at += 2 * L;
    }
  }

  /// `C ← alpha T`, or `C ← alpha T + C` where it `adds`, for a tile T of rows `width` apart, into
  /// a C of any layout.
  static void scatter(
      int rows,
      int columns,
      float[] tile,
      int width,
      float alpha,
      boolean adds,
      float[] c,
      int co,
      int cr,
      int cc) {
    if (cr == 1 && cc != 1) {
      for (int j = 0; j < columns; j++)
        scatterColumn(rows, tile, j, width, alpha, adds, c, co + j * cc);
    } else {
      for (int i = 0; i < rows; i++)
        scatterRow(columns, tile, i * width, alpha, adds, c, co + i * cr, cc);
    }
  }

  private static void scatterRow(
      int columns, float[] tile, int from, float alpha, boolean adds, float[] c, int to, int cc) {
    if (!adds) for (int j = 0; j < columns; j++) c[to + j * cc] = alpha * tile[from + j];
    else if (cc == 1)
      for (int j = 0; j < columns; j++) c[to + j] = Math.fma(alpha, tile[from + j], c[to + j]);
    else
      for (int j = 0; j < columns; j++)
        c[to + j * cc] = Math.fma(alpha, tile[from + j], c[to + j * cc]);
  }

  private static void scatterColumn(
      int rows, float[] tile, int from, int width, float alpha, boolean adds, float[] c, int to) {
    for (int i = 0; i < rows; i++) {
      float t = tile[from + i * width];
      c[to + i] = adds ? Math.fma(alpha, t, c[to + i]) : alpha * t;
    }
  }
}
