package dev.jacobi.check.report;

import dev.jacobi.check.Relation.Correct;
import dev.jacobi.notation.MathmlSpelling;
import dev.jacobi.notation.NotationException;
import dev.jacobi.notation.Parser;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.print.report.Mathml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Formulas that a checker hands out as text, spelled for a format.
final class Shown {
  private static final TextSpelling ASCII = new TextSpelling(true);
  private static final MathmlSpelling MATHML = new MathmlSpelling(false);

  private Shown() {}

  /// Its text; with `ascii`, without other characters where it can be read.
  static String text(Correct c, boolean ascii) {
    if (!ascii) return c.text();
    return sides(c.text()).map(ASCII::chain).orElseGet(() -> ascii(c.text()));
  }

  /// MathML where the text can be read as a formula; else its LaTeX as code.
  static String html(Correct c) {
    return sides(c.text())
        .map(MATHML::chain)
        .orElseGet(() -> code(c.latex().isBlank() ? c.text() : c.latex()));
  }

  static String code(String s) {
    return "<code>" + Mathml.escape(s) + "</code>";
  }

  private static Optional<List<Syntax>> sides(String formula) {
    try {
      List<Syntax> sides = new ArrayList<>();
      for (String side : formula.split(" = ")) sides.add(Parser.formula(side));
      return Optional.of(sides);
    } catch (NotationException e) {
      return Optional.empty();
    }
  }

  /// Each character beyond ASCII as one of ASCII, so that a mark below stays in its place.
  static String ascii(String s) {
    var out = new StringBuilder();
    s.codePoints().forEach(c -> out.append(ascii(c)));
    return out.toString();
  }

  private static char ascii(int c) {
    return switch (c) {
      case '−', '–', '—' -> '-';
      case '·', '⊙', '∗' -> '*';
      case '×' -> 'x';
      case '′', '’', '‘', 'ᵀ' -> '\'';
      case '∂' -> 'd';
      case '“', '”' -> '"';
      case '≤' -> '<';
      case '≥' -> '>';
      case '\u00a0', '\u2009' -> ' ';
      default -> c < 128 ? (char) c : '?';
    };
  }
}
