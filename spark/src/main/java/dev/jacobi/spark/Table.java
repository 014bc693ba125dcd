package dev.jacobi.spark;

import dev.jacobi.engine.Precision;
import dev.jacobi.learn.data.Column;
import dev.jacobi.learn.data.Dataset;
import dev.jacobi.learn.data.Stored;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/// The examples of a training run as they travel: by name, one after another.
final class Table implements Serializable {
  private static final long serialVersionUID = 1;

  private final int size;
  private final List<Entry> entries = new ArrayList<>();

  /// @param numbers `float[]` or `double[]`
  private record Entry(String name, ArrayList<Integer> sides, Object numbers)
      implements Serializable {
    Column column() {
      Integer[] axes = sides.toArray(Integer[]::new);
      return numbers instanceof float[] f
          ? Stored.of(name, f, axes)
          : Stored.of(name, (double[]) numbers, axes);
    }
  }

  Table(Dataset data, List<String> names, int[] examples, Precision precision) {
    this.size = examples.length;
    for (String name : names) {
      Column c = data.column(name);
      int n = Math.multiplyExact(size, c.width());
      Object numbers;
      if (precision == Precision.FLOAT) {
        float[] f = new float[n];
        c.gather(examples, 0, size, f, 0);
        numbers = f;
      } else {
        double[] d = new double[n];
        c.gather(examples, 0, size, d, 0);
        numbers = d;
      }
      entries.add(new Entry(name, new ArrayList<>(c.sides()), numbers));
    }
  }

  Dataset dataset() {
    return new Dataset("training", size, entries.stream().map(Entry::column).toList());
  }
}
