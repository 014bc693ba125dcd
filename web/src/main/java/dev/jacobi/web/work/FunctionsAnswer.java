package dev.jacobi.web.work;

import dev.jacobi.FunctionTable;
import dev.jacobi.notation.LatexSpelling;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.print.report.FunctionRow;
import tools.jackson.databind.node.ObjectNode;

/// All functions of the language, for completion.
final class FunctionsAnswer {
  private FunctionsAnswer() {}

  static ObjectNode of(Question q) {
    var into = Spelled.node();
    into.set("functions", Spelled.each(FunctionTable.rows(), FunctionsAnswer::row));
    return into;
  }

  private static void row(ObjectNode into, FunctionRow r) {
    into.put("name", r.name()).put("call", r.call()).put("group", r.group()).put("note", r.note());
    r.definition().ifPresent(d -> into.put("definition", TextSpelling.PLAIN.spell(d)));
    into.set(
        "derivatives",
        Spelled.texts(r.derivatives().stream().map(TextSpelling.PLAIN::spell).toList()));
    into.set(
        "latex", Spelled.texts(r.derivatives().stream().map(new LatexSpelling()::spell).toList()));
  }
}
