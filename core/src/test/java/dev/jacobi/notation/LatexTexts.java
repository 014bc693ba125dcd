package dev.jacobi.notation;

import dev.jacobi.notation.Written.Chain;
import dev.jacobi.notation.Written.Link;
import dev.jacobi.notation.Written.Side;

/// What was read from LaTeX, in one line of plain text.
final class LatexTexts {
  private LatexTexts() {}

  static String of(Written written) {
    StringBuilder all = new StringBuilder();
    for (Chain chain : written.chains()) {
      all.append(all.isEmpty() ? "" : "; ").append(chain.continues() ? "…" : "");
      for (Link link : chain.links()) {
        all.append(sign(link)).append(side(link.side()));
      }
      for (Syntax condition : chain.conditions()) {
        all.append(" | ").append(TextSpelling.PLAIN.spell(condition));
      }
    }
    return all.toString();
  }

  private static String sign(Link link) {
    return switch (link.sign()) {
      case FIRST -> "";
      case EQUALS -> " = ";
      case DEFINES -> " := ";
      case IN -> " in ";
      case DIFFERENT -> " != ";
      case LESS -> " < ";
      case MORE -> " > ";
      case AT_MOST -> " <= ";
      case AT_LEAST -> " >= ";
      case OTHER -> " ~ ";
    };
  }

  private static String side(Side side) {
    return switch (side) {
      case Side.Formula(Syntax syntax) -> TextSpelling.PLAIN.spell(syntax);
      case Side.Shape(String set, var extents) ->
          set + extents.stream().map(TextSpelling.PLAIN::spell).toList();
      case Side.Unread(Problem problem) -> "(unread: " + problem.message() + ")";
    };
  }
}
