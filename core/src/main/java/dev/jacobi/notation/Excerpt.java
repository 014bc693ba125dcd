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
  private final Offsets offsets;

  /// A line, and below it its mark.
  public record Shown(String line, String mark) {}

  /// - `width`: how many characters of a line are shown
  /// - `cut`: stands where some were left out
  public Excerpt(String text, int width, String cut) {
    this.text = text;
    this.width = width;
    this.cut = cut;
    this.offsets = new Offsets(text);
  }

  /// The line of a place with its mark; none for a place that is not in the text.
  public Optional<Shown> at(Place place) {
    if (place.line() < 1 || place.line() > offsets.lines()) return Optional.empty();
    int mark = offsets.of(place.line(), Math.max(1, place.column()));
    int from = from(place.line(), mark);
    int to = to(place.line(), mark);
    var shown = new StringBuilder();
    int markAt = 0;
    int markEnd = 0;
    int left = place.length();
    int at = 0;
    for (int i = from; i < to; ) {
      int c = text.codePointAt(i);
      if (i == mark) markAt = at;
      at += append(shown, c, at);
      if (i >= mark && left-- > 0) markEnd = at;
      i += Character.charCount(c);
    }
    if (mark >= to) markAt = at;
    var line =
        new Line(
            shown.toString(), from > offsets.start(place.line()), to < offsets.end(place.line()));
    return Optional.of(cropped(line, markAt, Math.max(markEnd, markAt + 1), "  " + place.line()));
  }

  /// What of a line is looked at, and whether there is more before and behind it: of a line of a
  /// million characters only what may be shown.
  private record Line(String shown, boolean before, boolean behind) {}

  private int from(int line, int mark) {
    int from = mark - 2 * width;
    if (from <= offsets.start(line)) return offsets.start(line);
    return Character.isLowSurrogate(text.charAt(from)) ? from - 1 : from;
  }

  private int to(int line, int mark) {
    int to = mark + 3 * width;
    if (to >= offsets.end(line)) return offsets.end(line);
    return Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
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

  private Shown cropped(Line line, int mark, int markEnd, String number) {
    String shown = line.shown();
    int length = shown.codePointCount(0, shown.length());
    boolean fits = length <= width && !line.before() && !line.behind();
    int from = fits ? 0 : Math.max(0, mark - Math.min(BEFORE_MARK, width / 2));
    int to = Math.min(length, from + width);
    String before = from > 0 || line.before() ? cut : "";
    String behind = to < length || line.behind() ? cut : "";
    String part =
        shown.substring(shown.offsetByCodePoints(0, from), shown.offsetByCodePoints(0, to));
    var under = new StringBuilder().repeat(' ', number.length()).append(" | ");
    under.repeat(' ', mark - from + before.length());
    under.repeat('^', Math.max(1, Math.min(markEnd, from + width) - mark));
    return new Shown(number + " | " + before + part + behind, under.toString());
  }
}
