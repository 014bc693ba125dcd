package dev.jacobi.check;

import dev.jacobi.notation.PythonLine;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Trees;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A small function of the author's, `def sigmoid(z): return 1 / (1 + np.exp(-z))`: it stands for
/// its formula where it is called.
///
/// - `begins` and `ends`: the lines of it, by their numbers
record CodeHelper(List<String> parameters, Syntax value, int begins, int ends) {

  /// The helpers of a block, by name: those that give one value, and no name of the key one.
  static Map<String, CodeHelper> in(List<PythonLine> code, CodeNames names) {
    Map<String, CodeHelper> all = new HashMap<>();
    for (int q = 0; q < code.size(); q++) {
      if (!(code.get(q) instanceof PythonLine.Function f)) continue;
      if (f.name().equals("forward") || f.name().equals("backward")) continue;
      if (names.by(f.name()).isPresent()) continue;
      int begin = q;
      at(code, begin, f, names).ifPresent(h -> all.put(f.name(), h));
    }
    return all;
  }

  private static Optional<CodeHelper> at(
      List<PythonLine> code, int begin, PythonLine.Function f, CodeNames names) {
    Map<String, Syntax> own = new HashMap<>();
    for (String p : f.parameters()) own.put(p, new Syntax.Name(inner(p), f.place()));
    int q = begin + 1;
    for (; q < code.size() && code.get(q).place().column() > f.place().column(); q++) {
      switch (code.get(q)) {
        case PythonLine.Assignment a -> {
          if (names.of(a.target(), a.place()).isPresent() && !f.parameters().contains(a.target()))
            return Optional.empty();
          own.put(a.target(), put(a.value(), own));
        }
        case PythonLine.Return r -> {
          boolean last =
              q + 1 == code.size() || code.get(q + 1).place().column() <= f.place().column();
          if (!last || r.values().size() != 1) return Optional.empty();
          Syntax value = put(r.values().get(0), own);
          return Optional.of(new CodeHelper(f.parameters(), value, begin, q));
        }
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static Syntax put(Syntax s, Map<String, Syntax> values) {
    return Trees.map(s, x -> x instanceof Syntax.Name n ? values.getOrDefault(n.text(), n) : x);
  }

  /// A parameter, as the formula calls it: no other name is written so.
  private static String inner(String parameter) {
    return "·" + parameter;
  }

  /// A formula in the parameters, with arguments in their places.
  Syntax called(Syntax formula, List<Syntax> arguments) {
    Map<String, Syntax> given = new HashMap<>();
    for (int q = 0; q < arguments.size(); q++)
      given.put(inner(parameters.get(q)), arguments.get(q));
    return put(formula, given);
  }
}
