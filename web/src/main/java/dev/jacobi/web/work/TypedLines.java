package dev.jacobi.web.work;

import dev.jacobi.Checking;
import dev.jacobi.check.Checked;
import dev.jacobi.check.Relation;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A derivation that was typed, not taken from a document: no sign says where mathematics begins,
/// and each line with an equation is one.
///
/// With a backslash it is LaTeX; else it is Jacobi's own language, and goes on where the key ends.
/// A line that cannot be read is told with its fault, and the others are judged without it.
final class TypedLines {
  private static final Pattern MARKS =
      Pattern.compile("\\$|\\\\\\(|\\\\\\[|\\\\begin|```|~~~|(?m)^#");

  private static final Pattern SIGN_AT_END = Pattern.compile("[-+*/^=,]$");
  private static final int MOST_UNREAD = 20;

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
    return moved(Checking.check("derivation.md", marked, key), List.of(), text, 0, 1);
  }

  private static Checked own(String text, Optional<String> key) {
    String before = key.map(k -> k.stripTrailing() + "\n").orElse("");
    int above = (int) before.chars().filter(c -> c == '\n').count();
    // Words between the equations are not the language's.
    List<String> equations =
        new ArrayList<>(text.lines().map(l -> l.contains("=") ? l : "").toList());
    List<Problem> unread = new ArrayList<>(opened(equations, above));
    while (true) {
      String all = before + String.join("\n", equations);
      var checked = Checking.check("derivation.jacobi", all, Optional.empty());
      var faults = checked.errors();
      if (faults.isEmpty() || unread.size() >= MOST_UNREAD || !takenOut(equations, faults, above))
        return moved(checked, unread, text, above, 0);
      for (Problem p : faults)
        if (unread.stream().noneMatch(u -> u.place().line() == p.place().line())) unread.add(p);
    }
  }

  /// Takes out the lines that would go on in the next: those that end with a sign, or open a
  /// bracket and do not close it.
  private static List<Problem> opened(List<String> equations, int above) {
    List<Problem> all = new ArrayList<>();
    for (int q = 0; q < equations.size(); q++) {
      String line = equations.get(q).stripTrailing();
      int at = unclosed(line);
      boolean ends = SIGN_AT_END.matcher(line).find();
      if (at < 0 && !ends) continue;
      var place = new Place(above + q + 1, (ends ? line.length() - 1 : at) + 1, 1);
      String fault = ends ? "nothing follows this sign" : "this bracket is not closed in its line";
      all.add(new Problem(place, fault, ""));
      equations.set(q, "");
    }
    return all;
  }

  /// Where the last bracket stands that is not closed; negative where all are.
  private static int unclosed(String line) {
    Deque<Integer> open = new ArrayDeque<>();
    for (int q = 0; q < line.length(); q++) {
      char c = line.charAt(q);
      if (c == '(' || c == '[') open.push(q);
      if ((c == ')' || c == ']') && !open.isEmpty()) open.pop();
    }
    return open.isEmpty() ? -1 : open.peek();
  }

  /// Whether each fault stands in a line of these, which is empty then.
  private static boolean takenOut(List<String> equations, List<Problem> faults, int above) {
    for (Problem p : faults) {
      int line = p.place().line() - above - 1;
      if (line < 0 || line >= equations.size()) return false;
    }
    boolean some = false;
    for (Problem p : faults) some |= !equations.set(p.place().line() - above - 1, "").isEmpty();
    return some;
  }

  /// As what was typed says it; what is above its first line is not of it. Errors that stand there
  /// are the key's, and have a line below 1.
  private static Checked moved(
      Checked c, List<Problem> unread, String text, int lines, int columns) {
    List<Relation> relations =
        c.relations().stream()
            .filter(r -> r.place().line() > lines)
            .map(r -> moved(r, lines, columns))
            .toList();
    List<Problem> errors =
        Stream.concat(unread.stream(), c.errors().stream())
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
