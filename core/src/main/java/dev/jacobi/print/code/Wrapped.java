package dev.jacobi.print.code;

import java.util.ArrayList;
import java.util.List;

/// Breaks long lines of Python where a reader would: before the loosest operators, else between the
/// arguments of a call.
final class Wrapped {
  private static final int WIDTH = 88;
  private static final List<List<String>> OPERATORS =
      List.of(List.of(" + ", " - "), List.of(" * ", " / "), List.of(" @ "));

  private Wrapped() {}

  /// The lines of a whole program, each broken if it is long.
  static List<String> lines(List<String> lines) {
    List<String> all = new ArrayList<>();
    for (String l : lines) all.addAll(l.length() <= WIDTH ? List.of(l) : broken(l));
    return all;
  }

  private static List<String> broken(String line) {
    String indent = line.substring(0, line.length() - line.stripLeading().length());
    int equals = line.indexOf(" = ");
    boolean returns = line.startsWith(indent + "return ");
    boolean call = line.startsWith(indent + "def ") || line.contains("ctx.save_for_backward(");
    int from = call ? indent.length() : returns ? indent.length() + 7 : equals + 3;
    if (from < 3) return List.of(line);
    String head = line.substring(0, from);
    String text = line.substring(from);
    List<String> several = split(text, List.of(", "));
    if (!call && several.size() > 1)
      return bracketed(head + "(", filled(several, indent), ")", indent);
    for (List<String> operators : OPERATORS) {
      List<String> parts = call ? List.of(text) : split(text, operators);
      if (parts.size() > 1) return bracketed(head + "(", parts, ")", indent);
    }
    int open = text.indexOf('(');
    int close = text.lastIndexOf(')');
    if (open < 0 || closing(text, open) != close) return List.of(line);
    List<String> arguments = split(text.substring(open + 1, close), List.of(", "));
    List<String> parts = filled(arguments, indent);
    return bracketed(head + text.substring(0, open + 1), parts, text.substring(close), indent);
  }

  private static List<String> bracketed(
      String head, List<String> parts, String tail, String indent) {
    List<String> all = new ArrayList<>(List.of(head));
    for (String p : parts) all.add(indent + "    " + p.strip());
    all.set(all.size() - 1, all.getLast() + tail);
    return all;
  }

  /// As many as fit on each line.
  private static List<String> filled(List<String> parts, String indent) {
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder();
    for (String p : parts) {
      boolean full = indent.length() + 4 + line.length() + p.length() > WIDTH - 2;
      if (full && line.length() > 0) {
        lines.add(line.toString());
        line.setLength(0);
        p = p.strip();
      }
      line.append(p);
    }
    lines.add(line.toString());
    // a comma opens the part behind it: move it back to the line before
    for (int q = 1; q < lines.size(); q++)
      if (lines.get(q).startsWith(",")) {
        lines.set(q - 1, lines.get(q - 1) + ",");
        lines.set(q, lines.get(q).substring(1));
      }
    return lines;
  }

  /// The text cut before each of these operators outside brackets and quotes; an operator stays
  /// with the part it opens.
  private static List<String> split(String text, List<String> operators) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    boolean quoted = false;
    int from = 0;
    for (int q = 0; q < text.length(); q++) {
      char c = text.charAt(q);
      if (c == '\'') quoted = !quoted;
      if (c == '(' || c == '[') depth++;
      if (c == ')' || c == ']') depth--;
      int at = q;
      if (quoted || depth > 0 || operators.stream().noneMatch(o -> text.startsWith(o, at)))
        continue;
      parts.add(text.substring(from, q));
      from = q;
    }
    parts.add(text.substring(from));
    return parts;
  }

  /// Where the bracket that opens at a place closes.
  private static int closing(String text, int open) {
    int depth = 0;
    for (int q = open; q < text.length(); q++) {
      char c = text.charAt(q);
      if (c == '(' || c == '[') depth++;
      if (c == ')' || c == ']') depth--;
      if (depth == 0) return q;
    }
    return -1;
  }
}
