package dev.jacobi.learn.data;

import dev.jacobi.expr.Variable;
import dev.jacobi.learn.Written;
import java.util.Arrays;
import java.util.function.DoublePredicate;

/// Whether the numbers of a column are finite, and lie in the set that their name is declared in:
/// derived formulas rest on it.
final class Values {
  private static final int ROWS = 1024;
  private static final double TOLERANCE = 1e-4; // of sums: data often have few digits

  private Values() {}

  /// @throws DataException with the first example that is wrong
  static void require(Dataset data, Variable v, Column c, int[] examples) {
    int w = c.width();
    double[] rows = new double[Math.multiplyExact(Math.min(ROWS, examples.length), w)];
    DoublePredicate fits = fits(v);
    for (int from = 0; from < examples.length; from += ROWS) {
      int count = Math.min(ROWS, examples.length - from);
      c.gather(examples, from, count, rows, 0);
      for (int q = 0; q < count * w; q++)
        if (!Double.isFinite(rows[q]) || !fits.test(rows[q]))
          throw wrong(data, v, c, examples[from + q / w], q % w, rows[q]);
      if (v.set().sumsToOne() && w > 1) sums(data, v, rows, count, w, examples, from);
    }
  }

  private static DoublePredicate fits(Variable v) {
    return switch (v.set()) {
      case REAL, INVERTIBLE, SYMMETRIC, POSITIVE_DEFINITE, INTEGERS -> _ -> true;
      case POSITIVE -> x -> x > 0;
      case OPEN_UNIT -> x -> x > 0 && x < 1;
      case UNIT -> x -> x >= 0 && x <= 1;
      case BINARY, ONE_HOT -> x -> x == 0 || x == 1;
      case SIGNS -> x -> x == -1 || x == 1;
      case SIMPLEX -> x -> x >= 0;
    };
  }

  private static void sums(
      Dataset data, Variable v, double[] rows, int count, int w, int[] examples, int from) {
    for (int q = 0; q < count; q++) {
      double sum = Arrays.stream(rows, q * w, q * w + w).sum();
      if (!(Math.abs(sum - 1) <= TOLERANCE))
        throw new DataException(
            data.name()
                + ": "
                + v.name()
                + " is declared in "
                + v.set().text
                + ", and the numbers"
                + " of example "
                + (examples[from + q] + 1)
                + " sum to "
                + Written.number(sum));
    }
  }

  private static DataException wrong(
      Dataset data, Variable v, Column c, int example, int place, double x) {
    String where = "example " + (example + 1) + (c.width() == 1 ? "" : ", number " + (place + 1));
    return new DataException(
        data.name()
            + ": "
            + where
            + " of "
            + c.name()
            + " is "
            + Written.number(x)
            + (Double.isFinite(x)
                ? ", and " + v.name() + " is declared in " + v.set().text
                : ": no training is possible with it; mend or leave out the example"));
  }
}
