package dev.jacobi.print.report;

import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.print.report.Explanation.Equal;
import java.util.List;

/// An explanation as plain text for a terminal.
public final class ExplanationText {
  private final TextSpelling spelling;
  private final Columns columns;

  private ExplanationText(boolean ascii, Paint paint) {
    this.spelling = new TextSpelling(ascii);
    this.columns = new Columns(paint, 0);
  }

  public static String of(Explanation e, boolean ascii, Paint paint) {
    var t = new ExplanationText(ascii, paint);
    t.columns.title(Words.title(e.file()));
    t.syntax(e);
    t.equations("Entries", e.definitions());
    t.equations("Local", e.locals());
    t.fired(e);
    t.equations("Adjoints", e.adjoints());
    t.equations("Results", e.results());
    return t.columns.text();
  }

  private void syntax(Explanation e) {
    columns.blank();
    String label = "Syntax";
    for (var r : e.syntax()) {
      columns.equation(label, spelling.spell(r.left()), spelling.spell(r.right()), "", false);
      columns.more("  " + Tree.of(r.right()));
      label = "";
    }
  }

  private void equations(String title, List<Equal> all) {
    columns.blank();
    String label = title;
    for (Equal q : all) {
      String left = spelling.spell(q.left());
      for (Syntax side : q.sides()) {
        columns.equation(label, left, spelling.spell(side), "", false);
        label = "";
        left = "";
      }
    }
  }

  private void fired(Explanation e) {
    columns.blank();
    String label = "Rules";
    int n = 0;
    int digits = Integer.toString(e.fired().size()).length();
    for (var f : e.fired()) {
      String number = Integer.toString(++n);
      columns.words(label, " ".repeat(digits - number.length()) + number + ". " + f.rule());
      columns.words("", " ".repeat(digits + 2) + spelling.spell(f.before()));
      columns.words(
          "", " ".repeat(digits) + "→ ".replace("→", arrow()) + spelling.spell(f.after()));
      label = "";
    }
    if (n == 0) columns.words(label, "none fired");
  }

  private String arrow() {
    return spelling.ascii() ? ">" : "→";
  }
}
