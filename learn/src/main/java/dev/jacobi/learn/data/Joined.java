package dev.jacobi.learn.data;

import java.util.List;

/// Columns side by side as one vector, each laid out row by row.
record Joined(String name, List<Column> parts, List<Integer> sides) implements Column {
  static Column of(String name, List<Column> parts) {
    var whole = Rows.joined(name, parts);
    if (whole.isPresent()) return whole.get();
    int width = parts.stream().mapToInt(Column::width).sum();
    return new Joined(name, parts, List.of(width));
  }

  /// One column in another shape, of as many numbers.
  static Column shaped(String name, Column c, List<Integer> sides) {
    return new Joined(name, List.of(c), List.copyOf(sides));
  }

  @Override
  public void gather(int[] examples, int from, int count, float[] into, int at) {
    if (parts.size() == 1) {
      parts.getFirst().gather(examples, from, count, into, at);
      return;
    }
    int w = width();
    for (int q = 0; q < count; q++) {
      int place = at + q * w;
      for (int k = 0; k < parts.size(); k++) {
        Column c = parts.get(k);
        c.gather(examples, from + q, 1, into, place);
        place += c.width();
      }
    }
  }

  @Override
  public void gather(int[] examples, int from, int count, double[] into, int at) {
    if (parts.size() == 1) {
      parts.getFirst().gather(examples, from, count, into, at);
      return;
    }
    int w = width();
    for (int q = 0; q < count; q++) {
      int place = at + q * w;
      for (int k = 0; k < parts.size(); k++) {
        Column c = parts.get(k);
        c.gather(examples, from + q, 1, into, place);
        place += c.width();
      }
    }
  }
}
