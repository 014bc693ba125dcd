package dev.jacobi.check.report;

import static dev.jacobi.check.report.Grade.points;

import dev.jacobi.notation.Problem;
import dev.jacobi.print.report.MarkdownReport;
import java.util.ArrayList;
import java.util.List;

/// What the writer of a submission gets back, in Markdown: the points, and what is not right.
public final class Feedback {
  private Feedback() {}

  public static String of(Grade g) {
    String name = MarkdownReport.words(g.file().file());
    var out = new StringBuilder("# " + name + "\n\n");
    out.append("**").append(points(g.points())).append(" of ").append(points(g.of()));
    out.append(" points.** ").append(MarkdownReport.words(Said.counts(List.of(g.file()))));
    out.append(".\n\n");
    if (g.open() > 0)
      out.append(points(g.open())).append(" more points are left for a person to decide.\n\n");
    for (Problem p : g.file().errors())
      out.append("It could not be checked: ")
          .append(MarkdownReport.words(p.message()))
          .append('\n');
    out.append(marks(g).markdown());
    return out.append(CheckMarkdown.relations(g.file(), false)).toString();
  }

  private static Table marks(Grade g) {
    List<List<String>> rows = new ArrayList<>();
    for (var m : g.marks())
      rows.add(
          List.of(
              m.question(),
              points(m.points()),
              points(m.of()),
              m.answer().isEmpty()
                  ? "nothing to judge was found"
                  : m.mistakes().size() + " of " + m.answer().size() + " wrong"));
    return new Table("Points", List.of("question", "points", "of", "judged"), rows);
  }
}
