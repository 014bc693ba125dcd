package dev.jacobi.learn.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Examples in two parts, by their numbers in ascending order: to learn from, and to judge by.
public final class Split {
  private final int[] first;
  private final int[] second;

  private Split(int[] first, int[] second) {
    this.first = first;
    this.second = second;
    Arrays.sort(first);
    Arrays.sort(second);
  }

  public int[] first() {
    return first.clone();
  }

  public int[] second() {
    return second.clone();
  }

  /// Stratified where the last column holds labels, or whole numbers few enough to be some.
  public static Split of(Dataset data, double part, long seed) {
    return Classes.likely(data)
        .map(labels -> stratified(data.all(), labels, part, seed))
        .orElseGet(() -> random(data.all(), part, seed));
  }

  /// Draws a part of some examples for the second. `part` lies between 0 and 1.
  ///
  /// @throws DataException when a part would be empty
  public static Split random(int[] examples, double part, long seed) {
    int[] order = examples.clone();
    Shuffle.of(seed, 0).shuffle(order, 0, order.length);
    int n = (int) Math.round(order.length * part);
    requireBoth(order.length, n, part);
    return new Split(Arrays.copyOfRange(order, n, order.length), Arrays.copyOfRange(order, 0, n));
  }

  /// The same with the classes of a label in both parts as in the whole, as near as whole numbers
  /// allow.
  public static Split stratified(int[] examples, Column labels, double part, long seed) {
    int classes = labels.classes().size();
    if (classes == 0) throw new DataException(labels.name() + " holds no labels to split by");
    double[] label = new double[examples.length];
    labels.gather(examples, 0, examples.length, label, 0);
    int[][] byClass = new int[classes][];
    for (int c = 0; c < classes; c++) {
      int k = c;
      byClass[c] =
          IntStream.range(0, examples.length)
              .filter(q -> label[q] == k)
              .map(q -> examples[q])
              .toArray();
    }
    int all = (int) Math.round(examples.length * part);
    requireBoth(examples.length, all, part);
    int[] share = shares(byClass, part, all);
    List<int[]> first = new ArrayList<>();
    List<int[]> second = new ArrayList<>();
    for (int c = 0; c < classes; c++) {
      Shuffle.of(seed, c + 1L).shuffle(byClass[c], 0, byClass[c].length);
      second.add(Arrays.copyOfRange(byClass[c], 0, share[c]));
      first.add(Arrays.copyOfRange(byClass[c], share[c], byClass[c].length));
    }
    return new Split(joined(first), joined(second));
  }

  /// How many of each class: the whole part of its share, and one more for those whose rest is
  /// greatest.
  private static int[] shares(int[][] byClass, double part, int all) {
    int[] share = new int[byClass.length];
    double[] rest = new double[byClass.length];
    int sum = 0;
    for (int c = 0; c < share.length; c++) {
      double exact = byClass[c].length * part;
      share[c] = (int) exact;
      rest[c] = exact - share[c];
      sum += share[c];
    }
    List<Integer> order = new ArrayList<>();
    for (int c = 0; c < share.length; c++) if (share[c] < byClass[c].length) order.add(c);
    order.sort(Comparator.comparingDouble(c -> -rest[c]));
    for (int q = 0; sum < all && q < order.size(); q++, sum++) share[order.get(q)]++;
    return share;
  }

  private static int[] joined(List<int[]> parts) {
    return parts.stream().flatMapToInt(Arrays::stream).toArray();
  }

  private static void requireBoth(int all, int second, double part) {
    if (!(part > 0 && part < 1) || second < 1 || second >= all)
      throw new DataException(
          "a part of "
              + part
              + " of "
              + all
              + " examples leaves nothing on one side: choose"
              + " one between 0 and 1");
  }
}
