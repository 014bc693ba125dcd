package dev.jacobi.check.report;

import dev.jacobi.check.Checked;
import dev.jacobi.check.Relation;
import dev.jacobi.check.Relation.Correct;
import dev.jacobi.check.Verdict;
import dev.jacobi.print.report.MarkdownReport;
import java.util.List;

/// Checked documents in Markdown: what is not plainly right, with formulas between dollar signs as
/// GitHub, GitLab, Jupyter and Obsidian show them.
public final class CheckMarkdown {
  private final StringBuilder out = new StringBuilder();
  private final boolean all;

  private CheckMarkdown(boolean all) {
    this.all = all;
  }

  /// - `all`: with the relations that are right
  public static String of(List<Checked> files, boolean all) {
    var m = new CheckMarkdown(all);
    for (Checked f : files) m.file(f);
    return m.out.toString();
  }

  /// The relations alone, without the heading of the file.
  static String relations(Checked file, boolean all) {
    var m = new CheckMarkdown(all);
    m.relations(file, "## ");
    return m.out.toString();
  }

  private void file(Checked f) {
    out.append(out.isEmpty() ? "" : "\n");
    String name = f.file().equals("-") ? "standard input" : f.file();
    out.append("# ").append(words(name)).append("\n\n");
    out.append(words(Said.counts(List.of(f)))).append(".\n\n");
    if (!f.relations().isEmpty()) item("Layout", words(f.layout()));
    for (String a : f.assumptions()) item("Assumed", words(a));
    relations(f, "## ");
  }

  private void relations(Checked f, String heading) {
    String section = "";
    for (Relation r : f.relations()) {
      if (Said.isPlain(r) && !all) continue;
      if (!r.section().equals(section)) {
        section = r.section();
        out.append('\n').append(heading).append(words(Said.oneLine(section))).append('\n');
      }
      relation(r);
    }
  }

  private void relation(Relation r) {
    out.append("\n**Line ").append(r.place().line()).append(": ");
    out.append(words(Said.headline(r))).append(".** ").append(words(Said.sentence(r)));
    out.append("\n\n").append(written(r)).append('\n');
    r.correct().ifPresent(c -> out.append("\nIt should be\n\n").append(correct(c)).append('\n'));
    var notes = Said.notes(r);
    if (!notes.isEmpty()) out.append('\n');
    for (var n : notes) item(n.label(), words(n.words()));
  }

  private void item(String label, String words) {
    out.append("- ").append(label).append(": ").append(words).append('\n');
  }

  /// What was written. Rows of a table lose their frame, so that each stands for itself.
  private static String written(Relation r) {
    String s = Said.oneLine(r.written());
    boolean math = r.spelling().equals("tex") && r.verdict() != Verdict.UNREAD;
    math &= !s.contains("&") && !s.contains("$");
    return math ? "$$" + s + "$$" : code(s);
  }

  private static String correct(Correct c) {
    return c.latex().isBlank() ? code(c.text()) : "$$" + Said.oneLine(c.latex()) + "$$";
  }

  /// A block of code, which no character in it can end.
  private static String code(String s) {
    String fence = "```";
    while (s.contains(fence)) fence += "`";
    return fence + "\n" + s + "\n" + fence;
  }

  private static String words(String s) {
    return MarkdownReport.words(s);
  }
}
