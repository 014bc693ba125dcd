package dev.jacobi.web.work;

import dev.jacobi.Checking;
import dev.jacobi.check.Checked;
import dev.jacobi.check.Relation;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A derivation that was typed, not taken from a document: no sign says where mathematics begins,
/// and each line with an equation is one.
///
/// With a backslash it is LaTeX; else it is Jacobi's own language, and goes on where the key ends.
final class TypedLines {
  private static final Pattern MARKS =
      Pattern.compile("\\$|\\\\\\(|\\\\\\[|\\\\begin|```|~~~|(?m)^#");

  private TypedLines() {}

  static boolean are(String text) {
    return text.contains("=") && !MARKS.matcher(text).find();
  }

  static Checked judged(String text, Optional<String> key) {
    return text.contains("\\") ? latex(text, key) : own(text, key);
  }

  private static Checked latex(String text, Optional<String> key) {
    String marked =
        text.lines()
            .map(line -> line.contains("=") ? "$" + line.strip() + "$" : line)
            .collect(Collectors.joining("\n"));
    return moved(Checking.check("derivation.md", marked, key), text, 0, 1);
  }

  private static Checked own(String text, Optional<String> key) {
    String before = key.map(k -> k.stripTrailing() + "\n").orElse("");
    // Words between the equations are not the language's.
    String equations =
        text.lines().map(l -> l.contains("=") ? l : "").collect(Collectors.joining("\n"));
    int lines = (int) before.chars().filter(c -> c == '\n').count();
    return moved(
        Checking.check("derivation.jacobi", before + equations, Optional.empty()), text, lines, 0);
  }

  /// As what was typed says it; what is above its first line is not of it. Errors that stand there
  /// are the key's, and have a line below 1.
  private static Checked moved(Checked c, String text, int lines, int columns) {
    List<Relation> relations =
        c.relations().stream()
            .filter(r -> r.place().line() > lines)
            .map(r -> moved(r, lines, columns))
            .toList();
    List<Problem> errors =
        c.errors().stream()
            .map(p -> new Problem(moved(p.place(), lines, columns), p.message(), p.hint()))
            .toList();
    return new Checked(c.file(), text, c.layout(), c.assumptions(), relations, errors);
  }

  private static Place moved(Place p, int lines, int columns) {
    return new Place(p.line() - lines, Math.max(1, p.column() - columns), p.length());
  }

  private static Relation moved(Relation r, int lines, int columns) {
    return new Relation(
        moved(r.place(), lines, columns),
        r.spelling(),
        r.written(),
        r.section(),
        r.verdict(),
        r.step(),
        r.follows().map(line -> line - lines),
        r.tier(),
        r.points(),
        r.maxError(),
        r.layout(),
        r.condition(),
        r.uses(),
        r.diagnosis(),
        r.message(),
        r.correct(),
        r.counterexample(),
        r.reason());
  }
}
