package dev.jacobi.engine.saved;

import java.util.ArrayList;
import java.util.List;

/// What the jar says about itself.
final class Readme {
  private Readme() {}

  static String of(SavedFunction f, String className, String parts) {
    String number = f.isDouble() ? "double" : "float";
    String simple = className.substring(className.lastIndexOf('.') + 1);
    List<String> names = ParameterNames.of(f.arrays());
    var text = new StringBuilder();
    text.append("# ").append(simple).append("\n\n");
    text.append(
        """
        Compiled by Jacobi, for the sizes below. It needs Java 25 and nothing else; with
        `--add-modules jdk.incubator.vector` on the java command it uses vectors, and is faster.

            var f = new %s();
            f.run(%s);

        Arrays are `%s[]`, row-major; a number is an array of one entry. Inputs are read and
        results are written, except inputs that the program was asked to change. `run` allocates
        nothing; each thread needs an object of its own. `run(%s[][] inputs, %s[][] results)` is
        the same with the arrays in the order of this table.
        """
            .formatted(className, String.join(", ", names), number, number, number));
    text.append("\n| parameter | is | shape | numbers |\n| --- | --- | --- | --- |\n");
    rows(text, f.inputs(), names, "");
    rows(text, f.results(), names.subList(f.inputs().size(), names.size()), "result ");
    text.append("\nThe classes in `")
        .append(parts)
        .append("` are Jacobi's, under the Apache License");
    text.append(", Version 2.0\n(https://www.apache.org/licenses/LICENSE-2.0).\n");
    return text.toString();
  }

  private static void rows(
      StringBuilder text, List<SavedFunction.Array> arrays, List<String> names, String kind) {
    for (int q = 0; q < arrays.size(); q++) {
      SavedFunction.Array a = arrays.get(q);
      List<String> shape = new ArrayList<>();
      for (int s : a.shape()) shape.add(String.valueOf(s));
      text.append("| `").append(names.get(q)).append("` | ").append(kind);
      text.append('`').append(a.name()).append("` | ").append(a.words());
      text.append(" | ").append(shape.isEmpty() ? "1" : String.join(" × ", shape)).append(" |\n");
    }
  }
}
