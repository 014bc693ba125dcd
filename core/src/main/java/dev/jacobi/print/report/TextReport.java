package dev.jacobi.print.report;

import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.print.report.Report.Step;
import dev.jacobi.print.report.Sheet.Block;
import dev.jacobi.print.report.Sheet.Row;
import dev.jacobi.print.report.Sheet.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A report as plain text for a terminal. Its formulas are in the language, and can be read again.
public final class TextReport {
  private static final int WIDTH = 72;

  private final TextSpelling spelling;
  private final Columns columns;
  private String label = "";

  private TextReport(boolean ascii, Columns columns) {
    this.spelling = new TextSpelling(ascii);
    this.columns = columns;
  }

  public static String of(Report report, Set<Form> forms, boolean ascii, Paint paint) {
    Sheet sheet = Sheet.of(report, forms);
    var draft = new Columns(paint, 0); // tells in which column the shapes can stand
    new TextReport(ascii, draft).write(sheet);
    var columns = new Columns(paint, draft.noteColumn());
    new TextReport(ascii, columns).write(sheet);
    return columns.text();
  }

  private void write(Sheet sheet) {
    columns.title(sheet.title());
    String before = "";
    for (Section s : sheet.sections()) {
      if (!(s.title().equals("Valid") && before.equals("Uses"))) columns.blank();
      before = s.title();
      if (s.request().isPresent()) {
        columns.title(Words.request(s.request().get(), this::spell));
        columns.blank();
      }
      label = s.title();
      for (int q = 0; q < s.blocks().size(); q++) {
        boolean results = s.title().startsWith("Result");
        if (q > 0 && results) {
          if (isNewResult(s.blocks().get(q))) columns.blank();
          else columns.flush();
        }
        block(s.blocks().get(q));
      }
    }
  }

  private static boolean isNewResult(Block b) {
    return b instanceof Sheet.Equations e && e.rows().get(0).answer();
  }

  private String label() {
    String now = label;
    label = "";
    return now;
  }

  private void block(Block block) {
    switch (block) {
      case Sheet.Given g -> given(g);
      case Sheet.Equations e -> e.rows().forEach(this::row);
      case Sheet.Steps s -> steps(s.steps());
      case Sheet.Fact f -> columns.words(label(), f.text());
      case Sheet.Remark r -> columns.words(label(), remark(r));
    }
  }

  private void given(Sheet.Given g) {
    List<String> parts = new ArrayList<>();
    for (var d : g.names()) parts.add(spell(d.name()) + " in " + Shapes.of(d));
    for (var d : g.unknown())
      parts.add(spell(d.left()) + " in " + Shapes.of(d.shape().orElseThrow()));
    for (String line : filled(parts)) columns.words(label(), line);
    for (String fact : g.facts()) columns.words(label(), "assume " + fact);
  }

  /// Parts with commas between, in lines of a readable width.
  private static List<String> filled(List<String> parts) {
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder();
    for (String p : parts) {
      if (!line.isEmpty() && line.length() + p.length() > WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : ", ").append(p);
    }
    if (!line.isEmpty()) lines.add(line.toString());
    return lines;
  }

  private void row(Row r) {
    if (r.shape().isEmpty() && r.when().isEmpty()) columns.flush(); // an index form
    String left = spell(r.left());
    String note = r.shape().map(Shapes::of).orElse(r.when().map(Report.Case::words).orElse(""));
    if (!r.note().isEmpty()) note += "  " + r.note();
    for (int q = 0; q < r.sides().size(); q++) {
      boolean last = q == r.sides().size() - 1;
      columns.equation(label(), left, spell(r.sides().get(q)), note, r.answer() && last);
      left = "";
      note = "";
    }
  }

  private void steps(List<Step> steps) {
    int digits = Integer.toString(steps.size()).length();
    for (int n = 1; n <= steps.size(); n++) {
      Step s = steps.get(n - 1);
      String number = Integer.toString(n);
      columns.words(label(), " ".repeat(digits - number.length()) + number + ". " + s.rule());
      columns.flush();
      String indent = " ".repeat(digits + 2);
      String left = indent + spell(s.chain().get(0));
      String note = Shapes.of(s.shape());
      for (Syntax side : s.chain().subList(1, s.chain().size())) {
        columns.equation("", left, spell(side), note, false);
        left = indent;
        note = "";
      }
      columns.flush();
    }
  }

  private String remark(Sheet.Remark r) {
    var s = new StringBuilder(r.words());
    r.formula().ifPresent(f -> s.append(s.isEmpty() ? "" : " ").append(spell(f)));
    String sign = "   for ";
    for (Syntax about : r.about()) {
      s.append(sign).append(spell(about));
      sign = ", ";
    }
    return s.toString();
  }

  private String spell(Syntax s) {
    return spelling.spell(s);
  }
}
