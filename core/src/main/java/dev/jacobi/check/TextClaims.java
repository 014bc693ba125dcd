package dev.jacobi.check;

import dev.jacobi.document.Document;
import dev.jacobi.document.Document.Part;
import dev.jacobi.elaborate.Manner.Layout;
import dev.jacobi.notation.Parsed;
import dev.jacobi.notation.Parser;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Problem;
import dev.jacobi.notation.Statement;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.notation.Trees;
import dev.jacobi.notation.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
      Run run = run(s, setting, "");
      var judge = new Judge(run);
      judge.read();
      all.addAll(judge.relations(Layout.ML));
    }
    return new Checked(file, text, Layout.ML.word(), List.of(), all, List.of());
  }

  /// The claims of a block of such text inside of a document, in the names of a setting.
  ///
  /// Of a block that is part of the key itself, only what it claims, not what it defines.
  static List<Judge> block(
      Part.Code block, Lines lines, Setting setting, String section, boolean isKey) {
    List<Judge> judges = new ArrayList<>();
    String text = block.code();
    int before = lines.line(block.from());
    Parsed parsed = Parser.parse("\n".repeat(before) + text, setting.names());
    boolean model = isKey && isModel(parsed);
    for (Statement s : model ? setting.read.claims() : parsed.statements()) {
      if (model && !within(s, text, before)) continue;
      Run run = run(s, setting, section);
      if (run.sides.isEmpty()) continue;
      var judge = new Judge(run);
      judge.read();
      judges.add(judge);
    }
    for (Problem p : parsed.problems()) {
      var run = new Run(setting, section, "text");
      String line = text.lines().skip(p.place().line() - 1L - before).findFirst().orElse("");
      var unread = new Written.Side.Unread(p);
      run.sides.add(new Run.Side(Written.Sign.FIRST, unread, p.place(), line.strip()));
      var judge = new Judge(run);
      judge.read();
      judges.add(judge);
    }
    return judges;
  }

  private static boolean within(Statement s, String text, int before) {
    return s.place().line() > before && s.place().line() <= before + text.lines().count();
  }

  /// Whether a block declares names: a model, not claims about one.
  static boolean isModel(Parsed parsed) {
    return parsed.statements().stream()
        .anyMatch(
            s -> s instanceof Statement.Declaration || s instanceof Statement.UnknownFunction);
  }

  /// The models in a document's blocks as one text, each on its lines; empty without one.
  static Optional<String> models(Document document) {
    return Models.blocks(document, c -> isModel(Parser.parse(c.code())));
  }

  /// Whether a block that does not say its language holds claims about the names of a setting.
  static boolean isText(String text, Setting setting) {
    Parsed parsed = Parser.parse(text, setting.names());
    if (!parsed.problems().isEmpty()) return false;
    boolean any = false;
    for (Statement s : parsed.statements()) {
      if (!(s instanceof Statement.Equation e)) return false;
      Syntax head = e.sides().get(0);
      boolean known =
          head instanceof Syntax.Derivative d
              && Interpreter.names(d).stream().allMatch(setting::knows);
      known |=
          head instanceof Syntax.Name n
              && (setting.knows(n.text()) || setting.isDifferential(n.text()));
      any |= known;
    }
    return any;
  }

  private static Run run(Statement s, Setting setting, String section) {
    var run = new Run(setting, section, "text");
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
