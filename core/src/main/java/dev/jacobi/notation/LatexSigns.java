package dev.jacobi.notation;

import dev.jacobi.notation.Tex.Leaf;
import dev.jacobi.notation.Token.Kind;
import java.util.List;

/// Operators, comparisons and commas inside a formula, as the grammar's tokens.
final class LatexSigns {
  private LatexSigns() {}

  static void sign(LatexFormula formula, List<Tex> items, int i, Leaf leaf) {
    if (leaf.text().equals("⊗")) {
      boolean vectors = i > 0 && formula.order(items.get(i - 1)) == 1;
      formula.emit(Kind.CALL, vectors ? "outer" : "kron", leaf);
      return;
    }
    if (leaf.text().equals("*") && LatexStars.joinsEntries(formula, items, i)) {
      formula.emit(Kind.HADAMARD, ".*", leaf);
      return;
    }
    Signs.Sign sign = Signs.at(leaf.text(), 0);
    if (sign == Signs.NO_SIGN || !sign.kind().isInfix()) {
      throw formula.unread(leaf, "`" + leaf.text() + "` has no meaning here", "");
    }
    formula.emit(sign.kind(), leaf.text(), leaf);
  }

  static void relation(LatexFormula formula, Leaf leaf) {
    Kind kind =
        switch (leaf.text()) {
          case "=" -> Kind.EQUAL;
          case "!=" -> Kind.DIFFERENT;
          case "<=" -> Kind.AT_MOST;
          case ">=" -> Kind.AT_LEAST;
          case "<" -> Kind.LESS;
          case ">" -> Kind.MORE;
          default ->
              throw formula.unread(leaf, "this relation has no meaning inside a formula", "");
        };
    formula.emit(kind, leaf.text(), leaf);
  }

  static void stop(LatexFormula formula, Leaf leaf) {
    switch (leaf.text()) {
      case ",", ";" -> formula.emit(Kind.COMMA, ",", leaf);
      default ->
          throw formula.unread(leaf, "`" + leaf.text() + "` has no meaning in a formula", "");
    }
  }
}
