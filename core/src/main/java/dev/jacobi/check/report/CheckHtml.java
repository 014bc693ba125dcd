package dev.jacobi.check.report;

import dev.jacobi.check.Checked;
import dev.jacobi.check.Relation;
import dev.jacobi.check.Verdict;
import dev.jacobi.check.report.Layers.Line;
import dev.jacobi.print.report.Mathml;
import dev.jacobi.print.report.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// Checked documents as one HTML page that asks for nothing else: the text of each, its relations
/// coloured, and beside every line the verdicts. It follows the reader's light or dark setting.
public final class CheckHtml {
  private static final Pattern FORMULA = Pattern.compile("`([^`]+)`");

  private final StringBuilder out = new StringBuilder();
  private final Checked file;
  private final int number;

  private CheckHtml(Checked file, int number) {
    this.file = file;
    this.number = number;
  }

  public static String of(List<Checked> files) {
    var page = new StringBuilder();
    String title = files.isEmpty() ? "Jacobi" : name(files.getFirst()) + ", checked";
    page.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
        .append(Mathml.escape(title))
        .append("</title>\n<style>\n")
        .append(style())
        .append("</style>\n</head>\n<body>\n<main>\n");
    for (int n = 0; n < files.size(); n++) page.append(new CheckHtml(files.get(n), n).article());
    return page.append("</main>\n</body>\n</html>\n").toString();
  }

  private static String name(Checked file) {
    return Words.title(file.file());
  }

  private static String style() {
    try (InputStream in = CheckHtml.class.getResourceAsStream("check.css")) {
      if (in == null) throw new IllegalStateException("check.css is missing");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private StringBuilder article() {
    out.append("<article>\n<h1>").append(Mathml.escape(name(file))).append("</h1>\n");
    summary();
    mistakes();
    out.append("<div class=\"document\">\n");
    int n = 0;
    for (Line line : Layers.of(file.text(), file.relations())) line(++n, line);
    return out.append("</div>\n</article>\n");
  }

  private void summary() {
    out.append("<p class=\"summary\">");
    file.summary()
        .forEach((verdict, n) -> {
          if (n > 0)
            out.append("<span class=\"badge ").append(kind(verdict)).append("\">").append(n);
          if (n > 0) out.append(' ').append(verdict.word()).append("</span> ");
        });
    out.append("</p>\n<p class=\"about\">layout ").append(Mathml.escape(file.layout()));
    for (String a : file.assumptions()) out.append("<br>assumed: ").append(Mathml.escape(a));
    out.append("</p>\n");
  }

  /// A list that leads to each place of a mistake.
  private void mistakes() {
    if (file.relations().stream().noneMatch(CheckHtml::isListed)) return;
    out.append("<nav><ol>\n");
    for (int q = 0; q < file.relations().size(); q++) {
      Relation r = file.relations().get(q);
      if (isListed(r)) mistake(r, q);
    }
    out.append("</ol></nav>\n");
  }

  private static boolean isListed(Relation r) {
    return r.verdict().isWrong() || r.verdict() == Verdict.UNREAD;
  }

  private void mistake(Relation r, int q) {
    out.append("<li><a href=\"#").append(id(q)).append("\">line ").append(r.place().line());
    out.append("</a> <b class=\"").append(kind(r.verdict())).append("\">");
    out.append(Said.headline(r)).append("</b> ");
    out.append(prose(Said.sentence(r))).append("</li>\n");
  }

  private void line(int n, Line line) {
    String text = line.stretches().isEmpty() ? "" : line.stretches().getFirst().text();
    boolean heading = text.startsWith("#") || text.startsWith("\\section");
    out.append("<div class=\"line").append(heading ? " heading" : "").append("\"><i>");
    out.append(n).append("</i><code>");
    for (var s : line.stretches()) stretch(s);
    out.append("</code><div class=\"said\">");
    for (int q : line.starting()) said(q);
    out.append("</div></div>\n");
  }

  private void stretch(Layers.Stretch s) {
    if (s.relation() < 0) {
      out.append(Mathml.escape(s.text()));
      return;
    }
    Relation r = file.relations().get(s.relation());
    String title = Said.headline(r) + ": " + Said.sentence(r);
    out.append("<mark class=\"")
        .append(kind(r))
        .append(s.ends() ? " end" : "")
        .append("\" title=\"");
    out.append(Mathml.escape(title).replace("\"", "&quot;")).append("\">");
    out.append(Mathml.escape(s.text())).append("</mark>");
  }

  private void said(int q) {
    Relation r = file.relations().get(q);
    if (Said.isPlain(r)) {
      badge(r, q);
      return;
    }
    out.append("<div class=\"card ").append(kind(r)).append("\">");
    badge(r, q);
    out.append("<p>").append(prose(Said.sentence(r))).append("</p>");
    r.correct()
        .ifPresent(c -> {
          out.append("<p class=\"right\">").append(Shown.html(c)).append("</p>");
        });
    var notes = Said.notes(r);
    if (!notes.isEmpty()) out.append("<dl>");
    for (var note : notes) {
      out.append("<dt>").append(note.label()).append("</dt><dd>");
      out.append(prose(note.words())).append("</dd>");
    }
    out.append(notes.isEmpty() ? "" : "</dl>").append("</div>");
  }

  private void badge(Relation r, int q) {
    out.append("<span class=\"badge ").append(kind(r)).append("\" id=\"").append(id(q));
    out.append("\">").append(sign(r)).append(' ').append(Said.headline(r)).append("</span>");
  }

  private String id(int q) {
    return "r" + number + "-" + q;
  }

  private static String sign(Relation r) {
    if (r.verdict() == Verdict.DEFINITION) return "≔";
    if (r.verdict().isWrong()) return "✗";
    if (r.verdict() == Verdict.UNREAD) return "?";
    return Said.isPlain(r) ? "✓" : "!";
  }

  /// Right by a step that is not: to be looked at.
  private static String kind(Relation r) {
    boolean right = Said.isPlain(r) || !r.verdict().isTrue();
    return right ? kind(r.verdict()) : "doubtful";
  }

  private static String kind(Verdict v) {
    return switch (v) {
      case DEFINITION -> "definition";
      case PROVED, AGREES -> "true";
      case CONDITIONAL, NOTATION -> "doubtful";
      case REFUTED, MALFORMED -> "wrong";
      case UNREAD -> "unread";
    };
  }

  /// Words in which formulas stand between backticks.
  private static String prose(String words) {
    return FORMULA.matcher(Mathml.escape(words)).replaceAll("<code>$1</code>");
  }
}
