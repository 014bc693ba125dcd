package dev.jacobi.web.work;

import dev.jacobi.expr.Extent;
import dev.jacobi.notation.LatexSpelling;
import dev.jacobi.notation.Problem;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.print.report.Report;
import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes formulas into JSON, as text and as LaTeX whose names are marked by their number in
/// `names`.
final class Spelled {
  private final LatexSpelling latex;

  Spelled(List<String> names) {
    this.latex = new LatexSpelling(names);
  }

  ObjectNode formula(Syntax s) {
    return node().put("text", TextSpelling.PLAIN.spell(s)).put("latex", latex.spell(s));
  }

  ObjectNode chain(List<Syntax> sides) {
    return node().put("text", TextSpelling.PLAIN.chain(sides)).put("latex", latex.chain(sides));
  }

  String latex(Syntax s) {
    return latex.spell(s);
  }

  static ObjectNode node() {
    return Answers.MAPPER.createObjectNode();
  }

  static <T> ArrayNode each(Iterable<T> all, BiConsumer<ObjectNode, T> write) {
    var array = Answers.MAPPER.createArrayNode();
    for (T t : all) {
      var node = array.addObject();
      write.accept(node, t);
    }
    return array;
  }

  static ArrayNode texts(Iterable<String> all) {
    var array = Answers.MAPPER.createArrayNode();
    all.forEach(array::add);
    return array;
  }

  static ArrayNode shape(List<Extent> shape) {
    return texts(shape.stream().map(Extent::toString).toList());
  }

  static ArrayNode problems(List<Problem> problems) {
    return each(problems, Spelled::problem);
  }

  private static void problem(ObjectNode into, Problem p) {
    into.put("line", p.place().line()).put("column", p.place().column());
    into.put("length", p.place().length());
    into.put("message", p.message()).put("hint", p.hint());
  }

  /// How a condition of a case is written: `i = j`.
  String when(Report.Case c) {
    if (c.conditions().isEmpty()) return "\\text{otherwise}";
    return "\\text{if }"
        + String.join("\\text{ and }", c.conditions().stream().map(latex::spell).toList());
  }
}
