package dev.jacobi.notation;

import dev.jacobi.notation.LatexTable.Does;
import dev.jacobi.notation.LatexTable.Row;
import dev.jacobi.notation.LatexToken.Kind;
import dev.jacobi.notation.Tex.Role;

/// Delimiters and signs of one character.
final class LatexFences {
  private LatexFences() {}

  /// The fence that a token opens; empty when it opens none.
  static String opens(LatexToken token) {
    return token.is(Kind.SIGN) && (token.text().equals("(") || token.text().equals("["))
        ? token.text()
        : "";
  }

  /// The fence that a token closes, by its opener.
  static String closes(LatexToken token) {
    if (token.is(Kind.SIGN)) {
      return token.text().equals(")") ? "(" : token.text().equals("]") ? "[" : "";
    }
    if (!token.is(Kind.COMMAND)) {
      return "";
    }
    Row row = LatexTable.row(token.text());
    return row.does() == Does.CLOSE ? row.text() : "";
  }

  static boolean isBracket(String open) {
    return switch (open) {
      case "(", "[", "{", "<", "_" -> true;
      default -> false;
    };
  }

  static boolean isBar(String open) {
    return open.equals("|") || open.equals("||");
  }

  /// The delimiter after `\left` or `\right`, by the opener of its kind.
  static String delimiter(String written) {
    return switch (written) {
      case "(", ")" -> "(";
      case "[", "]" -> "[";
      case "|" -> "|";
      case "<", ">" -> "<";
      case "." -> ".";
      default -> {
        Row row = LatexTable.row(written.substring(Math.min(1, written.length())));
        boolean known =
            row.does() == Does.OPEN || row.does() == Does.CLOSE || row.does() == Does.BAR;
        yield known ? row.text() : ".";
      }
    };
  }

  static Role roleOf(String sign) {
    return switch (sign) {
      case "+", "-", "*", "/", "!", "@" -> Role.SIGN;
      case "=", "<", ">" -> Role.RELATION;
      case ",", ";", ":", "." -> Role.STOP;
      case "⁺" -> Role.SIGN;
      default -> Role.BAD;
    };
  }
}
