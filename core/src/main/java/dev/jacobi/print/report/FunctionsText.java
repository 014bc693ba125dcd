package dev.jacobi.print.report;

import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import java.util.ArrayList;
import java.util.List;

/// The table of functions as plain text, and in Markdown.
public final class FunctionsText {
  private static final String[] HEADS = {"", "derivative", "values", "slopes", "domain", "kinks"};
  private static final int GAP = 3;

  private FunctionsText() {}

  // ---- plain text

  public static String text(List<FunctionRow> rows, boolean ascii, Paint paint) {
    var spelling = new TextSpelling(ascii);
    var out = new StringBuilder(paint.strong("Functions of each entry")).append('\n');
    out.append(paint.faint("y is the value of the function itself")).append("\n\n");
    List<String[]> table = new ArrayList<>();
    table.add(HEADS);
    for (FunctionRow r : rows) if (r.definition().isEmpty()) table.add(cells(r, spelling));
    table(out, table, paint);
    String group = "";
    for (FunctionRow r : rows) {
      if (r.definition().isEmpty()) continue;
      if (!r.group().equals(group))
        out.append('\n').append(paint.strong(title(r.group()))).append('\n');
      group = r.group();
      composite(out, r, spelling, paint);
    }
    return out.toString();
  }

  private static String title(String group) {
    return "Made of others: " + group;
  }

  private static String[] cells(FunctionRow r, TextSpelling spelling) {
    return new String[] {
      r.call(), derivatives(r, spelling), r.range(), r.slopes(), r.domain(), r.kinks()
    };
  }

  private static String derivatives(FunctionRow r, TextSpelling spelling) {
    var s = new StringBuilder();
    for (Syntax d : r.derivatives()) s.append(s.isEmpty() ? "" : ",  ").append(spelling.spell(d));
    return s.toString();
  }

  private static void table(StringBuilder out, List<String[]> table, Paint paint) {
    int[] widths = new int[HEADS.length];
    for (String[] row : table)
      for (int q = 0; q < row.length; q++) widths[q] = Math.max(widths[q], Columns.width(row[q]));
    for (String[] row : table) {
      var line = new StringBuilder();
      for (int q = 0; q < row.length; q++)
        line.append(row[q]).repeat(' ', widths[q] - Columns.width(row[q]) + GAP);
      String text = line.toString().stripTrailing();
      out.append(row == HEADS ? paint.faint(text) : text).append('\n');
    }
  }

  private static void composite(
      StringBuilder out, FunctionRow r, TextSpelling spelling, Paint paint) {
    out.append('\n').append(r.call()).append(" = ");
    out.append(spelling.spell(r.definition().orElseThrow())).append('\n');
    if (!r.derivatives().isEmpty())
      out.append("  derivative  ").append(derivatives(r, spelling)).append('\n');
    if (!r.note().isEmpty()) out.append("  ").append(paint.faint(r.note())).append('\n');
  }

  // ---- Markdown

  public static String markdown(List<FunctionRow> rows) {
    var out = new StringBuilder("# Functions\n\n## Of each entry\n\n");
    out.append("In the derivatives, $y$ is the value of the function itself.\n\n");
    out.append("| function | derivative | values | slopes | domain | kinks |\n");
    out.append("| --- | --- | --- | --- | --- | --- |\n");
    for (FunctionRow r : rows) {
      if (r.definition().isPresent()) continue;
      out.append("| `").append(r.call()).append("` | ").append(math(r.derivatives()));
      for (String s : List.of(r.range(), r.slopes(), r.domain(), r.kinks()))
        out.append(" | ").append(s);
      out.append(" |\n");
    }
    String group = "";
    for (FunctionRow r : rows) {
      if (r.definition().isEmpty()) continue;
      if (!r.group().equals(group)) out.append("\n## ").append(title(r.group())).append("\n\n");
      group = r.group();
      out.append("- `").append(r.call()).append("` $= ").append(Latex.math(r.definition().get()));
      out.append('$');
      if (!r.derivatives().isEmpty()) out.append(", derivative ").append(math(r.derivatives()));
      out.append(r.note().isEmpty() ? "" : " — " + MarkdownReport.words(r.note())).append('\n');
    }
    return out.toString();
  }

  private static String math(List<Syntax> formulas) {
    var s = new StringBuilder();
    for (Syntax f : formulas) s.append(s.isEmpty() ? "$" : ", $").append(Latex.math(f)).append('$');
    return s.toString();
  }
}
