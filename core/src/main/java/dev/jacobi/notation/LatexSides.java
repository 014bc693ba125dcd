package dev.jacobi.notation;

import dev.jacobi.notation.Tex.Leaf;
import dev.jacobi.notation.Tex.Role;
import dev.jacobi.notation.Written.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The sides of a chain: their signs, names in words, remarks after a formula.
final class LatexSides {
  private LatexSides() {}

  static Sign sign(Tex relation) {
    return switch (((Leaf) relation).text()) {
      case "=" -> Sign.EQUALS;
      case ":=" -> Sign.DEFINES;
      case "∈" -> Sign.IN;
      case "!=" -> Sign.DIFFERENT;
      case "<" -> Sign.LESS;
      case ">" -> Sign.MORE;
      case "<=" -> Sign.AT_MOST;
      case ">=" -> Sign.AT_LEAST;
      default -> Sign.OTHER;
    };
  }

  /// `\text{Loss output}`, `\text{Linear}_1 \text{ input}`, `f \text{ output}`.
  static boolean isWords(List<Tex> items, LatexNames names) {
    boolean words = false;
    int letters = 0;
    for (Tex item : items) {
      if (item instanceof Leaf leaf && leaf.text().startsWith("(")) {
        return false;
      }
      Tex base =
          item instanceof Tex.Scripted(Tex of, _, List<Tex> sup, _, _, _) && sup.isEmpty()
              ? of
              : item;
      if (!base.is(Role.WORD) && !base.is(Role.LETTER) && !base.is(Role.FUNCTION)) {
        return false;
      }
      letters += base.is(Role.LETTER) ? 1 : 0;
      boolean known = base.is(Role.WORD) && isName(((Leaf) base).text(), names);
      if (letters > 1 || (known && items.size() > 1)) {
        return false;
      }
      words |= base.is(Role.WORD) && (items.size() > 1 || ((Leaf) base).text().indexOf(' ') > 0);
    }
    return words;
  }

  private static boolean isName(String word, LatexNames names) {
    return names.known(List.of(word)).isPresent() || !LatexRun.function(word, names).isEmpty();
  }

  static String words(Tex item) {
    return switch (item) {
      case Leaf leaf -> leaf.text();
      case Tex.Scripted(Tex base, List<Tex> sub, _, _, _, _) ->
          words(base) + "_" + LatexResolved.joined(LatexFormula.flat(sub));
      case Tex.Fence(_, _, List<Tex> inner, _, _, _) -> {
        StringBuilder words = new StringBuilder();
        inner.forEach(i -> words.append(words.isEmpty() ? "" : " ").append(words(i)));
        yield words.toString();
      }
      default -> "…";
    };
  }

  /// Words that name nothing, with nothing between: `\text{Q.E.D.}`.
  static boolean isNothing(LatexStatements.Statement statement, LatexNames names) {
    return !statement.items().isEmpty()
        && statement.items().stream()
            .allMatch(item ->
                item instanceof Leaf leaf && leaf.is(Role.WORD) && !isName(leaf.text(), names));
  }

  /// `\min_w J(w) = (w - 1)^2` asks for a w and says what J is: what stands on the other side has a
  /// w as well.
  static List<Tex> withoutInstruction(List<Tex> items, LatexNames names) {
    if (items.size() < 2
        || !(items.getFirst() instanceof Tex.Scripted s)
        || !s.base().is(Role.LARGE, "min") && !s.base().is(Role.LARGE, "max")) {
      return items;
    }
    int sign = 1;
    while (sign < items.size() && LatexStatements.relation(items.get(sign)) == null) {
      sign++;
    }
    List<Tex> sub = LatexFormula.flat(s.sub());
    List<Tex> rest = items.subList(Math.min(sign, items.size()), items.size());
    boolean sought =
        !sub.isEmpty()
            && sign > 1
            && sub.stream()
                .filter(x -> !x.is(Role.STOP, ","))
                .allMatch(x -> x instanceof Leaf l && names.isValue(l.text()) && has(rest, l));
    return sought ? items.subList(1, items.size()) : items;
  }

  private static boolean has(List<Tex> items, Leaf leaf) {
    return items.stream().anyMatch(x -> has(x, leaf));
  }

  private static boolean has(Tex item, Leaf leaf) {
    return switch (item) {
      case Leaf own -> own.text().equals(leaf.text());
      case Tex.Group g -> has(g.items(), leaf);
      case Tex.Fence f -> has(f.items(), leaf);
      case Tex.Fraction f -> has(f.over(), leaf) || has(f.under(), leaf);
      case Tex.Root r -> has(r.of(), leaf);
      case Tex.Accent a -> has(a.of(), leaf);
      case Tex.Scripted s -> has(s.base(), leaf) || has(s.sup(), leaf);
      case Tex.Environment e -> has(e.items(), leaf);
    };
  }

  /// `(Mean) \mu`: a word in brackets before a formula is its label. Letters side by side that name
  /// nothing are a word.
  static List<Tex> withoutLabel(List<Tex> side, LatexNames names) {
    if (side.size() < 2
        || !(side.getFirst() instanceof Tex.Fence(String open, _, List<Tex> inside, _, _, _))
        || !open.equals("(")) {
      return side;
    }
    List<Leaf> letters = LatexNaming.letters(LatexFormula.flat(inside));
    long unknown =
        letters.stream()
            .filter(l -> !names.isValue(l.text()) && !names.isFunction(l.text()))
            .count();
    boolean together = letters.stream().skip(1).allMatch(Leaf::tight);
    Tex next = side.get(1);
    boolean goesOn = next.is(Role.SIGN) || isTight(next);
    boolean word = letters.size() > 2 && unknown > 1 && together && !goesOn;
    return word ? side.subList(1, side.size()) : side;
  }

  static boolean isTight(Tex item) {
    return switch (item) {
      case Leaf leaf -> leaf.tight();
      case Tex.Fence fence -> fence.tight();
      case Tex.Accent accent -> accent.tight();
      case Tex.Scripted s -> isTight(s.base());
      default -> false;
    };
  }

  /// A side without the words after its formula, which go to the conditions.
  static List<Tex> withoutRemarks(
      List<Tex> items, LatexNames names, Function<List<Tex>, Syntax> name, List<Syntax> into) {
    List<Tex> side = new ArrayList<>(LatexStatements.trimmed(items));
    if (isWords(side, names)) {
      return side;
    }
    while (side.size() > 1 && isRemark(side, names)) {
      into.add(name.apply(List.of(side.removeLast())));
    }
    return side;
  }

  private static boolean isRemark(List<Tex> side, LatexNames names) {
    Tex last = side.getLast();
    if (last instanceof Tex.Fence(_, _, List<Tex> inner, _, _, _)) {
      return !inner.isEmpty() && inner.getFirst().is(Role.WORD) && isWords(inner, names);
    }
    return last instanceof Leaf(Role role, String text, _, _, _)
        && role == Role.WORD
        && (text.indexOf(' ') > 0 || side.size() > 1)
        && names.known(List.of(text)).isEmpty()
        && LatexRun.function(text, names).isEmpty()
        && text.indexOf(' ') > 0;
  }
}
