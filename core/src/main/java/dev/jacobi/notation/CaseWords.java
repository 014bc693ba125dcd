package dev.jacobi.notation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/// Words with which a case is stated, "if $i = j$", in the languages that people write in.
public final class CaseWords {
  private static final Set<String> WORDS =
      Set.of(
          "if",
          "for",
          "when",
          "whenever",
          "case", // English
          "si",
          "cuando",
          "para",
          "caso", // Spanish
          "se",
          "quando",
          "per", // Portuguese, Italian
          "pour",
          "quand",
          "lorsque",
          "cas", // French
          "wenn",
          "falls",
          "für",
          "fall",
          "sei", // German
          "als",
          "wanneer",
          "voor",
          "geval", // Dutch
          "dla",
          "gdy",
          "jeśli",
          "jeżeli", // Polish
          "om",
          "när",
          "för", // Swedish
          "eğer", // Turkish
          "nếu",
          "khi",
          "với", // Vietnamese
          "если",
          "при",
          "для",
          "когда",
          "случай",
          "якщо", // Russian, Ukrainian
          "当",
          "當",
          "若",
          "如果",
          "对于",
          "對於",
          "假如",
          "设"); // Chinese

  /// What a case is called, "in the case that", "im Fall, dass".
  private static final Set<String> NOUNS =
      Set.of("case", "caso", "cas", "fall", "geval", "przypadek", "случай", "случае");

  private static final int NEAR = 4; // words between the noun and the case
  private static final int FEW = 5;

  /// Right behind a formula: "where $i = j$".
  private static final Set<String> BACK = Set.of("where", "donde", "onde", "où", "wobei", "其中");

  private static final Set<String> AFTER = Set.of("with", "provided", "mit", "con");

  /// Words that speak of a sum's terms, which are no cases.
  private static final Set<String> OF_SUMS =
      Set.of("sum", "sums", "summing", "over", "term", "terms", "only", "except", "suma");

  private CaseWords() {}

  public static boolean isOne(String word) {
    return WORDS.contains(word.toLowerCase(Locale.ROOT));
  }

  /// Whether what stands between a formula and a case says that the one holds in the other.
  public static boolean standBetween(String words) {
    String[] all = words(words);
    if (all.length == 0) return words.indexOf(',') >= 0;
    return all.length == 1 && (isOne(all[0]) || AFTER.contains(all[0]) || BACK.contains(all[0]));
  }

  /// "where": what follows is said of the formula before, in whatever line that stands.
  public static boolean goBack(String words) {
    String[] all = words(words);
    return all.length == 1 && BACK.contains(all[0]);
  }

  /// Whether a sentence begins with a case, "Suppose $i = j$", "Next, $i \neq j$".
  public static boolean begin(String line) {
    String[] words = words(sentence(line));
    return words.length <= FEW && Arrays.stream(words).noneMatch(OF_SUMS::contains);
  }

  private static String sentence(String line) {
    return line.substring(Math.max(line.lastIndexOf('.'), line.lastIndexOf(';')) + 1);
  }

  private static String[] words(String text) {
    String letters = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", " ").strip();
    return letters.isEmpty() ? new String[0] : letters.split(" ");
  }

  /// Whether words lead to a case: "Si", "Case 2:", "let us look at the case that".
  public static boolean endIn(String line) {
    String[] words = words(sentence(line));
    if (words.length == 0) return false;
    String last = words[words.length - 1];
    if (WORDS.contains(last) || WORDS.stream().anyMatch(w -> isUnspaced(w) && last.endsWith(w)))
      return true;
    for (int q = Math.max(0, words.length - NEAR); q < words.length; q++)
      if (NOUNS.contains(words[q])) return true;
    return false;
  }

  /// A word of a script that leaves no blanks between words.
  private static boolean isUnspaced(String word) {
    return Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.HAN;
  }
}
