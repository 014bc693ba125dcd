package dev.jacobi.notation;

import dev.jacobi.notation.Tex.Leaf;
import dev.jacobi.notation.Tex.Role;
import java.util.List;
import java.util.Optional;

/// What scripts look like: indices, words, layers.
final class LatexIndices {
  static final String LETTERS = "ijklmnpqrstuv";

  private LatexIndices() {}

  /// `i`, `k + 1`, `3`, `:`, `y_i`: what may stand between brackets as an index.
  static boolean isPlace(List<Tex> index) {
    boolean first = true;
    for (Tex item : LatexFormula.flat(index)) {
      Tex base = item instanceof Tex.Scripted s ? s.base() : item;
      boolean letter = base.is(Role.LETTER) || base.is(Role.NUMBER) || base.is(Role.STOP, ":");
      boolean sign = item.is(Role.SIGN, "+") || item.is(Role.SIGN, "-");
      if (!letter && (first || !sign)) {
        return false;
      }
      first = false;
    }
    return !first;
  }

  /// `w_{ji}`, where `w_ji` is a matrix and its letters are indices and no names: its entry.
  static boolean isIndices(String letters, int order, LatexNames names) {
    return order > 1 && letters.length() == order && areLetters(letters, names);
  }

  /// Letters that indices have, none of them a name.
  static boolean areLetters(String letters, LatexNames names) {
    for (int q = 0; q < letters.length(); q++) {
      char letter = letters.charAt(q);
      if (LETTERS.indexOf(letter) < 0 || names.isValue(String.valueOf(letter))) {
        return false;
      }
    }
    return true;
  }

  /// `h_\theta`: Greek letters below a function say what it rests on.
  static boolean areParameters(List<Tex> sub) {
    return sub.stream()
        .allMatch(
            item -> item instanceof Leaf leaf && leaf.is(Role.LETTER) && leaf.text().length() > 1);
  }

  /// `W_{\text{out}}`, `w_{new}`: three letters or more, unless they are as many as the axes, or
  /// all of them look like indices.
  static boolean isWord(List<Tex> sub, String joined, Optional<String> whole, LatexNames names) {
    if (joined.isEmpty()) {
      return false;
    }
    if (sub.getFirst().is(Role.WORD) || sub.getLast().is(Role.WORD)) {
      return true;
    }
    boolean letters = joined.chars().allMatch(Character::isLetter) && sub.size() == joined.length();
    int order = whole.map(names::order).orElse(-1);
    boolean fits = order == joined.length() || (order < 0 && whole.isPresent());
    return letters
        && joined.length() > 2
        && !fits
        && !LatexIndices.isIndices(joined, joined.length(), names);
  }

  /// `a^l`, `w^{l+1}`, `\delta^L`: a layer, where l is no name.
  static boolean isLayer(List<Tex> sup, LatexNames names) {
    boolean layer =
        !sup.isEmpty()
            && (sup.getFirst().is(Role.LETTER, "l") || sup.getFirst().is(Role.LETTER, "L"))
            && !names.isValue("l")
            && !names.isValue("L");
    return layer
        && (sup.size() == 1
            || (sup.size() == 3 && sup.get(1).is(Role.SIGN) && sup.get(2).is(Role.NUMBER)));
  }

  /// `\delta_j^i`: an index above, where no power is meant.
  static boolean isUpperIndex(LatexResolved.Base base, List<Tex> sup, LatexNames names) {
    return sup.size() == 1
        && sup.getFirst() instanceof Leaf(Role role, String text, _, _, _)
        && role == Role.LETTER
        && text.length() == 1
        && "ijkm".contains(text)
        && !names.isValue(text)
        && names.order(base.name()) != 1
        && !base.name().equals("e");
  }
}
