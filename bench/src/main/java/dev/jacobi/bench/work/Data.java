package dev.jacobi.bench.work;

/// Inputs that are the same in every language: a hash of the place in the array and the array's
/// name.
public final class Data {
  private Data() {}

  /// Numbers between -1 and 1, times the scale.
  public static float[] uniform(String name, int length, double scale) {
    var values = new float[length];
    for (int i = 0; i < length; i++) values[i] = (float) (scale * unit(name, i));
    return values;
  }

  public static double[] doubles(String name, int length, double scale) {
    var values = new double[length];
    for (int i = 0; i < length; i++) values[i] = scale * unit(name, i);
    return values;
  }

  /// For each row one of the classes.
  public static int[] classes(String name, int rows, int count) {
    var values = new int[rows];
    for (int i = 0; i < rows; i++) values[i] = Integer.remainderUnsigned(hash(name, i), count);
    return values;
  }

  /// The same as rows of noughts and a one.
  public static float[] oneHot(String name, int rows, int count) {
    var values = new float[rows * count];
    int[] classes = classes(name, rows, count);
    for (int i = 0; i < rows; i++) values[i * count + classes[i]] = 1;
    return values;
  }

  static double unit(String name, int i) {
    return (hash(name, i) >>> 8) * 0x1p-23 - 1;
  }

  /// The finaliser of MurmurHash3 over place and name.
  private static int hash(String name, int i) {
    int h = i * 0x9E3779B1 + name.hashCode();
    h = (h ^ (h >>> 16)) * 0x85EBCA6B;
    h = (h ^ (h >>> 13)) * 0xC2B2AE35;
    return h ^ (h >>> 16);
  }
}
