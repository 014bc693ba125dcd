package dev.jacobi.check;

import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Model;
import dev.jacobi.notation.Parser;
import dev.jacobi.notation.Statement;
import dev.jacobi.notation.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The text of a key in which some names are declared and no longer defined.
final class Held {
  private Held() {}

  static String text(String text, Model model, Set<String> names) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    List<Statement> statements = Parser.parse(text).statements();
    for (int q = 0; q < statements.size(); q++) {
      if (!(statements.get(q) instanceof Statement.Equation e) || !names.contains(defined(e)))
        continue;
      int from = e.place().line();
      int to = q + 1 < statements.size() ? statements.get(q + 1).place().line() : lines.size() + 1;
      for (int line = from; line == from || line < to; line++) lines.set(line - 1, "");
    }
    var declared = new StringBuilder();
    for (String n : names) {
      List<Extent> shape = model.shape(n);
      String extents = shape.stream().map(Extent::toString).collect(Collectors.joining(", "));
      declared.append(n).append(" in R").append(shape.isEmpty() ? "" : "[" + extents + "]");
      declared.append('\n');
    }
    return declared + String.join("\n", lines) + "\n";
  }

  private static String defined(Statement.Equation e) {
    Syntax left = e.sides().getFirst();
    Syntax array = left instanceof Syntax.Entry x ? x.of() : left;
    return array instanceof Syntax.Name n ? n.text() : "";
  }
}
