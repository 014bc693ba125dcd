package dev.jacobi.bench.work;

import java.util.List;

/// Something that can be done again and again.
public interface Work extends AutoCloseable {

  void run();

  /// What the last run left, as named arrays; for comparison, never timed.
  List<Array> results();

  @Override
  default void close() {}

  /// A result in row-major order.
  record Array(String name, double[] values) {

    public static Array of(String name, float[] values) {
      return of(name, values, values.length);
    }

    public static Array of(String name, float[] values, int length) {
      var wide = new double[length];
      for (int i = 0; i < length; i++) wide[i] = values[i];
      return new Array(name, wide);
    }
  }
}
