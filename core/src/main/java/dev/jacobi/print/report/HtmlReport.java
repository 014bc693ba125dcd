package dev.jacobi.print.report;

import dev.jacobi.expr.Extent;
import dev.jacobi.notation.Syntax;
import dev.jacobi.print.report.Pieces.Piece;
import dev.jacobi.print.report.Report.Answer;
import dev.jacobi.print.report.Report.Step;
import dev.jacobi.print.report.Sheet.Block;
import dev.jacobi.print.report.Sheet.Row;
import dev.jacobi.print.report.Sheet.Section;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/// Reports as one HTML page that asks for nothing else: the mathematics is MathML, the style sheet
/// is inside. It follows the reader's light or dark setting, and prints.
public final class HtmlReport {
  private final StringBuilder out = new StringBuilder();

  private HtmlReport() {}

  public static String of(List<Report> reports, Set<Form> forms) {
    var h = new HtmlReport();
    h.head(reports);
    for (Report r : reports) h.article(Sheet.of(r, forms));
    return h.out.append("</main>\n</body>\n</html>\n").toString();
  }

  private void head(List<Report> reports) {
    String title = reports.isEmpty() ? "Jacobi" : Words.title(reports.get(0).file());
    out.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
        .append(Mathml.escape(title))
        .append("</title>\n<style>\n")
        .append(style())
        .append("</style>\n</head>\n<body>\n<main>\n");
  }

  private static String style() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      if (in == null) throw new IllegalStateException("report.css is missing");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void article(Sheet sheet) {
    out.append("<article>\n<h1>").append(Mathml.escape(sheet.title())).append("</h1>\n");
    for (Section s : sheet.sections()) {
      s.request().ifPresent(this::request);
      section(s);
    }
    out.append("</article>\n");
  }

  private void request(Answer a) {
    out.append("<h2 class=\"request\">").append(Words.request(a, Mathml::inline)).append("</h2>\n");
  }

  private void section(Section s) {
    String kind = s.title().toLowerCase(java.util.Locale.ROOT);
    out.append("<section class=\"")
        .append(kind.startsWith("result") ? "results" : kind)
        .append("\">\n<h2>");
    out.append(title(s)).append("</h2>\n");
    for (Block b : s.blocks()) block(b);
    out.append("</section>\n");
  }

  private static String title(Section s) {
    return switch (s.title()) {
      case "Forward", "Backward" -> s.title() + " pass";
      default -> s.title();
    };
  }

  private void block(Block b) {
    switch (b) {
      case Sheet.Given g -> given(g);
      case Sheet.Equations e -> equations(e.rows());
      case Sheet.Steps s -> steps(s.steps());
      case Sheet.Fact f -> fact("", f.text());
      case Sheet.Remark r -> remark(r);
    }
  }

  private void given(Sheet.Given g) {
    out.append("<table class=\"names\">\n");
    for (var d : g.names())
      declared(Mathml.inline(d.name()), Mathml.set(d), kind(d.shape()) + Shapes.words(d.set()));
    for (var d : g.unknown()) {
      List<Extent> shape = d.shape().orElseThrow();
      declared(Mathml.inline(d.left()), Mathml.space(shape), "unknown function, " + kind(shape));
    }
    out.append("</table>\n");
    for (String fact : g.facts()) fact("assume ", fact);
  }

  private void fact(String words, String text) {
    List<Syntax> sides = Words.sides(text);
    out.append("<p class=\"fact\">").append(words);
    out.append(sides.isEmpty() ? Mathml.escape(text) : Mathml.inline(sides)).append("</p>\n");
  }

  private void declared(String name, String set, String words) {
    out.append("<tr><td>").append(name).append("</td><td class=\"sign\">∈</td><td>").append(set);
    out.append("</td><td class=\"words\">").append(Mathml.escape(words)).append("</td></tr>\n");
  }

  private static String kind(List<Extent> shape) {
    return switch (shape.size()) {
      case 0 -> "number";
      case 1 -> "vector";
      case 2 -> "matrix";
      default -> "array of " + shape.size() + " axes";
    };
  }

  private void equations(List<Row> rows) {
    out.append("<div class=\"scroll\"><table class=\"equations\">\n");
    for (Row r : rows) row(r);
    out.append("</table></div>\n");
  }

  private void row(Row r) {
    for (int q = 0; q < r.sides().size(); q++) {
      boolean last = q == r.sides().size() - 1;
      List<Piece> pieces = Pieces.of(r.sides().get(q)).pieces();
      for (Piece p : pieces) {
        boolean first = p.sign().isEmpty();
        out.append("<tr><td class=\"left\">").append(q == 0 && first ? Mathml.tall(r.left()) : "");
        out.append("</td><td class=\"sign\">").append(first ? "=" : "").append("</td><td class=\"");
        out.append(r.answer() && last ? "answer" : "right")
            .append(first ? "" : " on")
            .append("\"><span>");
        out.append(Mathml.tall(p)).append("</span></td><td class=\"note\">");
        out.append(q == 0 && first ? note(r) : "").append("</td></tr>\n");
      }
    }
  }

  private static String note(Row r) {
    var s = new StringBuilder();
    r.shape().ifPresent(x -> s.append("∈ ").append(Mathml.space(x)));
    if (!r.note().isEmpty())
      s.append(" <span class=\"layout\">").append(Mathml.escape(r.note())).append("</span>");
    r.when().ifPresent(c -> s.append(when(c)));
    return s.toString();
  }

  private static String when(Report.Case c) {
    if (c.conditions().isEmpty()) return "otherwise";
    var s = new StringBuilder("if ");
    for (var x : c.conditions())
      s.append(x == c.conditions().get(0) ? "" : " and ").append(Mathml.inline(x));
    return s.toString();
  }

  private void steps(List<Step> steps) {
    out.append("<ol>\n");
    for (Step s : steps) {
      out.append("<li><p>").append(Mathml.escape(s.rule())).append("</p>\n");
      equations(List.of(Row.of(s)));
      out.append("</li>\n");
    }
    out.append("</ol>\n");
  }

  private void remark(Sheet.Remark r) {
    out.append("<p>").append(Mathml.escape(r.words()));
    r.formula().ifPresent(f -> out.append(' ').append(Mathml.inline(f)));
    String sign = " <span class=\"about\">for ";
    for (var about : r.about()) {
      out.append(sign).append(Mathml.inline(about));
      sign = ", ";
    }
    out.append(r.about().isEmpty() ? "" : "</span>").append("</p>\n");
  }
}
