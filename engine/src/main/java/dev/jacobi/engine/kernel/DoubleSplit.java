package dev.jacobi.engine.kernel;

/// A product shared out: each thread has a range of the rows of C, or of its columns where there
/// are more of them. Every entry is summed as one thread would, so the bits are the same.
final class DoubleSplit implements Crew.Task {
  private DoubleProduct whole = new DoubleProduct();
  private int parts;

  void run(DoubleProduct p, int threads, Crew crew) {
    whole = p;
    parts = Math.min(threads, Math.max(1, units(p)));
    crew.run(this, parts);
  }

  private static boolean byRows(DoubleProduct p) {
    return p.triangle || p.m >= p.n;
  }

  private static int step(DoubleProduct p) {
    return byRows(p) ? DoubleTiles.ROWS : DoubleTiles.COLUMNS;
  }

  private static int units(DoubleProduct p) {
    return ((byRows(p) ? p.m : p.n) + step(p) - 1) / step(p);
  }

  @Override
  public void part(int index, Workspace own) {
    int from = Math.min(bound(index), byRows(whole) ? whole.m : whole.n);
    int to = Math.min(bound(index + 1), byRows(whole) ? whole.m : whole.n);
    if (from == to) return;
    DoubleProduct p = own.doubleProduct;
    if (byRows(whole)) VectorDoubleGemm.run(p.rows(whole, from, to), own);
    else VectorDoubleGemm.run(p.columns(whole, from, to), own);
  }

  /// Where part `index` starts: the rows of a triangle grow longer, so that its parts grow thinner.
  private int bound(int index) {
    double share = (double) index / parts;
    if (whole.triangle) share = Math.sqrt(share);
    return (int) Math.round(share * units(whole)) * step(whole);
  }
}
