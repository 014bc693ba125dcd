package dev.jacobi.notation;

import dev.jacobi.notation.Written.Chain;
import dev.jacobi.notation.Written.Link;
import dev.jacobi.notation.Written.Side;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What was read from LaTeX, in one line of plain text: `;` between chains, `…` before one that
/// continues, `|` before a condition.
final class LatexTexts {
  private LatexTexts() {}

  /// Names with their axes, `x:1 W1:2`, and functions.
  static LatexNames names(String values, String... functions) {
    Map<String, Integer> orders = new HashMap<>();
    for (String entry : values.isEmpty() ? new String[0] : values.split(" ")) {
      int colon = entry.indexOf(':');
      orders.put(entry.substring(0, colon), Integer.parseInt(entry.substring(colon + 1)));
    }
    return LatexNames.of(orders, Set.of(functions));
  }

  static String read(String tex, LatexNames names) {
    return of(LatexReader.read(tex, Map.of(), names));
  }

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
      case Side.Shape(String set, List<Syntax> extents) ->
          extents.isEmpty() ? set : set + extents.stream().map(TextSpelling.PLAIN::spell).toList();
      case Side.Unread(Problem problem) -> "(unread: " + problem.message() + ")";
    };
  }
}
