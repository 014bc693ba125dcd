package dev.jacobi.engine.kernel;

/// What a caller lends to the kernels: scratch arrays, which grow when first needed and stay, and
/// the number of threads that may help. One thread uses a workspace at a time.
///
/// Only large products are shared out, by rows or columns of the result: any number of threads
/// gives the same bits.
public final class Workspace {
  private final int threads;
  final FloatProduct floatProduct = new FloatProduct();
  final FloatProduct floatTurned = new FloatProduct();
  final FloatSplit floatSplit = new FloatSplit();
  private float[] floatA = new float[0];
  private float[] floatB = new float[0];
  private float[] floatTile = new float[0];
  private float[] floatEdge = new float[0];
  final DoubleProduct doubleProduct = new DoubleProduct();
  final DoubleProduct doubleTurned = new DoubleProduct();
  final DoubleSplit doubleSplit = new DoubleSplit();
  private Crew crew;
  private double[] doubleA = new double[0];
  private double[] doubleB = new double[0];
  private double[] doubleTile = new double[0];
  private double[] doubleEdge = new double[0];

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

  /// The helping threads, started when first needed.
  Crew crew() {
    if (crew == null) crew = new Crew(threads);
    return crew;
  }

  float[] floatA(int length) {
    if (floatA.length < length) floatA = new float[length];
    return floatA;
  }

  float[] floatB(int length) {
    if (floatB.length < length) floatB = new float[length];
    return floatB;
  }

  float[] floatEdge(int length) {
    if (floatEdge.length < length) floatEdge = new float[length];
    return floatEdge;
  }

  float[] floatTile(int length) {
    if (floatTile.length < length) floatTile = new float[length];
    return floatTile;
  }

  double[] doubleA(int length) {
    if (doubleA.length < length) doubleA = new double[length];
    return doubleA;
  }

  double[] doubleB(int length) {
    if (doubleB.length < length) doubleB = new double[length];
    return doubleB;
  }

  double[] doubleEdge(int length) {
    if (doubleEdge.length < length) doubleEdge = new double[length];
    return doubleEdge;
  }

  double[] doubleTile(int length) {
    if (doubleTile.length < length) doubleTile = new double[length];
    return doubleTile;
  }

  private int[] rows = new int[0];

  /// For the exchanged rows of a factorisation.
  int[] rows(int length) {
    if (rows.length < length) rows = new int[length];
    return rows;
  }
}
