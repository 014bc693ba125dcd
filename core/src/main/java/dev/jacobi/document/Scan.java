package dev.jacobi.document;

/// Questions about characters of a text, each answered in one pass.
final class Scan {
  private Scan() {}

  static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\u00A0';
  }

  /// Past white space, line ends too.
  static int afterBlanks(String text, int from, int to) {
    int at = from;
    while (at < to && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /// Past white space, on the same line.
  static int afterSpaces(String text, int from, int to) {
    int at = from;
    while (at < to && text.charAt(at) != '\n' && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /// Before the white space at the end.
  static int beforeBlanks(String text, int from, int to) {
    int at = to;
    while (at > from && isBlank(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /// Past the letters, with the star that may follow.
  static int afterWord(String text, int from, int to) {
    int at = from;
    while (at < to && isLetter(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /// Past the same character.
  static int afterRun(String text, int from, int to) {
    int at = from + 1;
    while (at < to && text.charAt(at) == text.charAt(from)) {
      at++;
    }
    return at;
  }

  /// The end of the line: its line feed, or the end of the text.
  static int lineEnd(String text, int from, int to) {
    int end = from < to ? text.indexOf('\n', from, to) : -1;
    return end < 0 ? to : end;
  }

  /// Where the bracket that opens here is closed, braces and escapes respected; -1 when it is not.
  static int closing(String text, int opening, int to, char close) {
    char open = text.charAt(opening);
    int depth = 0;
    int braces = 0;
    for (int at = opening; at < to; at++) {
      char c = text.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == open && (braces == 0 || open == '{')) {
        depth++;
      } else if (c == close && (braces == 0 || open == '{')) {
        if (--depth == 0) {
          return at;
        }
      } else if (c == '{') {
        braces++;
      } else if (c == '}') {
        braces--;
      }
    }
    return -1;
  }
}
