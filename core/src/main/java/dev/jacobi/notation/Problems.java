package dev.jacobi.notation;

import java.util.List;

/// Error text: every problem with its line of the input and a mark under the place.
///
/// ```
/// hw1.jacobi:9:6: W1 has shape a × n and x has length m: the inner extents differ
///   9 | s1 = W1 x + b1
///     |      ^^^^
///   hint: …
/// ```
public final class Problems {
  private static final int MAX_SHOWN = 100;
  private static final int WIDTH = 92;
  private static final int BEFORE_MARK = 40;
  private static final int TAB = 4;

  private Problems() {}

  /// The problems of a file, in the order given, as text for people; at most a hundred, then how
  /// many more there are. Columns count code points; a line too long to show is cut around its
  /// mark.
  public static String render(String file, String text, List<Problem> problems) {
    StringBuilder out = new StringBuilder();
    int[] lineStarts = lineStarts(text);
    int shown = Math.min(problems.size(), MAX_SHOWN);
    for (int i = 0; i < shown; i++) {
      append(out, file, text, lineStarts, problems.get(i));
    }
    if (shown < problems.size()) {
      out.append(file).append(": and ").append(problems.size() - shown).append(" more\n");
    }
    return out.toString();
  }

  private static int[] lineStarts(String text) {
    int lines = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      lines++;
    }
    int[] starts = new int[lines];
    int line = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      starts[line++] = i + 1;
    }
    return starts;
  }

  private static void append(
      StringBuilder out, String file, String text, int[] lineStarts, Problem problem) {
    Place place = problem.place();
    boolean placed = place.line() >= 1 && place.line() <= lineStarts.length;
    out.append(file);
    if (placed) {
      out.append(':').append(place.line()).append(':').append(place.column());
    }
    out.append(": ").append(problem.message()).append('\n');
    if (placed) {
      appendLine(out, lineAt(text, lineStarts[place.line() - 1]), place);
    }
    if (!problem.hint().isEmpty()) {
      out.append("  hint: ").append(problem.hint()).append('\n');
    }
  }

  private static String lineAt(String text, int start) {
    int end = text.indexOf('\n', start);
    String line = end < 0 ? text.substring(start) : text.substring(start, end);
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  private static void appendLine(StringBuilder out, String line, Place place) {
    StringBuilder shown = new StringBuilder();
    int mark = -1;
    int markEnd = -1;
    int column = 1;
    int width = 0;
    for (int i = 0; i < line.length(); column++) {
      int c = line.codePointAt(i);
      mark = column == place.column() ? width : mark;
      width += appendShown(shown, c, width);
      markEnd = column < place.column() + place.length() ? width : markEnd;
      i += Character.charCount(c);
    }
    mark = mark < 0 ? width : mark;
    appendCropped(out, shown.toString(), mark, Math.max(markEnd, mark + 1), place.line());
  }

  /// Appends a character as it is shown, and says how many columns it takes.
  private static int appendShown(StringBuilder shown, int c, int width) {
    if (c == '\t') {
      int spaces = TAB - width % TAB;
      shown.repeat(' ', spaces);
      return spaces;
    }
    shown.appendCodePoint(Character.isISOControl(c) ? '�' : c);
    return Character.getType(c) == Character.NON_SPACING_MARK ? 0 : 1;
  }

  private static void appendCropped(
      StringBuilder out, String shown, int mark, int markEnd, int line) {
    int length = shown.codePointCount(0, shown.length());
    int from = length > WIDTH ? Math.max(0, mark - BEFORE_MARK) : 0;
    int to = Math.min(length, from + WIDTH);
    String before = from > 0 ? "…" : "";
    String part =
        shown.substring(shown.offsetByCodePoints(0, from), shown.offsetByCodePoints(0, to));
    String number = "  " + line;
    out.append(number).append(" | ").append(before).append(part);
    out.append(to < length ? "…\n" : "\n");
    out.repeat(' ', number.length()).append(" | ");
    out.repeat(' ', mark - from + before.length());
    out.repeat('^', Math.max(1, Math.min(markEnd, from + WIDTH) - mark)).append('\n');
  }
}
