package dev.jacobi.learn.report;

import java.util.ArrayList;
import java.util.List;

/// How often examples of one class were taken for another: a row for each class that was there, a
/// column for each that was predicted.
public final class Confusion {
  private final List<String> classes;
  private final long[][] counts;

  public Confusion(List<String> classes) {
    this.classes = List.copyOf(classes);
    this.counts = new long[classes.size()][classes.size()];
  }

  public void add(int there, int predicted) {
    counts[there][predicted]++;
  }

  public List<String> classes() {
    return classes;
  }

  public long count(int there, int predicted) {
    return counts[there][predicted];
  }

  /// A table for people; what never happened is a dot.
  public String text() {
    int first = classes.stream().mapToInt(String::length).max().orElse(0);
    List<List<String>> rows = new ArrayList<>();
    rows.add(classes);
    for (long[] row : counts) {
      List<String> cells = new ArrayList<>();
      for (long n : row) cells.add(n == 0 ? "." : String.valueOf(n));
      rows.add(cells);
    }
    int[] width = new int[classes.size()];
    for (List<String> row : rows)
      for (int q = 0; q < width.length; q++) width[q] = Math.max(width[q], row.get(q).length());
    var s = new StringBuilder();
    for (int r = 0; r < rows.size(); r++) {
      String name = r == 0 ? "" : classes.get(r - 1);
      s.append(name).append(" ".repeat(first - name.length()));
      for (int q = 0; q < width.length; q++) {
        String cell = rows.get(r).get(q);
        s.append("  ").append(" ".repeat(width[q] - cell.length())).append(cell);
      }
      s.append('\n');
    }
    return s.toString();
  }
}
