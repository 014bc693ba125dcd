package dev.jacobi.learn.data;

import java.util.List;

/// What every example has under one name: an array of one shape, or the number of its class.
///
/// Reading changes nothing, so that several threads may do it at once.
public interface Column {
  String name();

  /// How many numbers along each axis of one example; no axis for a single number.
  List<Integer> sides();

  /// Of labels, the names of the classes by their number, from 0; empty where the numbers are none.
  default List<String> classes() {
    return List.of();
  }

  /// How many numbers one example has.
  default int width() {
    int n = 1;
    for (int s : sides()) n = Math.multiplyExact(n, s);
    return n;
  }

  /// Copies `count` examples, whose numbers stand in `examples` at `from` and after it, one after
  /// another to `into`, the first to `at`. Nothing is allocated.
  void gather(int[] examples, int from, int count, float[] into, int at);

  /// The same in doubles.
  void gather(int[] examples, int from, int count, double[] into, int at);
}
