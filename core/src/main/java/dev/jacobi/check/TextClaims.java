package dev.jacobi.check;

import dev.jacobi.elaborate.Manner.Layout;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Statement;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.notation.Trees;
import dev.jacobi.notation.Written;
import java.util.ArrayList;
import java.util.List;

/// Judges the claims of a `.jacobi` text, where nothing is left unsaid: shapes are exact, the
/// layout is the one written, and what holds only otherwise is refuted.
final class TextClaims {
  private TextClaims() {}

  static Checked check(String file, String text) {
    var setting = new Setting(text);
    if (!setting.problems().isEmpty())
      return new Checked(file, text, Layout.ML.word(), List.of(), List.of(), setting.problems());
    List<Relation> all = new ArrayList<>();
    for (Statement s : setting.read.claims()) {
      Run run = run(s, setting);
      var judge = new Judge(run);
      judge.read();
      all.addAll(judge.relations(Layout.ML));
    }
    return new Checked(file, text, Layout.ML.word(), List.of(), all, List.of());
  }

  private static Run run(Statement s, Setting setting) {
    var run = new Run(setting, "", "text");
    if (s instanceof Statement.Equation e) {
      boolean first = true;
      for (Syntax side : e.sides()) {
        String written = (first ? "" : "= ") + TextSpelling.PLAIN.spell(side);
        var sign = first ? Written.Sign.FIRST : Written.Sign.EQUALS;
        run.sides.add(
            new Run.Side(sign, new Written.Side.Formula(side), start(side, e.place()), written));
        first = false;
      }
      e.condition().ifPresent(c -> run.cases.add((Syntax.Compare) c));
    } else if (s instanceof Statement.ShapeClaim c) {
      var of = new Written.Side.Formula(c.of());
      String written = TextSpelling.PLAIN.spell(c.of());
      run.sides.add(new Run.Side(Written.Sign.FIRST, of, c.place(), written));
      var shape = new Written.Side.Shape("R", c.extents());
      List<String> extents = c.extents().stream().map(TextSpelling.PLAIN::spell).toList();
      run.sides.add(
          new Run.Side(
              Written.Sign.IN, shape, c.place(), "in R[" + String.join(", ", extents) + "]"));
    }
    return run;
  }

  /// Where a side begins: the first place of its parts.
  private static Place start(Syntax side, Place otherwise) {
    Place[] first = {otherwise};
    boolean[] found = {false};
    Trees.walk(
        side,
        x -> {
          Place p = x.place();
          if (p.line() == 0) return;
          boolean earlier =
              p.line() < first[0].line()
                  || p.line() == first[0].line() && p.column() < first[0].column();
          if (!found[0] || earlier) first[0] = p;
          found[0] = true;
        });
    return first[0];
  }
}
