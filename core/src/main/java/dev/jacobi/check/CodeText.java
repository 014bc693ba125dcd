package dev.jacobi.check;

import java.util.ArrayList;
import java.util.List;

/// What can be told of a line of code by its characters alone.
final class CodeText {
  private CodeText() {}

  /// The name that a line assigns to, or to entries of, though the rest of it was not understood;
  /// empty when it assigns to none.
  static String target(String line) {
    int end = wordEnd(line);
    int sign = afterBrackets(line, end);
    while (sign < line.length() && "+-*/@ ".indexOf(line.charAt(sign)) >= 0) sign++;
    boolean assigns =
        sign < line.length()
            && line.charAt(sign) == '='
            && (sign + 1 == line.length() || line.charAt(sign + 1) != '=');
    return assigns ? line.substring(0, end) : "";
  }

  /// Whether such a line leaves something of what the name was: `d[i] = 0`, `d += …`.
  static boolean goesOn(String line) {
    int end = wordEnd(line);
    while (end < line.length() && line.charAt(end) == ' ') end++;
    return end < line.length() && line.charAt(end) != '=';
  }

  private static int wordEnd(String line) {
    int end = 0;
    while (end < line.length() && Character.isJavaIdentifierPart(line.charAt(end))) end++;
    return end;
  }

  private static int afterBrackets(String line, int from) {
    int at = from;
    int depth = 0;
    while (at < line.length()) {
      char c = line.charAt(at);
      if (c == '[') depth++;
      if (c == ']') depth--;
      if (depth == 0 && c != ']' && c != ' ') break;
      at++;
    }
    return at;
  }

  /// A stretch of a line; `from` counts its characters.
  record Item(String text, int from) {}

  /// What stands between the commas of `return a, f(b, c)`.
  static List<Item> items(String line) {
    int from = line.startsWith("return") ? "return".length() : 0;
    List<Item> items = new ArrayList<>();
    boolean whole = enclosed(line, from);
    int end = whole ? line.length() - 1 : line.length();
    int begin = whole ? line.indexOf('(', from) + 1 : from;
    int depth = 0;
    for (int q = begin; q < end; q++) {
      char c = line.charAt(q);
      if ("([{".indexOf(c) >= 0) depth++;
      if (")]}".indexOf(c) >= 0) depth--;
      if (c != ',' || depth != 0) continue;
      items.add(item(line, begin, q));
      begin = q + 1;
    }
    items.add(item(line, begin, end));
    return items;
  }

  /// `return (a, b)`.
  private static boolean enclosed(String line, int from) {
    if (!line.substring(from).startsWith(" (") && !line.substring(from).startsWith("("))
      return false;
    int depth = 0;
    for (int q = line.indexOf('(', from); q < line.length(); q++) {
      if (line.charAt(q) == '(') depth++;
      if (line.charAt(q) == ')' && --depth == 0) return q + 1 == line.length();
    }
    return false;
  }

  private static Item item(String line, int from, int to) {
    int first = from;
    int last = to;
    while (first < last && Character.isWhitespace(line.charAt(first))) first++;
    while (last > first && Character.isWhitespace(line.charAt(last - 1))) last--;
    return new Item(line.substring(first, last), first);
  }
}
