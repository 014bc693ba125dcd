package dev.jacobi.document;

/// Settings between two lines `---` at the head of a Markdown file.
final class FrontMatter {
  private FrontMatter() {}

  /// Where the text proper begins.
  static int end(String text) {
    int length = text.length();
    int end = Scan.lineEnd(text, 0, length);
    if (!text.substring(0, end).stripTrailing().equals("---")) {
      return 0;
    }
    for (int at = end + 1; at < length; at = end + 1) {
      end = Scan.lineEnd(text, at, length);
      String line = text.substring(at, end).stripTrailing();
      if (line.equals("---") || line.equals("...")) {
        return Math.min(length, end + 1);
      }
      if (line.isEmpty()) {
        return 0;
      }
    }
    return 0;
  }
}
