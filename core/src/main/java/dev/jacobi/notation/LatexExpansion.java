package dev.jacobi.notation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A text with the author's macros written out. Each character knows where it came from: one of a
/// macro's body came from where the macro was used.
final class LatexExpansion {
  private static final int MAX_DEPTH = 20;
  private static final int MAX_GROWTH = 20_000;

  private final Map<String, LatexMacro> macros;
  private int limit;
  private final StringBuilder out = new StringBuilder();
  private int[] from = new int[256];
  private int[] to = new int[256];

  private LatexExpansion(Map<String, LatexMacro> macros) {
    this.macros = macros;
  }

  /// `from[i]` and `to[i]` say where character i of `text` came from.
  record Expanded(String text, int[] from, int[] to) {}

  /// Macros are found under their names with or without the backslash.
  static Expanded of(String tex, Map<String, LatexMacro> macros) {
    LatexExpansion expansion = new LatexExpansion(macros);
    expansion.limit = 10 * tex.length() + MAX_GROWTH;
    expansion.expand(tex, 0, -1, -1);
    return new Expanded(expansion.out.toString(), expansion.from, expansion.to);
  }

  private void expand(String text, int depth, int useFrom, int useTo) {
    int at = 0;
    while (at < text.length()) {
      int end = text.charAt(at) == '\\' ? commandEnd(text, at) : at;
      LatexMacro macro = end > at + 1 && depth < MAX_DEPTH ? macro(text.substring(at, end)) : null;
      if (macro == null) {
        int next = Math.max(end, at + 1);
        copy(text, at, next, useFrom, useTo);
        at = next;
      } else {
        List<String> arguments = new ArrayList<>();
        int after = arguments(text, end, macro, arguments);
        int start = useFrom < 0 ? at : useFrom;
        expand(filled(macro.body(), arguments), depth + 1, start, useFrom < 0 ? after : useTo);
        at = after;
      }
      if (out.length() > limit) {
        throw new NotationException(
            new Place(1, 1, 1), "the macros used here grow without end", "");
      }
    }
  }

  private LatexMacro macro(String command) {
    LatexMacro macro = macros.get(command);
    return macro != null ? macro : macros.get(command.substring(1));
  }

  static int commandEnd(String text, int backslash) {
    int end = backslash + 1;
    while (end < text.length() && isAsciiLetter(text.charAt(end))) {
      end++;
    }
    return Math.min(text.length(), Math.max(end, backslash + 2));
  }

  static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private void copy(String text, int begin, int end, int useFrom, int useTo) {
    for (int i = begin; i < end; i++) {
      if (out.length() == from.length) {
        from = Arrays.copyOf(from, 2 * from.length);
        to = Arrays.copyOf(to, 2 * to.length);
      }
      from[out.length()] = useFrom < 0 ? i : useFrom;
      to[out.length()] = useFrom < 0 ? i + 1 : useTo;
      out.append(text.charAt(i));
    }
  }

  private static int arguments(String text, int at, LatexMacro macro, List<String> into) {
    int next = at;
    int wanted = macro.arguments();
    if (macro.firstDefault().isPresent() && wanted > 0) {
      int bracket = skipBlanks(text, next);
      int close =
          bracket < text.length() && text.charAt(bracket) == '[' ? text.indexOf(']', bracket) : -1;
      into.add(close < 0 ? macro.firstDefault().get() : text.substring(bracket + 1, close));
      next = close < 0 ? next : close + 1;
    }
    while (into.size() < wanted) {
      int start = skipBlanks(text, next);
      if (start >= text.length()) {
        into.add("");
      } else if (text.charAt(start) == '{') {
        next = closing(text, start);
        into.add(text.substring(start + 1, Math.max(start + 1, next - 1)));
      } else {
        next = text.charAt(start) == '\\' ? commandEnd(text, start) : start + 1;
        into.add(text.substring(start, next));
      }
    }
    return next;
  }

  private static int skipBlanks(String text, int at) {
    int next = at;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return next;
  }

  /// The end of the group that a brace opens: after its partner, or the end of the text.
  static int closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i + 1;
      }
    }
    return text.length();
  }

  private static String filled(String body, List<String> arguments) {
    StringBuilder filled = new StringBuilder();
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      int number = c == '#' && i + 1 < body.length() ? body.charAt(i + 1) - '0' : 0;
      if (number >= 1 && number <= arguments.size()) {
        boolean command = endsWithCommand(filled);
        filled.append(command ? " " : "").append(arguments.get(number - 1));
        i++;
      } else {
        filled.append(c);
      }
    }
    return filled.toString();
  }

  private static boolean endsWithCommand(StringBuilder text) {
    int i = text.length();
    while (i > 0 && isAsciiLetter(text.charAt(i - 1))) {
      i--;
    }
    return i > 0 && i < text.length() && text.charAt(i - 1) == '\\';
  }
}
