package dev.jacobi.check;

/// Names as words of a text.
final class Words {
  private Words() {}

  /// The text with one name in the place of another, wherever it stands as a word.
  static String replaced(String text, String name, String by) {
    if (name.equals(by)) return text;
    var out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (!Character.isLetter(c)) {
        out.append(c);
        at++;
        continue;
      }
      int end = at;
      while (end < text.length() && isPart(text.charAt(end))) end++;
      String word = text.substring(at, end);
      out.append(word.equals(name) ? by : word);
      at = end;
    }
    return out.toString();
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
