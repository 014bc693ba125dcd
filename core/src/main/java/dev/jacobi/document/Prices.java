package dev.jacobi.document;

/// What stands between dollars and is no mathematics: prices, and signs that were left over.
final class Prices {
  private Prices() {}

  /// Whether the text between two dollars is rather prose: `5 and 10`, ` is the price in `. A
  /// formula that is written with space at both ends may have a word, one with space at one end or
  /// beginning with a digit may not.
  static boolean isMoney(String text, int from, int to, int end) {
    boolean digit = Scan.isDigit(text.charAt(from));
    if (digit && to + 1 < end && Scan.isDigit(text.charAt(to + 1))) {
      return true;
    }
    boolean spacedBefore = Scan.isBlank(text.charAt(from));
    boolean spacedAfter = Scan.isBlank(text.charAt(to - 1));
    if (!spacedBefore && !spacedAfter && !digit) {
      return false;
    }
    int words = words(text, from, to);
    return words > 1 || words == 1 && !(spacedBefore && spacedAfter);
  }

  /// Words of two letters and more that stand alone: no command, no function, not in braces.
  static int words(String text, int from, int to) {
    int words = 0;
    int braces = 0;
    for (int at = from; at < to; ) {
      char c = text.charAt(at);
      braces += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (!Scan.isLetter(c)) {
        at++;
        continue;
      }
      int after = Scan.afterWord(text, at, to);
      boolean alone = at == from || Scan.isBlank(text.charAt(at - 1));
      boolean ends = after == to || " \t\r\n,.;:!?".indexOf(text.charAt(after)) >= 0;
      words += braces == 0 && after - at > 1 && alone && ends ? 1 : 0;
      at = after;
    }
    return words;
  }

  /// `\[12\]` and `\(3, 4\)` in Markdown are brackets that were escaped.
  static boolean isReference(String text, int from, int to) {
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      if (!Scan.isDigit(c) && !Scan.isBlank(c) && c != ',' && c != '-') {
        return false;
      }
    }
    return true;
  }
}
