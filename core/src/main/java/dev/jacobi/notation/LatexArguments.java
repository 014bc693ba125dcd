package dev.jacobi.notation;

import dev.jacobi.notation.Tex.Leaf;
import dev.jacobi.notation.Tex.Role;
import java.util.List;

/// The argument of a function without parentheses: `\log x_i`, `\tanh W x`, `\log \sum_l e^{z_l}`.
final class LatexArguments {
  private LatexArguments() {}

  static boolean startHere(List<Tex> items, int i) {
    if (i >= items.size()) {
      return false;
    }
    return !(items.get(i) instanceof Leaf(Role role, String text, _, _, _))
        || switch (role) {
          case LETTER, NUMBER, FUNCTION, LARGE, PARTIAL, NABLA, ONE -> true;
          case SIGN -> text.equals("-") && startHere(items, i + 1);
          case WORD -> Vocabulary.isFunction(text);
          default -> false;
        };
  }

  /// Says the factors that belong to the function; returns the index after them.
  static int read(LatexFormula formula, List<Tex> items, int from) {
    int i = from;
    while (i < items.size() && items.get(i).is(Role.SIGN, "-")) {
      i = formula.unit(items, i);
    }
    Tex first = items.get(i);
    int next = formula.unit(items, i);
    if (LatexLarge.isLarge(first)) {
      while (next < items.size() && !ends(items.get(next))) {
        next = formula.unit(items, next);
      }
      return next;
    }
    boolean simple = isSimple(first) && !isBracketed(items, i, next);
    while (simple
        && next < items.size()
        && isSimple(items.get(next))
        && !applies(formula, items, next)) {
      int before = next;
      next = formula.unit(items, next);
      simple = !isBracketed(items, before, next);
    }
    return next;
  }

  /// Whether letters here are a function: `log x exp y`.
  private static boolean applies(LatexFormula formula, List<Tex> items, int i) {
    LatexRun run = LatexRun.at(items, i, formula.names);
    return run.length() > 1 && !LatexRun.function(run.word(), formula.names).isEmpty();
  }

  private static boolean isBracketed(List<Tex> items, int from, int to) {
    return to - from > 1 && LatexNaming.isFence(items, to - 1);
  }

  /// Where a product ends.
  static boolean ends(Tex item) {
    return item.is(Role.SIGN, "+")
        || item.is(Role.SIGN, "-")
        || item.is(Role.RELATION)
        || item.is(Role.STOP)
        || item.is(Role.ARROW)
        || item.is(Role.WIDE);
  }

  private static boolean isSimple(Tex item) {
    return switch (item) {
      case Leaf(Role role, _, _, _, _) -> role == Role.LETTER || role == Role.NUMBER;
      case Tex.Accent _ -> true;
      case Tex.Scripted(Tex base, _, _, _, _, _) -> isSimple(base);
      default -> false;
    };
  }
}
