package dev.jacobi.cli;

import dev.jacobi.expr.Extent;
import dev.jacobi.notation.LatexSpelling;
import dev.jacobi.notation.Problem;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.print.report.Report;
import dev.jacobi.print.report.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Reports as JSON: an array with one object for each file. Its members are listed in docs/json.md.
final class ReportJson {
  private static final LatexSpelling LATEX = new LatexSpelling();

  private final Json json;
  private final TextSpelling spelling;
  private final Function<Report.Outcome, String> numpy;

  private ReportJson(Json json, boolean ascii, Function<Report.Outcome, String> numpy) {
    this.json = json;
    this.spelling = new TextSpelling(ascii);
    this.numpy = numpy;
  }

  /// A report, and how its outcomes are written as NumPy.
  record Source(Report report, Function<Report.Outcome, String> numpy) {}

  static String of(List<Source> reports, boolean ascii) {
    return Json.text(json ->
        json.array(() -> {
          for (var r : reports) {
            new ReportJson(json, ascii, r.numpy).file(r.report);
          }
        }));
  }

  private void file(Report r) {
    json.object(() -> {
      json.text("file", r.file());
      each("declarations", r.declarations(), this::declaration);
      each("definitions", r.definitions(), this::definition);
      each("results", r.outcomes(), this::outcome);
      each("notes", r.notes(), this::error);
      each("errors", r.problems(), this::error);
    });
  }

  private <T> void each(String name, List<T> all, java.util.function.Consumer<T> members) {
    json.name(name)
        .array(() -> {
          for (T each : all) {
            json.object(() -> members.accept(each));
          }
        });
  }

  private void declaration(Report.Declared d) {
    json.text("name", spelling.spell(d.name()));
    shape(d.shape());
    json.text("set", Shapes.set(d));
  }

  private void definition(Report.Defined d) {
    json.text("name", spelling.spell(d.left()));
    d.shape().ifPresentOrElse(this::shape, () -> json.nothing("shape"));
    if (d.right().isPresent()) {
      formula(d.right().get());
    } else {
      json.nothing("text");
      json.nothing("latex");
    }
  }

  private void outcome(Report.Outcome o) {
    json.text("of", o.of());
    json.text("wrt", String.join(", ", o.wrt()));
    json.number("order", o.order());
    json.text("name", spelling.spell(o.closed().left()));
    shape(o.closed().shape());
    json.text("layout", o.layout().text);
    var matrix = o.closed().matrix();
    if (matrix.isPresent()) {
      json.name("matrix").object(() -> formula(matrix.get()));
    } else {
      json.nothing("matrix");
    }
    o.vectorised().ifPresent(v -> json.name("vectorised").object(() -> vectorised(v)));
    json.name("index")
        .object(() -> {
          formula(o.closed().entry());
          json.texts("letters", o.closed().letters());
        });
    each("layers", o.layers(), this::layer);
    each("steps", o.steps(), this::step);
    each("cases", o.cases(), this::aCase);
    json.texts("uses", o.uses());
    json.text("numpy", numpy.apply(o));
    json.name("checked").object(() -> checked(o));
  }

  private void vectorised(Report.Vectorised v) {
    json.text("name", spelling.spell(v.left()));
    shape(v.shape());
    formula(v.right());
  }

  private void layer(Report.Formula f) {
    json.text("name", spelling.spell(f.shownLeft()));
    shape(f.shape());
    formula(f.shown());
  }

  private void step(Report.Step s) {
    json.text("rule", s.rule());
    shape(s.shape());
    json.text("text", spelling.chain(s.chain()));
    json.text("latex", LATEX.chain(s.chain()));
  }

  private void aCase(Report.Case c) {
    json.text("if", c.text());
    formula(c.entry());
  }

  private void checked(Report.Outcome o) {
    json.number("points", o.directions());
    json.number("maxRelativeError", o.worst());
    List<String> where = new ArrayList<>();
    for (var c : o.validWhere()) {
      where.add(c.words());
    }
    json.texts("validWhere", where);
  }

  private void error(Problem p) {
    json.number("line", p.place().line());
    json.number("column", p.place().column());
    json.text("message", p.message());
    json.text("hint", p.hint());
  }

  private void formula(Syntax s) {
    json.text("text", spelling.spell(s));
    json.text("latex", LATEX.spell(s));
  }

  private void shape(List<Extent> shape) {
    List<String> extents = new ArrayList<>();
    for (var e : shape) {
      extents.add(e.toString());
    }
    json.texts("shape", extents);
  }
}
