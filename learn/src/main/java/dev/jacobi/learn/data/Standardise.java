package dev.jacobi.learn.data;

import java.util.Arrays;
import java.util.List;

/// Moves and scales numbers so that those it learned from have mean 0 and deviation 1: `(x - mean)
/// / deviation`. An entry that never changed there is only moved.
///
/// It is learned from the training part alone: what judges must not have been looked at.
public final class Standardise {
  private static final int ROWS = 256;

  private final double[] mean;
  private final double[] deviation;

  private Standardise(double[] mean, double[] deviation) {
    this.mean = mean;
    this.deviation = deviation;
  }

  /// One that was learned before.
  public static Standardise of(double[] mean, double[] deviation) {
    if (mean.length != deviation.length)
      throw new DataException(
          mean.length + " means and " + deviation.length + " deviations: as many of each");
    return new Standardise(mean.clone(), deviation.clone());
  }

  /// Of single numbers.
  static Standardise number(double mean, double deviation) {
    return new Standardise(new double[] {mean}, new double[] {deviation});
  }

  /// Learns each entry's own mean and deviation.
  public static Standardise entries(Column c, int[] examples) {
    int w = c.width();
    double[] mean = new double[w];
    double[] square = new double[w];
    // Welford's recurrence: no difference of large sums.
    each(
        c,
        examples,
        (row, n) -> {
          for (int k = 0; k < w; k++) {
            double before = row[k] - mean[k];
            mean[k] += before / n;
            square[k] += before * (row[k] - mean[k]);
          }
        });
    for (int k = 0; k < w; k++) square[k] = deviation(square[k], examples.length, mean[k]);
    return new Standardise(mean, square);
  }

  /// Learns one mean and deviation of all entries, which suits pictures: a pixel that is nearly
  /// always dark stays small.
  public static Standardise whole(Column c, int[] examples) {
    int w = c.width();
    double[] all = new double[3]; // mean, sum of squares, count
    each(
        c,
        examples,
        (row, _) -> {
          for (double x : row) {
            double before = x - all[0];
            all[0] += before / ++all[2];
            all[1] += before * (x - all[0]);
          }
        });
    double[] mean = new double[w];
    double[] deviation = new double[w];
    Arrays.fill(mean, all[0]);
    Arrays.fill(deviation, deviation(all[1], all[2], all[0]));
    return new Standardise(mean, deviation);
  }

  /// 1 where the entry is constant but for rounding.
  private static double deviation(double squares, double n, double mean) {
    double d = Math.sqrt(squares / n);
    return d > 1e-12 * Math.abs(mean) && d > Double.MIN_NORMAL ? d : 1;
  }

  private interface Row {
    void at(double[] row, long number);
  }

  private static void each(Column c, int[] examples, Row take) {
    int w = c.width();
    double[] rows = new double[Math.multiplyExact(Math.min(ROWS, examples.length), w)];
    double[] row = new double[w];
    for (int from = 0; from < examples.length; from += ROWS) {
      int count = Math.min(ROWS, examples.length - from);
      c.gather(examples, from, count, rows, 0);
      for (int q = 0; q < count; q++) {
        System.arraycopy(rows, q * w, row, 0, w);
        take.at(row, from + q + 1L);
      }
    }
  }

  public double[] mean() {
    return mean.clone();
  }

  public double[] deviation() {
    return deviation.clone();
  }

  /// The column with every example moved and scaled.
  ///
  /// @throws DataException when its examples have another number of entries
  public Column apply(Column c) {
    if (c.width() != mean.length)
      throw new DataException(
          c.name()
              + " has "
              + c.width()
              + " numbers in an example; it was standardised with "
              + mean.length);
    return new Scaled(c, this);
  }

  private record Scaled(Column base, Standardise by) implements Column {
    @Override
    public String name() {
      return base.name();
    }

    @Override
    public List<Integer> sides() {
      return base.sides();
    }

    @Override
    public void gather(int[] examples, int from, int count, float[] into, int at) {
      base.gather(examples, from, count, into, at);
      int w = by.mean.length;
      for (int q = at; q < at + count * w; q += w)
        for (int k = 0; k < w; k++)
          into[q + k] = (float) ((into[q + k] - by.mean[k]) / by.deviation[k]);
    }

    @Override
    public void gather(int[] examples, int from, int count, double[] into, int at) {
      base.gather(examples, from, count, into, at);
      int w = by.mean.length;
      for (int q = at; q < at + count * w; q += w)
        for (int k = 0; k < w; k++) into[q + k] = (into[q + k] - by.mean[k]) / by.deviation[k];
    }
  }
}
