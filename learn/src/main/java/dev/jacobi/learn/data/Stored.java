package dev.jacobi.learn.data;

import java.util.List;

/// Columns whose numbers lie in an array, row by row.
public final class Stored {
  private Stored() {}

  public static Column of(String name, float[] data, Integer... sides) {
    return new Floats(name, List.of(sides), List.of(), data);
  }

  public static Column of(String name, double[] data, Integer... sides) {
    return new Doubles(name, List.of(sides), List.of(), data);
  }

  /// Labels: the number of each example's class.
  ///
  /// @throws DataException when one is out of range
  public static Column labels(String name, int[] numbers, List<String> classes) {
    for (int q = 0; q < numbers.length; q++)
      if (numbers[q] < 0 || numbers[q] >= classes.size())
        throw new DataException(
            name
                + ": the label of example "
                + q
                + " is "
                + numbers[q]
                + "; with "
                + classes.size()
                + " classes it is from 0 to "
                + (classes.size() - 1));
    return new Labels(name, List.copyOf(classes), numbers);
  }

  /// All of a column, computed once and kept in floats: what wraps others is then no work any more.
  public static Column floats(Column c, int size) {
    float[] data = new float[Math.multiplyExact(size, c.width())];
    int w = c.width();
    double[] row = new double[w]; // rounded once, when all is computed
    for (int q = 0; q < size; q++) {
      c.gather(new int[] {q}, 0, 1, row, 0);
      for (int k = 0; k < w; k++) data[q * w + k] = (float) row[k];
    }
    return new Floats(c.name(), c.sides(), c.classes(), data);
  }

  /// The same in doubles.
  public static Column doubles(Column c, int size) {
    double[] data = new double[Math.multiplyExact(size, c.width())];
    c.gather(all(size), 0, size, data, 0);
    return new Doubles(c.name(), c.sides(), c.classes(), data);
  }

  private static int[] all(int size) {
    int[] all = new int[size];
    for (int q = 0; q < size; q++) all[q] = q;
    return all;
  }

  private record Floats(String name, List<Integer> sides, List<String> classes, float[] data)
      implements Column {
    @Override
    public void gather(int[] examples, int from, int count, float[] into, int at) {
      int w = width();
      for (int q = 0; q < count; q++)
        System.arraycopy(data, examples[from + q] * w, into, at + q * w, w);
    }

    @Override
    public void gather(int[] examples, int from, int count, double[] into, int at) {
      int w = width();
      for (int q = 0; q < count; q++) {
        int row = examples[from + q] * w;
        for (int k = 0; k < w; k++) into[at + q * w + k] = data[row + k];
      }
    }
  }

  private record Doubles(String name, List<Integer> sides, List<String> classes, double[] data)
      implements Column {
    @Override
    public void gather(int[] examples, int from, int count, float[] into, int at) {
      int w = width();
      for (int q = 0; q < count; q++) {
        int row = examples[from + q] * w;
        for (int k = 0; k < w; k++) into[at + q * w + k] = (float) data[row + k];
      }
    }

    @Override
    public void gather(int[] examples, int from, int count, double[] into, int at) {
      int w = width();
      for (int q = 0; q < count; q++)
        System.arraycopy(data, examples[from + q] * w, into, at + q * w, w);
    }
  }

  private record Labels(String name, List<String> classes, int[] numbers) implements Column {
    @Override
    public List<Integer> sides() {
      return List.of();
    }

    @Override
    public void gather(int[] examples, int from, int count, float[] into, int at) {
      for (int q = 0; q < count; q++) into[at + q] = numbers[examples[from + q]];
    }

    @Override
    public void gather(int[] examples, int from, int count, double[] into, int at) {
      for (int q = 0; q < count; q++) into[at + q] = numbers[examples[from + q]];
    }
  }
}
