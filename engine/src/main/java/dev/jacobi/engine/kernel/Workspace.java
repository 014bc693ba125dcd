package dev.jacobi.engine.kernel;

/// What a caller lends to the kernels: scratch arrays, which grow when first needed and stay, and
/// the number of threads that may help. One thread uses a workspace at a time.
///
/// The same thread count gives the same bits; so do different ones, where only rows are shared out.
public final class Workspace {
  private final int threads;
  private float[] floats = new float[0];
  private double[] doubles = new double[0];

  /// A workspace for one thread.
  public Workspace() {
    this(1);
  }

  public Workspace(int threads) {
    if (threads < 1) throw new IllegalArgumentException("threads: " + threads + ", at least 1");
    this.threads = threads;
  }

  public int threads() {
    return threads;
  }

  float[] floats(int length) {
    if (floats.length < length) floats = new float[length];
    return floats;
  }

  double[] doubles(int length) {
    if (doubles.length < length) doubles = new double[length];
    return doubles;
  }
}
