package dev.jacobi.engine.saved;

import dev.jacobi.engine.plan.Program;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// What is to be saved.
///
/// - `inputs`, `results`: the caller's arrays, in the order of the program's buffers
/// - `own`: the sizes of the arrays after those
public record SavedFunction(
    Program program,
    boolean isDouble,
    List<Array> inputs,
    List<Array> results,
    List<Integer> own,
    int threads) {

  /// An array of the caller's: its name, and how its shape is told, `R[a, n] with a = 20, n = 10`.
  public record Array(String name, String words, int[] shape) {
    int size() {
      int n = 1;
      for (int s : shape) n *= s;
      return n;
    }

    String line() {
      return Arrays.stream(shape).mapToObj(s -> "\t" + s).collect(Collectors.joining("", name, ""));
    }
  }

  List<Array> arrays() {
    List<Array> all = new ArrayList<>(inputs);
    all.addAll(results);
    return all;
  }

  /// What a frame reads.
  String text() {
    var text = new StringBuilder();
    for (Array a : arrays()) text.append(a.line()).append('\n');
    for (int n : own) text.append('\t').append(n).append('\n');
    return text.toString();
  }
}
