package dev.jacobi.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.jacobi.web.desk.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/// Answers a request: looks whether it may be answered, finds who answers its path, and writes.
final class Front implements HttpHandler {
  private final Guard guard;
  private final Page page;
  private final Api api;
  private final TrainingApi training;
  private final Patience patience = new Patience();

  Front(Guard guard, Page page, Api api, TrainingApi training) {
    this.guard = guard;
    this.page = page;
    this.api = api;
    this.training = training;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Optional<Reply> reply = reply(exchange);
      if (reply.isPresent() && reply.get().status() >= 400) patience.refused();
      if (reply.isPresent()) write(exchange, reply.get());
    }
  }

  /// None for a stream, which wrote itself.
  private Optional<Reply> reply(HttpExchange exchange) throws IOException {
    try {
      guard.admit(exchange.getRequestHeaders());
      var entered = entered(exchange);
      if (entered.isPresent()) return entered;
      guard.require(exchange.getRequestHeaders());
      return answer(exchange);
    } catch (Refusal r) {
      return Optional.of(Reply.of(r));
    } catch (RuntimeException e) {
      return Optional.of(Reply.of(new Refusal(500, "a fault of Jacobi itself: " + e)));
    }
  }

  private Optional<Reply> answer(HttpExchange exchange) throws IOException, Refusal {
    String path = exchange.getRequestURI().getRawPath();
    if (path.equals("/api/train/events")) {
      allow(exchange, "GET");
      training.stream(exchange, Front::protect);
      return Optional.empty();
    }
    if (path.startsWith("/api/train")) {
      allow(exchange, "POST");
      return Optional.of(training.answer(path, Body.of(exchange), Caller.of(exchange)));
    }
    if (path.startsWith("/api/") && !Api.isList(path)) {
      allow(exchange, "POST");
      return Optional.of(api.answer(path, Body.of(exchange), Caller.of(exchange)));
    }
    allow(exchange, "GET");
    if (Api.isList(path)) return Optional.of(api.list(path, Caller.of(exchange)));
    return Optional.of(page.at(path, exchange.getRequestHeaders()));
  }

  private static void allow(HttpExchange exchange, String method) throws Refusal {
    String given = exchange.getRequestMethod();
    if (given.equals(method) || given.equals("HEAD") && method.equals("GET")) return;
    exchange.getResponseHeaders().set("Allow", method);
    throw new Refusal(405, "use " + method);
  }

  /// Who opens the page with the right token gets it as a cookie, and the address without it.
  private Optional<Reply> entered(HttpExchange exchange) {
    String query = exchange.getRequestURI().getRawQuery();
    boolean opens = guard.asksToken() && exchange.getRequestURI().getRawPath().equals("/");
    if (!opens
        || query == null
        || !query.startsWith("token=")
        || !guard.isToken(query.substring(6))) return Optional.empty();
    String cookie = Guard.COOKIE + "=" + query.substring(6) + "; HttpOnly; SameSite=Strict; Path=/";
    return Optional.of(
        new Reply(303, Reply.JSON, new byte[0], Map.of("Set-Cookie", cookie, "Location", "/")));
  }

  // ---- writing

  private static void write(HttpExchange exchange, Reply reply) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    protect(headers);
    headers.set("Content-Type", reply.type());
    reply.headers().forEach(headers::set);
    // Else what is left of a body would be read as the next request.
    if (reply.status() >= 400) headers.set("Connection", "close");
    boolean empty = reply.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(reply.status(), empty ? -1 : reply.body().length);
    if (empty) return;
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(reply.body());
    }
  }

  /// What every answer says to a browser.
  private static void protect(Headers headers) {
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Cache-Control", "no-store");
  }
}
