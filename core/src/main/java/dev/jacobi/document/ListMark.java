package dev.jacobi.document;

/// What stands before an item of a list: `-`, `*`, `+`, `•`, `1.`, `2)`.
final class ListMark {
  private static final String MARKS = "-*+";
  private static final String BULLETS = "•◦▪‣●○";
  private static final int LONGEST_NUMBER = 3;

  private ListMark() {}

  /// Where the item's text begins; -1 when no item begins here.
  static int end(String text, int at, int lineEnd) {
    char c = text.charAt(at);
    if (BULLETS.indexOf(c) >= 0) {
      return Scan.afterSpaces(text, at + 1, lineEnd);
    }
    int after = at;
    if (MARKS.indexOf(c) >= 0) {
      after = at + 1;
    } else {
      int digits = at;
      while (digits < lineEnd && Scan.isDigit(text.charAt(digits))) {
        digits++;
      }
      boolean closed = digits < lineEnd && ".)".indexOf(text.charAt(digits)) >= 0;
      after = digits > at && digits - at <= LONGEST_NUMBER && closed ? digits + 1 : at;
    }
    boolean spaced = after > at && (after == lineEnd || Scan.isBlank(text.charAt(after)));
    return spaced ? Scan.afterSpaces(text, after, lineEnd) : -1;
  }
}
