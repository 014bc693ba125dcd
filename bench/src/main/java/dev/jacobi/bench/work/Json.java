package dev.jacobi.bench.work;

import java.util.StringJoiner;

/// What little is needed to answer with.
final class Json {
  private Json() {}

  static String object(String name, String value) {
    return "{" + text(name) + ":" + value + "}";
  }

  static String text(String s) {
    var out = new StringBuilder("\"");
    for (char c : s.toCharArray())
      if (c == '"' || c == '\\') out.append('\\').append(c);
      else if (c < ' ') out.append(' ');
      else out.append(c);
    return out.append('"').toString();
  }

  /// What is not finite has no number in JSON, and shows as null.
  static String numbers(double... values) {
    var out = new StringJoiner(",", "[", "]");
    for (double v : values) out.add(Double.isFinite(v) ? Double.toString(v) : "null");
    return out.toString();
  }
}
