package dev.jacobi.web;

import dev.jacobi.web.desk.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// An answer: its status, what it is, and its bytes; `headers` are those beside the ones that every
/// answer has.
record Reply(int status, String type, byte[] body, Map<String, String> headers) {
  static final String JSON = "application/json";
  private static final String TEXT = "text/plain; charset=utf-8";

  Reply {
    headers = Map.copyOf(headers);
  }

  static Reply json(byte[] body) {
    return new Reply(200, JSON, body, Map.of());
  }

  static Reply text(int status, String text) {
    return new Reply(status, TEXT, text.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  /// A refusal, as JSON: `{"error": 413, "message": "…"}`.
  static Reply of(Refusal r) {
    var json = "{\"error\":%d,\"message\":%s}".formatted(r.status(), quoted(r.getMessage()));
    var later = r.retryAfter();
    Map<String, String> headers =
        later.isPresent() ? Map.of("Retry-After", "" + later.getAsInt()) : Map.of();
    return new Reply(r.status(), JSON, json.getBytes(StandardCharsets.UTF_8), headers);
  }

  private static String quoted(String s) {
    var out = new StringBuilder("\"");
    for (int q = 0; q < s.length(); q++) {
      char c = s.charAt(q);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        default -> out.append(c < ' ' ? ' ' : c);
      }
    }
    return out.append('"').toString();
  }
}
