package dev.jacobi.check;

import java.util.Locale;
import java.util.Set;

/// Names as words of a text.
final class Words {
  private static final Set<String> LETTING = Set.of("let", "define", "denote");

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

  private static final Set<String> ENDING =
      Set.of(
          "combining",
          "combined",
          "together",
          "therefore",
          "thus",
          "hence",
          "general",
          "both",
          "overall",
          "finally",
          "vector",
          "matrix",
          "vectorized",
          "altogether",
          "compactly");

  /// Words with which a text goes on from its cases to what they make together.
  static boolean endsCases(String line) {
    for (String w : line.toLowerCase(Locale.ROOT).split("[^a-z]+"))
      if (ENDING.contains(w)) return true;
    return false;
  }

  /// `\quad \text{Let }~`: it says what a name shall be.
  static boolean endsInLet(String tex) {
    int to = tex.length();
    while (to > 0 && !Character.isLetter(tex.charAt(to - 1))) to--;
    int from = to;
    while (from > 0 && Character.isLetter(tex.charAt(from - 1))) from--;
    boolean command = from > 0 && tex.charAt(from - 1) == '\\';
    return !command && LETTING.contains(tex.substring(from, to).toLowerCase(Locale.ROOT));
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
