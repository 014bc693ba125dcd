package dev.jacobi.document;

/// Where paragraphs end.
final class Paragraphs {
  private Paragraphs() {}

  /// Whether the line after this line feed is blank, or the text is over.
  static boolean endsAt(String text, int lineFeed, int end) {
    int at = Scan.afterSpaces(text, lineFeed + 1, end);
    return at >= end || text.charAt(at) == '\n';
  }
}
