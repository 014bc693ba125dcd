package dev.jacobi.notation;

import static java.util.Locale.ROOT;

import dev.jacobi.notation.Tex.Leaf;
import dev.jacobi.notation.Tex.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What stands in `\text{…}` and its like, and letters whose style has a meaning.
final class LatexWords {
  private static final int MAX_MATH = 500;
  private static final Set<String> LEADING = Set.of("where", "otherwise");
  private static final Set<String> RELATIONS =
      Set.of("ne", "neq", "le", "leq", "ge", "geq", "in", "lt", "gt");
  private static final Set<String> BLACKBOARD = Set.of("mathbb", "mathds", "mathbbm", "symbb");
  private static final Set<String> BOLD =
      Set.of("mathbf", "boldsymbol", "bm", "pmb", "bold", "mathbfit", "symbf", "vec");

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
    String formula = raw.replace("$", " ").strip();
    if (isCall(formula)) {
      return List.of(new Tex.Group(math(formula, token), false, token.from(), token.to()));
    }
    List<Tex> all = new ArrayList<>();
    int space = formula.indexOf(' ');
    String word = formula.substring(0, Math.max(0, space)).toLowerCase(ROOT);
    boolean leads = LEADING.contains(word) || CaseWords.isOne(word);
    if (leads && isCondition(formula.substring(space))) {
      all.addAll(plain(formula.substring(0, space), token));
      all.addAll(math(formula.substring(space), token));
      return all;
    }
    if (raw.indexOf('$') < 0 && raw.indexOf('\\') < 0 && raw.indexOf('_') < 0) {
      return plain(raw, token);
    }
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

  /// `softmax(x)` and no more.
  private static boolean isCall(String text) {
    int open = text.indexOf('(');
    return open > 1
        && text.endsWith(")")
        && text.indexOf(' ') < 0
        && Vocabulary.isFunction(text.substring(0, open));
  }

  /// A formula set upright as a whole: `\mathrm{z(u, v) = u + v}`.
  static boolean isMathematics(String text) {
    return isFormula(text, "=+<>(^[", 2);
  }

  /// `k = y_i` of `if k = y_i`: a relation, and no words.
  private static boolean isCondition(String text) {
    return isFormula(text, "=<>≠≤≥", 1);
  }

  private static boolean isFormula(String text, String signs, int longest) {
    boolean relation = text.chars().anyMatch(c -> signs.indexOf(c) >= 0);
    int i = 0;
    while (i < text.length()) {
      int end = text.charAt(i) == '\\' ? LatexExpansion.commandEnd(text, i) : i;
      relation |= end > i && RELATIONS.contains(text.substring(i + 1, end));
      int start = end;
      while (end < text.length() && LatexExpansion.isAsciiLetter(text.charAt(end))) {
        end++;
      }
      if (end - start > longest && !Vocabulary.isFunction(text.substring(start, end))) {
        return false;
      }
      i = Math.max(end, i + 1);
    }
    return relation;
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
    boolean letter = words.length() == 1 && !CaseWords.isOne(words);
    if (letter && Letters.startsName(words.charAt(0))) {
      return List.of(new Leaf(Role.LETTER, words, token.tight(), token.from(), token.to()));
    }
    if (letter) {
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
    try {
      String math = raw.replace('$', ' ');
      List<Tex> items = LatexTree.read(math, Map.of(), (_, _) -> Place.NONE);
      return new LatexMoved(token.from(), token.to()).all(items);
    } catch (NotationException refused) {
      String message = refused.problem().message();
      return List.of(new Leaf(Role.BAD, message, false, token.from(), token.to()));
    }
  }

  /// The one sign that a style is put on. `\mathbb{1}` and a bold 1 are no numbers, ℝ is no letter.
  static Leaf styled(String style, Leaf leaf, int from, int to) {
    boolean blackboard = BLACKBOARD.contains(style);
    boolean bold = blackboard || BOLD.contains(style);
    Role role =
        switch (leaf.text()) {
          case "1", "0" -> bold ? Role.ONE : leaf.role();
          case "I" -> blackboard ? Role.ONE : leaf.role();
          case "R", "N", "Z" -> blackboard ? Role.SET : leaf.role();
          case "E", "P" -> blackboard ? Role.BAD : leaf.role();
          default -> leaf.role();
        };
    String text =
        switch (leaf.text()) {
          case "1" -> blackboard ? "𝟙" : "1";
          case "E", "P" -> blackboard ? "expectations and probabilities are not read" : leaf.text();
          default -> leaf.text();
        };
    return new Leaf(role, text, false, from, to);
  }
}
