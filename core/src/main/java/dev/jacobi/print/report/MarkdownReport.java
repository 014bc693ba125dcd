package dev.jacobi.print.report;

import dev.jacobi.print.report.Report.Step;
import dev.jacobi.print.report.Sheet.Block;
import dev.jacobi.print.report.Sheet.Row;
import dev.jacobi.print.report.Sheet.Section;
import java.util.List;
import java.util.Set;

/// A report in Markdown with LaTeX between dollar signs, as GitHub, GitLab, Jupyter and Obsidian
/// show it.
public final class MarkdownReport {
  private final StringBuilder out = new StringBuilder();

  private MarkdownReport() {}

  public static String of(Report report, Set<Form> forms) {
    var r = new MarkdownReport();
    r.write(Sheet.of(report, forms));
    return r.out.toString();
  }

  private void write(Sheet sheet) {
    out.append("# ").append(words(sheet.title())).append('\n');
    for (Section s : sheet.sections()) section(s);
  }

  private void section(Section s) {
    s.request()
        .ifPresent(a ->
            out.append("\n## ")
                .append(Words.request(a, x -> "$" + Latex.math(x) + "$"))
                .append('\n'));
    Block first = s.blocks().get(0);
    boolean remark = first instanceof Sheet.Remark || first instanceof Sheet.Fact;
    if (!remark) out.append("\n### ").append(s.title()).append("\n");
    else out.append("\n**").append(s.title()).append("** ");
    for (Block b : s.blocks()) block(b);
  }

  private void block(Block b) {
    switch (b) {
      case Sheet.Given g -> out.append('\n').append(Latex.given(g)).append("\n");
      case Sheet.Equations e -> equations(e.rows(), "");
      case Sheet.Steps s -> steps(s.steps());
      case Sheet.Fact f -> out.append('$').append(Latex.fact(f.text())).append("$\n");
      case Sheet.Remark r -> out.append(remark(r)).append("\n");
    }
  }

  private static String remark(Sheet.Remark r) {
    return words(r.words()) + Latex.remark(new Sheet.Remark("", r.formula(), r.about()));
  }

  private void equations(List<Row> rows, String indent) {
    String body = "$$\n\\begin{aligned}\n" + Latex.rows(rows) + "\n\\end{aligned}\n$$\n";
    out.append('\n').append(body.indent(indent.length()));
  }

  private void steps(List<Step> steps) {
    int n = 0;
    for (Step s : steps) {
      String number = ++n + ". ";
      out.append('\n').append(number).append(words(s.rule())).append('\n');
      equations(List.of(Row.of(s)), " ".repeat(number.length()));
    }
  }

  /// Words whose characters mean themselves.
  public static String words(String text) {
    var s = new StringBuilder();
    for (int q = 0; q < text.length(); q++) {
      if ("\\`*_{}[]<>#|$".indexOf(text.charAt(q)) >= 0) s.append('\\');
      s.append(text.charAt(q));
    }
    return s.toString();
  }
}
