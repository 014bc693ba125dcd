package dev.jacobi.learn.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Labels of numbers, and labels by the classes of other data.
final class Classes {
  private static final int MOST = 1000;
  private static final int ROWS = 4096;

  private Classes() {}

  /// A column of whole numbers as labels: each number that occurs is a class, in ascending order. A
  /// column of labels stays what it is.
  ///
  /// @throws DataException when the numbers are not whole, or too many different ones
  static Column of(Dataset data, Column c) {
    if (!c.classes().isEmpty()) return c;
    if (c.width() != 1)
      throw new DataException(
          data.name()
              + ": "
              + c.name()
              + " has "
              + c.width()
              + " numbers in each example: labels"
              + " are one");
    double[] all = numbers(c, data.size());
    TreeSet<Double> seen = new TreeSet<>();
    for (int q = 0; q < all.length; q++) {
      if (all[q] != Math.rint(all[q]) || Double.isInfinite(all[q]))
        throw new DataException(
            data.name()
                + ": "
                + c.name()
                + " of example "
                + (q + 1)
                + " is "
                + all[q]
                + ": labels are whole numbers or words");
      seen.add(all[q] + 0.0); // no -0
      if (seen.size() > MOST)
        throw new DataException(
            data.name()
                + ": "
                + c.name()
                + " has more than "
                + MOST
                + " different numbers: no"
                + " labels; name another column with --label");
    }
    List<String> classes = new ArrayList<>();
    for (double x : seen) classes.add(Long.toString((long) x));
    List<Double> order = List.copyOf(seen);
    Map<Double, Integer> places = new HashMap<>();
    for (int q = 0; q < order.size(); q++) places.put(order.get(q), q);
    int[] labels = new int[all.length];
    for (int q = 0; q < all.length; q++) labels[q] = places.get(all[q] + 0.0);
    return Stored.labels(c.name(), labels, classes);
  }

  /// The last column as labels, where it holds some: words, or whole numbers of which each occurs
  /// twice and more on average.
  static Optional<Column> likely(Dataset data) {
    Column c = data.columns().getLast();
    if (!c.classes().isEmpty() || c.width() != 1) return data.labels();
    try {
      Column labels = of(data, c);
      return Optional.of(labels).filter(l -> 2 * l.classes().size() <= data.size());
    } catch (DataException e) {
      return Optional.empty(); // a number to be predicted
    }
  }

  /// Labels counted as the classes of other data are.
  ///
  /// @throws DataException when a class is not among them
  static Column as(Dataset data, Column c, List<String> classes) {
    Column labels = of(data, c);
    if (labels.classes().equals(classes)) return labels;
    int[] places = new int[labels.classes().size()];
    for (int q = 0; q < places.length; q++) places[q] = classes.indexOf(labels.classes().get(q));
    double[] all = numbers(labels, data.size());
    int[] now = new int[all.length];
    for (int q = 0; q < all.length; q++) {
      now[q] = places[(int) all[q]];
      if (now[q] < 0)
        throw new DataException(
            data.name()
                + ": "
                + c.name()
                + " of example "
                + (q + 1)
                + " is `"
                + labels.classes().get((int) all[q])
                + "`, which is not among the classes of the"
                + " training data: "
                + listed(classes));
    }
    return Stored.labels(c.name(), now, classes);
  }

  static String listed(List<String> words) {
    String all = String.join(", ", words.subList(0, Math.min(20, words.size())));
    return words.size() > 20 ? all + ", …" : all;
  }

  private static double[] numbers(Column c, int size) {
    double[] all = new double[size];
    int[] some = new int[Math.min(ROWS, size)];
    for (int from = 0; from < size; from += ROWS) {
      int count = Math.min(ROWS, size - from);
      for (int q = 0; q < count; q++) some[q] = from + q;
      c.gather(some, 0, count, all, from);
    }
    return all;
  }
}
