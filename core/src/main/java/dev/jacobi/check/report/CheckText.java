package dev.jacobi.check.report;

import dev.jacobi.check.Checked;
import dev.jacobi.check.Relation;
import dev.jacobi.check.Relation.Correct;
import dev.jacobi.check.Verdict;
import dev.jacobi.notation.Excerpt;
import dev.jacobi.print.report.Paint;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Checked documents as plain text for a terminal: what is not plainly right, each with its line of
/// the file and a mark under the place.
public final class CheckText {
  private static final int LABEL = 10;
  private static final int MARGIN = 12;

  /// How it is written.
  ///
  /// - `all`: with the relations that are right, a line each
  /// - `ascii`: without other characters
  /// - `width`: of the terminal, in characters
  public record Style(boolean all, boolean ascii, int width, Paint paint) {}

  private final Style style;
  private final StringBuilder out = new StringBuilder();

  private CheckText(Style style) {
    this.style = style;
  }

  public static String of(List<Checked> files, Style style) {
    var text = new CheckText(style);
    for (Checked file : files) text.file(file);
    if (files.size() > 1)
      text.line(text.paint().strong(files.size() + " files, " + Said.counts(files)));
    return text.out.toString();
  }

  private void file(Checked file) {
    out.append(out.isEmpty() ? "" : "\n");
    line(paint().heading(plain(file.file().equals("-") ? "standard input" : file.file())));
    if (!file.relations().isEmpty()) label("layout", file.layout());
    for (String a : file.assumptions()) label("assumed", a);
    relations(file);
    out.append('\n');
    uses(file);
    line(paint().strong(Said.counts(List.of(file))));
  }

  private void relations(Checked file) {
    var lines = new Excerpt(file.text(), Math.max(30, style.width() - MARGIN), cut());
    String section = "";
    boolean wide = true; // what was said last took several lines
    for (Relation r : file.relations()) {
      boolean plain = Said.isPlain(r);
      if (plain && !style.all()) continue;
      if (!r.section().equals(section)) {
        section = r.section();
        out.append('\n');
        line(paint().heading(plain(Said.oneLine(section))));
        wide = plain;
      }
      if (wide || !plain) out.append('\n');
      if (plain) right(r);
      else told(file, r, lines);
      wide = !plain;
    }
  }

  private void right(Relation r) {
    String head = "  line " + r.place().line() + "  ";
    String word = r.verdict().word() + r.tier().map(t -> " (" + t + ")").orElse("");
    String written = plain(Said.oneLine(r.written()));
    int room = Math.max(20, style.width() - head.length() - word.length() - 2);
    if (written.length() > room)
      written =
          written.substring(
                  0,
                  written.offsetByCodePoints(
                      0,
                      Math.min(room - cut().length(), written.codePointCount(0, written.length()))))
              + cut();
    line(paint().faint(head) + painted(r, word) + "  " + written);
  }

  private void told(Checked file, Relation r, Excerpt lines) {
    String place = file.file() + ":" + r.place().line() + ":" + r.place().column() + ": ";
    line(plain(place) + painted(r, Said.headline(r)) + ": " + plain(Said.sentence(r)));
    lines
        .at(r.place())
        .ifPresent(s -> {
          line(plain(s.line()));
          line(painted(r, s.mark()));
        });
    r.correct().ifPresent(c -> correct(c, r.spelling().equals("tex")));
    for (var note : Said.notes(r)) label(note.label(), note.words());
  }

  private void correct(Correct c, boolean tex) {
    label("right", Shown.text(c, style.ascii()));
    boolean same = c.latex().equals(c.text()) || c.latex().isBlank();
    if (tex && !same) label("in LaTeX", c.latex());
  }

  /// The facts that right relations rest on, with their lines.
  private void uses(Checked file) {
    Map<String, TreeSet<Integer>> uses = new TreeMap<>();
    for (Relation r : file.relations())
      if (Said.isPlain(r))
        for (String fact : r.uses())
          uses.computeIfAbsent(fact, _ -> new TreeSet<>()).add(r.place().line());
    uses.forEach((fact, at) -> {
      String lines = at.toString();
      String word = at.size() == 1 ? ", in line " : ", in lines ";
      label("uses", fact + word + lines.substring(1, lines.length() - 1));
    });
  }

  private String painted(Relation r, String s) {
    if (r.verdict().isWrong()) return paint().wrong(s);
    boolean right = Said.isPlain(r) && r.verdict() != Verdict.UNREAD;
    return right ? paint().right(s) : paint().doubtful(s);
  }

  private void label(String label, String words) {
    line("  " + paint().faint(label + " ".repeat(LABEL - label.length())) + " " + plain(words));
  }

  private String cut() {
    return style.ascii() ? "..." : "…";
  }

  private String plain(String s) {
    return style.ascii() ? Shown.ascii(s) : s;
  }

  private void line(String s) {
    out.append(s).append('\n');
  }

  private Paint paint() {
    return style.paint();
  }
}
