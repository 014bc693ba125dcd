package dev.jacobi.learn.report;

import dev.jacobi.engine.Tensor;
import dev.jacobi.learn.data.Column;
import dev.jacobi.learn.train.Evaluation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What became of each example of a test part: how often one class was taken for another, and where
/// the cost is greatest.
///
/// @param counts of examples, by their class and then by what was predicted
/// @param worst the greatest cost first
public record Judged(List<String> classes, List<List<Integer>> counts, List<Worst> worst) {
  private static final int SHOWN = 24;

  public Judged {
    classes = List.copyOf(classes);
    counts = List.copyOf(counts);
    worst = List.copyOf(worst);
  }

  /// An example with a great cost.
  ///
  /// @param example its number in the data, from 0
  /// @param picture its pixels, where the data have any
  public record Worst(
      int example, double cost, String is, String predicted, Optional<Picture> picture) {
    Worst with(Column pictures) {
      return new Worst(example, cost, is, predicted, Optional.of(Picture.of(pictures, example)));
    }
  }

  /// Numbers row by row.
  public record Picture(List<Double> pixels, int rows, int columns) {
    static Picture of(Column c, int example) {
      double[] row = new double[c.width()];
      c.gather(new int[] {example}, 0, 1, row, 0);
      return new Picture(
          java.util.Arrays.stream(row).boxed().toList(), c.sides().get(0), c.sides().get(1));
    }

    double[] array() {
      return pixels.stream().mapToDouble(x -> x).toArray();
    }
  }

  /// Goes through some examples.
  ///
  /// @param pictures the column that shows an example, if there is one of two axes
  public static Judged of(
      Evaluation evaluation, int[] examples, List<String> names, Optional<Column> pictures) {
    List<Worst> all = new ArrayList<>();
    List<String> classes = new ArrayList<>(names);
    int[][][] counts = new int[1][][];
    evaluation.each(
        examples,
        (example, cost, prediction, target) -> {
          int n = Math.max(2, target.size());
          while (classes.size() < n) classes.add(String.valueOf(classes.size()));
          if (counts[0] == null) counts[0] = new int[n][n];
          int is = place(target);
          int said = place(prediction);
          counts[0][is][said]++;
          all.add(new Worst(example, cost, classes.get(is), classes.get(said), Optional.empty()));
        });
    List<List<Integer>> rows = new ArrayList<>();
    for (int[] row : counts[0]) rows.add(java.util.Arrays.stream(row).boxed().toList());
    all.sort(Comparator.comparingDouble(w -> -w.cost));
    List<Worst> worst =
        all.stream().limit(SHOWN).map(w -> pictures.map(w::with).orElse(w)).toList();
    return new Judged(classes, rows, worst);
  }

  private static int place(Tensor t) {
    if (t.size() == 1) return t.at(0) > 0.5 ? 1 : 0;
    int best = 0;
    for (int q = 1; q < t.size(); q++) if (t.at(q) > t.at(best)) best = q;
    return best;
  }
}
