package dev.jacobi.engine.saved;

import dev.jacobi.engine.emit.DoubleCode;
import dev.jacobi.engine.kernel.Workspace;
import java.util.ArrayList;
import java.util.List;

/// The arrays of one saved function over doubles, and its code. One thread uses it at a time.
public final class DoubleFrame {
  private final DoubleCode code;
  private final Workspace workspace;
  private final double[][] arrays;
  private final List<String> names;
  private final int[] sizes;

  /// @param text a line for each array, its name and shape with tabs between: inputs, results, and
  ///   then temporaries, which have no name
  public DoubleFrame(DoubleCode code, int threads, String text) {
    this.code = code;
    this.workspace = new Workspace(threads);
    List<String> named = new ArrayList<>();
    List<String> all = text.lines().toList();
    this.arrays = new double[all.size()][];
    this.sizes = new int[all.size()];
    for (int q = 0; q < arrays.length; q++) {
      sizes[q] = 1;
      String[] words = all.get(q).split("\t", -1);
      for (int k = 1; k < words.length; k++) sizes[q] *= Integer.parseInt(words[k]);
      if (words[0].isEmpty()) arrays[q] = new double[sizes[q]];
      else named.add(words[0]);
    }
    this.names = List.copyOf(named);
  }

  /// Lets the array at a place be the caller's.
  public void set(int place, double[] data) {
    if (data.length != sizes[place])
      throw new IllegalArgumentException(
          "%s needs %d numbers, and is given %d"
              .formatted(names.get(place), sizes[place], data.length));
    arrays[place] = data;
  }

  /// All of the caller's arrays at once, inputs before results.
  public void set(double[][] inputs, double[][] results) {
    if (inputs.length + results.length != names.size())
      throw new IllegalArgumentException("there are " + names.size() + " arrays: " + names);
    int place = 0;
    for (double[] x : inputs) set(place++, x);
    for (double[] x : results) set(place++, x);
  }

  public void run() {
    code.run(arrays, workspace);
  }
}
