package dev.jacobi;

import dev.jacobi.elaborate.Library;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Function;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Terms;
import dev.jacobi.notation.NotationException;
import dev.jacobi.notation.Parser;
import dev.jacobi.notation.Syntax;
import dev.jacobi.print.Printer;
import dev.jacobi.print.Spellings;
import dev.jacobi.print.report.FunctionRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All functions of the language: the primitives with the derivatives of their table, and those of
/// the library with their definitions and, for functions of numbers, derivatives that are derived
/// anew.
public final class FunctionTable {
  private FunctionTable() {}

  public static List<FunctionRow> rows() {
    List<FunctionRow> all = new ArrayList<>();
    for (Function f : Function.values()) all.add(primitive(f));
    for (Library.Entry e : Library.entries()) all.add(composite(e));
    return all;
  }

  // ---- the table

  private static FunctionRow primitive(Function f) {
    var t = new Terms();
    var printer = new Printer(new Model(t), new Spellings());
    List<Expr> arguments =
        f.arity == 1 ? List.of(t.symbol("x")) : List.of(t.symbol("x"), t.symbol("z"));
    List<Syntax> derivatives = new ArrayList<>();
    for (int q = 0; q < f.arity; q++) {
      Expr slope = f.derivative(t, arguments, t.symbol("y"), q);
      derivatives.add(printer.entry(slope, List.of(), List.of()).syntax());
    }
    return new FunctionRow(
        "each entry",
        f.text,
        f.text + (f.arity == 1 ? "(x)" : "(x, z)"),
        Optional.empty(),
        derivatives,
        f.range,
        f.slopeRange,
        f.domain,
        f.kinks,
        "");
  }

  // ---- the library

  private static FunctionRow composite(Library.Entry e) {
    return new FunctionRow(
        e.axes(), e.name(), e.signature(), body(e), derivative(e), "", "", "", "", e.comment());
  }

  private static Optional<Syntax> body(Library.Entry e) {
    try {
      return Optional.of(Parser.formula(e.body()));
    } catch (NotationException _) {
      return Optional.empty();
    }
  }

  /// `dy/du` of `y = f(u, …)`, when f is of numbers.
  private static List<Syntax> derivative(Library.Entry e) {
    if (!e.axes().equals("each entry")) return List.of();
    String s = e.signature();
    List<String> parameters = new ArrayList<>();
    for (String p : s.substring(s.indexOf('(') + 1, s.indexOf(')')).split(","))
      parameters.add(p.split("=")[0].strip());
    String names = String.join(", ", parameters);
    String first = parameters.getFirst();
    String text =
        names + " in R\ny = " + e.name() + "(" + names + ")\nderive y wrt " + first + "\n";
    var model = Jacobi.read(e.name(), text);
    var report = Reports.of(model, Reports.Ask.plain());
    return report.outcomes().stream().map(o -> o.closed().shown()).toList();
  }
}
