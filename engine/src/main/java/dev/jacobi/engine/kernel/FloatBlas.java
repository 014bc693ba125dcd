package dev.jacobi.engine.kernel;

import java.lang.foreign.MemorySegment;

/// One product by way of [Blas].
final class FloatBlas {
  private FloatBlas() {}

  /// Whether the library can take it: it knows rows and columns that lie in one piece.
  static boolean takes(FloatProduct p) {
    boolean layouts = p.cc == 1 && (p.ac == 1 || p.ar == 1) && (p.bc == 1 || p.br == 1);
    boolean gaps =
        lead(p.ar, p.ac) >= shorter(p.ac, p.k, p.m)
            && lead(p.br, p.bc) >= shorter(p.bc, p.n, p.k)
            && p.cr >= p.n;
    return layouts && gaps && !p.weighted && !p.triangle;
  }

  static boolean large(FloatProduct p) {
    return (long) p.m * p.n * p.k >= Blas.LARGE;
  }

  private static int lead(int r, int c) {
    return c == 1 ? r : c;
  }

  private static int shorter(int c, int along, int down) {
    return c == 1 ? along : down;
  }

  static void gemm(Blas blas, FloatProduct p) {
    int ta = p.ac == 1 ? Blas.AS_IT_LIES : Blas.TRANSPOSED;
    int tb = p.bc == 1 ? Blas.AS_IT_LIES : Blas.TRANSPOSED;
    MemorySegment a = from(p.a, p.ao);
    MemorySegment b = from(p.b, p.bo);
    MemorySegment c = from(p.c, p.co);
    int la = lead(p.ar, p.ac);
    int lb = lead(p.br, p.bc);
    try {
      blas.floats()
          .invokeExact(Blas.BY_ROWS, ta, tb, p.m, p.n, p.k, p.alpha, a, la, b, lb, p.beta, c, p.cr);
    } catch (Throwable t) {
      throw new IllegalStateException("OpenBLAS failed", t);
    }
  }

  private static MemorySegment from(float[] x, int o) {
    return MemorySegment.ofArray(x).asSlice((long) o * Float.BYTES);
  }
}
