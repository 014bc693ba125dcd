package dev.jacobi.notation;

import dev.jacobi.notation.Tex.Leaf;
import dev.jacobi.notation.Tex.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What stands in `\text{…}` and its like, and letters whose style has a meaning.
final class LatexWords {
  private static final int MAX_MATH = 500;

  private LatexWords() {}

  /// Words, or the mathematics among them when there is any.
  static List<Tex> of(LatexToken token) {
    String raw = token.text();
    if (raw.startsWith("*") && Vocabulary.BOUND_OPERATORS.contains(raw.substring(1))) {
      return List.of(new Leaf(Role.LARGE, raw.substring(1), false, token.from(), token.to()));
    }
    if (raw.length() > MAX_MATH) {
      return plain(raw, token);
    }
    if (raw.indexOf('$') < 0 && raw.indexOf('\\') < 0 && raw.indexOf('_') < 0) {
      return plain(raw, token);
    }
    List<Tex> all = new ArrayList<>();
    if (raw.indexOf('$') >= 0) {
      String[] parts = raw.split("\\$", -1);
      for (int i = 0; i < parts.length; i++) {
        all.addAll(i % 2 == 0 ? plain(parts[i], token) : math(parts[i], token));
      }
      return all;
    }
    String unescaped = raw.replace("\\_", "_").replace("\\ ", " ").replace("\\,", " ");
    return unescaped.indexOf('\\') < 0 ? plain(unescaped, token) : math(raw, token);
  }

  private static List<Tex> plain(String raw, LatexToken token) {
    String words = String.join(" ", raw.replace('~', ' ').strip().split("\\s+"));
    if (isSpelledOut(words)) {
      words = words.replace(" ", "");
    }
    if (words.isEmpty()) {
      return List.of();
    }
    if (isNumber(words)) {
      boolean one = words.equals("1");
      Role role = one ? Role.ONE : Role.NUMBER;
      return List.of(new Leaf(role, words, false, token.from(), token.to()));
    }
    if (words.length() == 1 && Letters.startsName(words.charAt(0))) {
      return List.of(new Leaf(Role.LETTER, words, token.tight(), token.from(), token.to()));
    }
    if (words.length() == 1) {
      return math(words, token);
    }
    return List.of(new Leaf(Role.WORD, words, false, token.from(), token.to()));
  }

  /// `s o f t m a x`, as some OCR has it.
  private static boolean isSpelledOut(String words) {
    boolean spelled = words.length() > 2;
    for (int i = 0; i < words.length(); i++) {
      spelled &= (words.charAt(i) == ' ') == (i % 2 == 1);
    }
    return spelled;
  }

  private static boolean isNumber(String words) {
    for (int i = 0; i < words.length(); i++) {
      if (words.charAt(i) < '0' || words.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static List<Tex> math(String raw, LatexToken token) {
    Place place = Place.NONE;
    List<Tex> items = LatexTree.read(raw.replace('$', ' '), Map.of(), (_, _) -> place);
    return new LatexMoved(token.from(), token.to()).all(items);
  }

  /// The letter that a style makes: `\mathbb{1}` is no number.
  static String styled(String style, String letter) {
    boolean mean = letter.equals("E") || letter.equals("P");
    if (mean && (style.equals("mathbb") || style.equals("mathds"))) {
      return "expectations and probabilities are not read";
    }
    return letter.equals("1")
        ? (style.startsWith("mathb") && !style.equals("mathbf") ? "𝟙" : "1")
        : letter;
  }

  static Role role(String style, Leaf leaf) {
    boolean blackboard =
        style.equals("mathbb")
            || style.equals("mathds")
            || style.equals("mathbbm")
            || style.equals("symbb");
    return switch (leaf.text()) {
      case "1", "0" -> Role.ONE;
      case "R", "N", "Z" -> blackboard ? Role.SET : leaf.role();
      case "E", "P" -> blackboard ? Role.BAD : leaf.role();
      case "I" -> blackboard ? Role.ONE : leaf.role();
      default -> leaf.role();
    };
  }
}
