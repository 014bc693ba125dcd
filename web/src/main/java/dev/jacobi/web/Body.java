package dev.jacobi.web;

import com.sun.net.httpserver.HttpExchange;
import dev.jacobi.web.desk.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/// The JSON that comes with a request.
final class Body {
  private static final int LONGEST = Limits.BODY_KB << 10;

  private Body() {}

  /// - error: [Refusal] for what is no JSON (415), or too much (413)
  static byte[] of(HttpExchange exchange) throws IOException, Refusal {
    var headers = exchange.getRequestHeaders();
    String type = headers.getFirst("Content-Type");
    // A form of another site cannot say this without asking first.
    if (type == null || !type.toLowerCase(Locale.ROOT).matches("application/json( *;.*)?"))
      throw new Refusal(415, "send application/json");
    String length = headers.getFirst("Content-Length");
    if (length != null && (!length.matches("\\d{1,9}") || Integer.parseInt(length) > LONGEST))
      throw tooLarge();
    InputStream in = exchange.getRequestBody();
    byte[] bytes = in.readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) throw tooLarge();
    return bytes;
  }

  private static Refusal tooLarge() {
    return new Refusal(413, "at most " + Limits.BODY_KB + " kB are read");
  }
}
