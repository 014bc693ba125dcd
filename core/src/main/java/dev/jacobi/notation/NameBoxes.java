package dev.jacobi.notation;

import dev.jacobi.notation.Box.Glyph;
import dev.jacobi.notation.Box.Role;
import java.util.ArrayList;
import java.util.List;

/// Names as they are typeset: `W1` is W with the subscript 1, `y_hat` a y with a hat, `beta` a β,
/// `loss` an upright word, `dW1` a d before W₁.
final class NameBoxes {
  /// Capitals that LaTeX has a command for; the others look Latin.
  private static final String CAPITALS =
      " Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega ";

  private NameBoxes() {}

  static Box of(String name) {
    return switch (name) {
      case "inf" -> new Glyph("\\infty", "∞", Role.NUMBER);
      case "pi" -> new Glyph("\\pi", "π", Role.VARIABLE);
      default -> named(Vocabulary.canonicalName(name));
    };
  }

  private static Box named(String name) {
    return Box.named(decomposed(name), name);
  }

  private static Box decomposed(String name) {
    String rest = name;
    List<String> accents = new ArrayList<>(0);
    for (String accent = lastWord(rest); isAccent(accent); accent = lastWord(rest)) {
      accents.add(accent);
      rest = rest.substring(0, rest.length() - accent.length() - 1);
    }
    int underscore = rest.indexOf('_');
    String stem = underscore > 0 ? rest.substring(0, underscore) : rest;
    String below = underscore > 0 ? rest.substring(underscore + 1) : "";
    int digits = stem.length();
    while (digits > 1 && Character.isDigit(stem.charAt(digits - 1))) {
      digits--;
    }
    boolean numbered = digits < stem.length() && Character.isLetter(stem.charAt(digits - 1));
    Box box = letters(numbered ? stem.substring(0, digits) : stem);
    for (String accent : accents) {
      box = accented(accent, box);
    }
    Box sub = subscript(numbered ? stem.substring(digits) : "", below);
    return sub.equals(Box.EMPTY) ? box : Box.lowered(box, sub);
  }

  private static String lastWord(String name) {
    int underscore = name.lastIndexOf('_');
    return underscore > 0 ? name.substring(underscore + 1) : "";
  }

  private static boolean isAccent(String word) {
    for (String accent : Accents.WORDS) {
      if (accent.equals(word)) {
        return true;
      }
    }
    return false;
  }

  private static Box accented(String accent, Box of) {
    return switch (accent) {
      case "hat" -> new Box.Accent("\\hat", "^", of);
      case "tilde" -> new Box.Accent("\\tilde", "~", of);
      case "bar" -> new Box.Accent("\\bar", "¯", of);
      default -> new Box.Accent("\\dot", "˙", of);
    };
  }

  private static Box subscript(String digits, String words) {
    List<Box> parts = new ArrayList<>(3);
    if (!digits.isEmpty()) {
      parts.add(number(digits));
    }
    for (String word : words.isEmpty() ? new String[0] : words.split("_", -1)) {
      if (!word.isEmpty()) {
        if (!parts.isEmpty()) {
          parts.add(new Glyph(",", ",", Role.COMMA));
        }
        parts.add(subscript(word));
      }
    }
    return parts.isEmpty() ? Box.EMPTY : parts.size() == 1 ? parts.getFirst() : new Box.Row(parts);
  }

  /// Two letters below a name are two indices (`w_kj`), more are a word (`W_out`).
  private static Box subscript(String word) {
    if (Character.isDigit(word.charAt(0))) {
      return number(word);
    }
    boolean pair = word.length() == 2 && Character.isLowerCase(word.charAt(1));
    return pair && letter(word).equals(Box.EMPTY)
        ? Box.row(decomposed(word.substring(0, 1)), decomposed(word.substring(1)))
        : decomposed(word);
  }

  private static Box letters(String word) {
    Box whole = letter(word);
    if (!whole.equals(Box.EMPTY)) {
      return whole;
    }
    if (word.startsWith("d")) {
      Box differentiated = letter(word.substring(1));
      if (!differentiated.equals(Box.EMPTY)) {
        return Box.row(new Glyph("d", "d", Role.VARIABLE), differentiated);
      }
    }
    return upright(word);
  }

  /// A single letter, Latin or Greek; empty for anything longer.
  private static Box letter(String word) {
    if (word.codePointCount(0, word.length()) == 1) {
      boolean ascii = word.charAt(0) < 128;
      return new Glyph(ascii ? word : "\\mathrm{" + word + "}", word, Role.VARIABLE);
    }
    String greek = Vocabulary.greekLetter(word);
    if (greek.isEmpty()) {
      return Box.EMPTY;
    }
    boolean plain = Character.isUpperCase(word.charAt(0)) && !CAPITALS.contains(" " + word + " ");
    String latex = plain ? "\\mathrm{" + word.charAt(0) + "}" : "\\" + word;
    return new Glyph(latex, greek, Role.VARIABLE);
  }

  static Box upright(String word) {
    return new Glyph("\\mathrm{" + escaped(word) + "}", word, Role.WORD);
  }

  static String escaped(String word) {
    return word.indexOf('_') < 0 ? word : word.replace("_", "\\_");
  }

  static Box number(String digits) {
    return new Glyph(digits, digits, Role.NUMBER);
  }
}
