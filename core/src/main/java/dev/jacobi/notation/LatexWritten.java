package dev.jacobi.notation;

import dev.jacobi.notation.LatexToken.Kind;
import java.util.ArrayList;
import java.util.List;

/// What stands in mathematics and is none: names of code, abbreviations, the escapes of Markdown.
final class LatexWritten {
  private LatexWritten() {}

  /// The end of a name like `d\_out`, which begins here; at its beginning when there is none.
  static int underscored(String text, int at) {
    int end = at;
    int whole = at;
    while (end < text.length()) {
      int start = end;
      while (end < text.length()
          && (LatexExpansion.isAsciiLetter(text.charAt(end)) || isDigit(text, end))) {
        end++;
      }
      whole = start > at && end > start ? end : whole;
      if (end == start || !text.startsWith("\\_", end)) {
        return whole;
      }
      end += 2;
    }
    return whole;
  }

  /// The end of `Q.E.D.`, which begins here; at its beginning when there is none.
  static int abbreviation(String text, int at) {
    int end = at;
    while (end + 1 < text.length()
        && LatexExpansion.isAsciiLetter(text.charAt(end))
        && text.charAt(end + 1) == '.') {
      end += 2;
    }
    return end - at >= 6 ? end : at;
  }

  /// `\|\|x\|\|`, as Markdown wants `||x||`: double bars that all stand in pairs are one each.
  static List<LatexToken> paired(List<LatexToken> tokens) {
    List<LatexToken> paired = new ArrayList<>(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      LatexToken first = tokens.get(i);
      LatexToken next = tokens.get(Math.min(i + 1, tokens.size() - 1));
      if (!isDoubleBar(first)) {
        paired.add(first);
      } else if (isDoubleBar(next) && next.tight()) {
        paired.add(new LatexToken(first.kind(), "|", first.tight(), first.from(), next.to()));
        i++;
      } else {
        return tokens;
      }
    }
    return paired;
  }

  private static boolean isDoubleBar(LatexToken token) {
    return token.is(Kind.COMMAND) && token.text().equals("|");
  }

  private static boolean isDigit(String text, int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }
}
