package dev.jacobi.check;

import java.util.Locale;
import java.util.Set;

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

  /// Whether the last word of a line, in whatever case, is among some.
  static boolean endsInOneOf(String line, Set<String> words) {
    String s = line.strip();
    String last = s.substring(s.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    return words.contains(last);
  }

  /// `(1.2)`, `3.1.1`: a number that refers to an equation, and no mathematics.
  static boolean isNumbering(String tex) {
    boolean dots = tex.indexOf('.') != tex.lastIndexOf('.');
    boolean brackets = tex.startsWith("(") && tex.endsWith(")");
    return (dots || brackets)
        && tex.chars().anyMatch(Character::isDigit)
        && tex.chars().allMatch(c -> Character.isDigit(c) || "().- ".indexOf(c) >= 0);
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
