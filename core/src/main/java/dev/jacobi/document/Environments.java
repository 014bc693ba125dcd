package dev.jacobi.document;

import dev.jacobi.document.Delimiters.Found;
import java.util.Optional;
import java.util.Set;

/// Math environments that stand outside dollars: `\begin{align*} … \end{align*}`.
final class Environments {
  private static final Set<String> MATH =
      Set.of(
          "align",
          "alignat",
          "aligned",
          "alignedat",
          "displaymath",
          "dmath",
          "eqnarray",
          "equation",
          "flalign",
          "gather",
          "gathered",
          "math",
          "multline",
          "multlined",
          "split",
          "xalignat",
          "IEEEeqnarray");

  /// These take the number or kind of their columns.
  private static final Set<String> WITH_ARGUMENT =
      Set.of("alignat", "alignedat", "xalignat", "IEEEeqnarray");

  private static final String BEGIN = "\\begin{";
  private static final String END = "\\end{";
  private static final int LONGEST_NAME = 40;

  private final String text;
  private final int end;
  private final boolean tex;

  /// Where the next end after a place stands; -1 when there is none.
  private int nextEnd = -1;

  private int searched = Integer.MAX_VALUE;

  Environments(String text, int end, boolean tex) {
    this.text = text;
    this.end = end;
    this.tex = tex;
  }

  /// The name of the environment that begins here, empty when none does.
  static String begun(String text, int at) {
    return text.startsWith(BEGIN, at) ? named(text, at + BEGIN.length()) : "";
  }

  /// The name of the environment that ends here, empty when none does.
  static String ended(String text, int at) {
    return text.startsWith(END, at) ? named(text, at + END.length()) : "";
  }

  /// 1 where an environment begins, -1 where one ends, 0 at any other backslash.
  int step(int at) {
    return begun(text, at).isEmpty() ? ended(text, at).isEmpty() ? 0 : -1 : 1;
  }

  /// Whether an environment's end is the last thing before a place.
  boolean endsBefore(int at) {
    int last = Scan.beforeBlanks(text, 0, at);
    for (int sign = last - END.length() - 2; sign > last - LONGEST_NAME && sign >= 0; sign--) {
      if (text.charAt(sign) == '\\') {
        String name = ended(text, sign);
        return !name.isEmpty() && sign + END.length() + name.length() + 1 == last;
      }
    }
    return false;
  }

  /// Whether an environment ends between two places.
  boolean endsWithin(int from, int to) {
    if (from < searched || from > nextEnd && nextEnd >= 0) {
      searched = from;
      nextEnd = text.indexOf(END, from);
    }
    return nextEnd >= 0 && nextEnd < to;
  }

  private static String named(String text, int from) {
    int last = Math.min(text.length(), from + LONGEST_NAME);
    for (int at = from; at < last; at++) {
      char c = text.charAt(at);
      if (c == '}') {
        return text.substring(from, at);
      }
      if (!Scan.isLetter(c) && c != '*' && c != '-' && c != ' ' && !Scan.isDigit(c)) {
        return "";
      }
    }
    return "";
  }

  /// The math environment that begins at this backslash.
  Optional<Found> at(int at) {
    String name = begun(text, at);
    String plain = name.endsWith("*") ? name.substring(0, name.length() - 1) : name;
    if (!MATH.contains(plain)) {
      return Optional.empty();
    }
    int start = afterArguments(at + BEGIN.length() + name.length() + 1, plain);
    int close = close(start, name);
    boolean closed = !ended(text, close).isEmpty();
    int next = closed ? close + END.length() + ended(text, close).length() + 1 : close;
    int from = Scan.afterBlanks(text, start, close);
    int to = Scan.beforeBlanks(text, from, close);
    return Optional.of(new Found(from, to, next, !plain.equals("math"), name));
  }

  private int afterArguments(int start, String plain) {
    int at = start;
    if (at < end && text.charAt(at) == '[' && at + 2 < end && text.charAt(at + 2) == ']') {
      at += 3;
    }
    if (WITH_ARGUMENT.contains(plain) && at < end && text.charAt(at) == '{') {
      int line = Scan.lineEnd(text, at, Math.min(end, at + LONGEST_NAME));
      at = Math.max(at, Scan.closing(text, at, line, '}') + 1);
    }
    return at;
  }

  /// Where the environment ends: its own `\end`, any `\end` when no other environment is open in
  /// it, or its paragraph's end.
  private int close(int start, String name) {
    int depth = 0;
    int same = 0;
    int at = Scan.afterBlanks(text, start, end);
    for (; at < end; at++) {
      char c = text.charAt(at);
      if (c == '%' && tex) {
        at = Scan.lineEnd(text, at, end) - 1;
      } else if (c == '\n' && Paragraphs.endsAt(text, at, end)) {
        int later = Scan.afterBlanks(text, at, end);
        if (!belongs(later)) {
          return at;
        }
        at = later - 1;
      } else if (c == '\\') {
        String begun = begun(text, at);
        String ended = ended(text, at);
        if (!ended.isEmpty() && (depth == 0 || ended.equals(name) && same == 0)) {
          return at;
        }
        depth += begun.isEmpty() ? ended.isEmpty() ? 0 : -1 : 1;
        same += begun.equals(name) ? 1 : ended.equals(name) ? -1 : 0;
        at++;
      }
    }
    return end;
  }

  /// Whether what follows blank lines still belongs to the environment.
  private boolean belongs(int at) {
    return at < end
        && (text.charAt(at) == '&' || text.charAt(at) == '=' || text.startsWith(END, at));
  }
}
