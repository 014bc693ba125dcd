package dev.jacobi.check;

import dev.jacobi.notation.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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
          "compactly",
          "combinando", // Spanish, Portuguese
          "juntando",
          "finalmente",
          "ambos",
          "portanto",
          "zusammen", // German
          "zusammengefasst",
          "insgesamt",
          "finalement", // French
          "ensemble");

  /// Words with which a text goes on from its cases to what they make together.
  static boolean endsCases(String line) {
    for (String w : line.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
      if (ENDING.contains(w)) return true;
    return line.contains("综上") || line.contains("合并") || line.contains("结合") || line.contains("综合");
  }

  private static final Pattern DIAGONAL =
      Pattern.compile("(?:\\b(off|on the|along the|main)[ -]+)?diagonal( entr| elem| term)?");

  /// "On the diagonal we have", "for the off-diagonal entries": how the two letters are related;
  /// what is said last counts.
  static Optional<Syntax.Relation> diagonal(String line) {
    Optional<Syntax.Relation> said = Optional.empty();
    var words = DIAGONAL.matcher(line.toLowerCase(Locale.ROOT));
    while (words.find()) {
      boolean off = "off".equals(words.group(1));
      boolean entries = words.group(1) != null || words.group(2) != null;
      if (off) said = Optional.of(Syntax.Relation.DIFFERENT);
      else if (entries) said = Optional.of(Syntax.Relation.EQUAL);
    }
    return said;
  }

  /// What stands between dollar signs in a line.
  static List<String> formulas(String line) {
    String[] parts = line.split("\\$");
    List<String> found = new ArrayList<>();
    for (int q = 1; q < parts.length; q += 2) found.add(parts[q]);
    return found;
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
