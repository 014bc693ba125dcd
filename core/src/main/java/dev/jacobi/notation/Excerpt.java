package dev.jacobi.notation;

import java.util.Optional;

/// The lines of a text, each to be shown with a mark under a place in it.
///
/// ```
///   9 | s1 = W1 x + b1
///     |      ^^^^
/// ```
///
/// Columns count code points. A line longer than a width is cut around its mark.
public final class Excerpt {
  private static final int BEFORE_MARK = 40;
  private static final int TAB = 4;

  private final String text;
  private final int width;
  private final String cut;
  private final int[] starts;

  /// A line, and below it its mark.
  public record Shown(String line, String mark) {}

  /// - `width`: how many characters of a line are shown
  /// - `cut`: stands where some were left out
  public Excerpt(String text, int width, String cut) {
    this.text = text;
    this.width = width;
    this.cut = cut;
    this.starts = starts(text);
  }

  private static int[] starts(String text) {
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

  /// The line of a place with its mark; none for a place that is not in the text.
  public Optional<Shown> at(Place place) {
    if (place.line() < 1 || place.line() > starts.length) return Optional.empty();
    String line = line(starts[place.line() - 1]);
    StringBuilder shown = new StringBuilder();
    int mark = -1;
    int markEnd = -1;
    int column = 1;
    int at = 0;
    for (int i = 0; i < line.length(); column++) {
      int c = line.codePointAt(i);
      mark = column == place.column() ? at : mark;
      at += append(shown, c, at);
      markEnd = column < place.column() + place.length() ? at : markEnd;
      i += Character.charCount(c);
    }
    mark = mark < 0 ? at : mark;
    return Optional.of(
        cropped(shown.toString(), mark, Math.max(markEnd, mark + 1), "  " + place.line()));
  }

  private String line(int start) {
    int end = text.indexOf('\n', start);
    String line = end < 0 ? text.substring(start) : text.substring(start, end);
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  /// Appends a character as it is shown, and says how many columns it takes.
  private static int append(StringBuilder shown, int c, int at) {
    if (c == '\t') {
      int spaces = TAB - at % TAB;
      shown.repeat(' ', spaces);
      return spaces;
    }
    shown.appendCodePoint(Character.isISOControl(c) ? '\uFFFD' : c);
    return Character.getType(c) == Character.NON_SPACING_MARK ? 0 : 1;
  }

  private Shown cropped(String shown, int mark, int markEnd, String number) {
    int length = shown.codePointCount(0, shown.length());
    int from = length > width ? Math.max(0, mark - Math.min(BEFORE_MARK, width / 2)) : 0;
    int to = Math.min(length, from + width);
    String before = from > 0 ? cut : "";
    String part =
        shown.substring(shown.offsetByCodePoints(0, from), shown.offsetByCodePoints(0, to));
    var under = new StringBuilder().repeat(' ', number.length()).append(" | ");
    under.repeat(' ', mark - from + before.length());
    under.repeat('^', Math.max(1, Math.min(markEnd, from + width) - mark));
    return new Shown(number + " | " + before + part + (to < length ? cut : ""), under.toString());
  }
}
