package dev.jacobi.check;

import dev.jacobi.notation.PythonLine;
import dev.jacobi.notation.Syntax;
import java.util.List;

/// A class with a `forward` and a `backward`, as PyTorch's functions have: what the one takes,
/// saves and gives, the other takes up.
final class CodeClass {
  static final CodeClass NONE = new CodeClass(0, false);

  private final int column;
  private final boolean pair;
  private List<String> inputs = List.of();
  private List<String> outputs = List.of();
  private List<Syntax> saved = List.of();

  private CodeClass(int column, boolean pair) {
    this.column = column;
    this.pair = pair;
  }

  /// The class that begins at a line.
  static CodeClass at(List<PythonLine> code, int begin) {
    int column = code.get(begin).place().column();
    boolean forward = false;
    boolean backward = false;
    for (int q = begin + 1; q < code.size() && code.get(q).place().column() > column; q++) {
      if (!(code.get(q) instanceof PythonLine.Function f)) continue;
      forward |= f.name().equals("forward");
      backward |= f.name().equals("backward");
    }
    return new CodeClass(column, forward && backward);
  }

  int column() {
    return column;
  }

  boolean isIn(String which, String function) {
    return pair && function.equals(which);
  }

  void inputs(List<String> names) {
    inputs = names;
  }

  List<String> inputs() {
    return inputs;
  }

  void outputs(List<String> names) {
    outputs = List.copyOf(names);
  }

  List<String> outputs() {
    return outputs;
  }

  void save(List<Syntax> values) {
    if (pair) saved = values;
  }

  List<Syntax> saved() {
    return saved;
  }
}
