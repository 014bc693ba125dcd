package dev.jacobi.print.report;

import dev.jacobi.print.report.Report.Step;
import dev.jacobi.print.report.Sheet.Block;
import dev.jacobi.print.report.Sheet.Row;
import dev.jacobi.print.report.Sheet.Section;
import java.util.List;
import java.util.Set;

/// Reports in LaTeX: a fragment to put into a text of one's own, or a document that compiles. It
/// needs amsmath and amssymb, nothing else; its formulas are within what KaTeX reads.
public final class LatexReport {
  private static final String HEAD =
      """
      \\documentclass[11pt]{article}
      \\usepackage{amsmath,amssymb}
      \\setlength{\\parindent}{0pt}
      \\setlength{\\oddsidemargin}{0pt}
      \\setlength{\\textwidth}{16.5cm}
      \\setlength{\\topmargin}{-1cm}
      \\setlength{\\textheight}{24cm}
      \\allowdisplaybreaks
      % amssymb has no blackboard 1
      \\let\\blackboard\\mathbb
      \\renewcommand{\\mathbb}[1]{\\if1#1\\mathbf{1}\\else\\blackboard{#1}\\fi}
      \\begin{document}

      """;

  private final StringBuilder out = new StringBuilder();

  private LatexReport() {}

  /// A fragment, from one heading on.
  public static String fragment(Report report, Set<Form> forms) {
    var r = new LatexReport();
    r.write(Sheet.of(report, forms));
    return r.out.toString();
  }

  /// One document of several reports.
  public static String document(List<Report> reports, Set<Form> forms) {
    var s = new StringBuilder(HEAD);
    for (Report r : reports) s.append(fragment(r, forms)).append('\n');
    return s.append("\\end{document}\n").toString();
  }

  private void write(Sheet sheet) {
    out.append("\\section*{").append(Latex.words(sheet.title())).append("}\n");
    for (Section s : sheet.sections()) section(s);
  }

  private void section(Section s) {
    s.request()
        .ifPresent(a ->
            out.append("\n\\subsection*{")
                .append(Words.request(a, x -> "$" + Latex.math(x) + "$"))
                .append("}\n"));
    out.append("\n\\paragraph{").append(s.title()).append("}\n");
    for (Block b : s.blocks()) block(b);
  }

  private void block(Block b) {
    switch (b) {
      case Sheet.Given g -> out.append(Latex.given(g)).append(".\n");
      case Sheet.Equations e -> equations(e.rows());
      case Sheet.Steps s -> steps(s.steps());
      case Sheet.Fact f -> out.append('$').append(Latex.fact(f.text())).append("$.\n");
      case Sheet.Remark r -> out.append(Latex.remark(r)).append(".\n");
    }
  }

  private void equations(List<Row> rows) {
    out.append("\\begin{align*}\n").append(Latex.rows(rows)).append("\n\\end{align*}\n");
  }

  private void steps(List<Step> steps) {
    out.append("\\begin{enumerate}\n");
    for (Step s : steps) {
      out.append("\\item ").append(Latex.words(s.rule())).append('\n');
      equations(List.of(Row.of(s)));
    }
    out.append("\\end{enumerate}\n");
  }
}
