package dev.jacobi.document;

/// Displays in block quotes: each of their lines begins with the quote's mark, which is no part of
/// the mathematics.
final class Quotes {
  private static final int FURTHEST = 3;

  private Quotes() {}

  /// The text with a space for each mark of a quote in which a display stands. A quote begins after
  /// a blank line; nothing moves.
  static String opened(String text) {
    if (text.indexOf("\n>") < 0 && !text.startsWith(">")) {
      return text;
    }
    StringBuilder opened = new StringBuilder(text);
    boolean blank = true;
    for (int at = 0; at < text.length(); ) {
      int last = Scan.lineEnd(text, at, text.length());
      int mark = mark(text, at, last);
      int next = last + 1;
      if (mark >= 0 && blank) {
        next = quote(text, at, opened);
      }
      blank = mark < 0 && Scan.afterSpaces(text, at, last) >= last;
      at = next;
    }
    return opened.toString();
  }

  /// Where the quote that begins here ends.
  private static int quote(String text, int from, StringBuilder opened) {
    int at = from;
    while (at < text.length()) {
      int last = Scan.lineEnd(text, at, text.length());
      if (mark(text, at, last) < 0) {
        break;
      }
      at = last + 1;
    }
    int end = Math.min(at, text.length());
    int display = text.indexOf("$$", from);
    if (display >= 0 && display < end) {
      for (int line = from; line < end; line = Scan.lineEnd(text, line, end) + 1) {
        int last = Scan.lineEnd(text, line, end);
        for (int mark = mark(text, line, last);
            mark >= 0 && mark < last && " >".indexOf(text.charAt(mark)) >= 0;
            mark++) {
          opened.setCharAt(mark, ' ');
        }
      }
    }
    return at;
  }

  /// The first mark of a line; -1 when it has none.
  private static int mark(String text, int from, int to) {
    int at = Scan.afterSpaces(text, from, to);
    return at < to && text.charAt(at) == '>' && at - from <= FURTHEST ? at : -1;
  }
}
