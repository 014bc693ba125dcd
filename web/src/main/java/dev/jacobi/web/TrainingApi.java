package dev.jacobi.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.jacobi.web.desk.Refusal;
import dev.jacobi.web.train.TrainProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Training sessions: one for a page, a few in all, and none that nobody looks at.
final class TrainingApi implements AutoCloseable {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  /// A stream ends before a slow reader would be cut off; the browser comes again at once.
  private static final double STREAM_SECONDS = 25;

  private record Session(String who, TrainProcess process) {}

  private final Map<String, Session> sessions = new ConcurrentHashMap<>();

  Reply answer(String path, byte[] body, Caller caller) throws IOException, Refusal {
    try {
      if (!(MAPPER.readTree(body) instanceof ObjectNode question))
        throw new Refusal(400, "an object is expected");
      return switch (path) {
        case "/api/train" -> start(question, caller);
        case "/api/train/control" -> control(question);
        default -> throw new Refusal(404, "there is no such question");
      };
    } catch (JacksonException e) {
      throw new Refusal(400, "this is not JSON: " + e.getOriginalMessage());
    }
  }

  private synchronized Reply start(ObjectNode question, Caller caller) throws IOException, Refusal {
    sessions.forEach((id, s) -> {
      boolean other = s.who.equals(caller.name());
      if (other || s.process.isOver() || s.process.unread() > Limits.TRAINING_UNWATCHED) end(id);
    });
    if (sessions.size() >= Limits.TRAINING_AT_ONCE)
      throw Refusal.later(503, "others train at the moment; try again", 10);
    String id = Settings.random();
    sessions.put(
        id, new Session(caller.name(), new TrainProcess(MAPPER.writeValueAsBytes(question))));
    return Reply.json(MAPPER.writeValueAsBytes(MAPPER.createObjectNode().put("id", id)));
  }

  private Reply control(ObjectNode question) throws Refusal {
    String id = question.path("id").asString("");
    var session = find(id);
    if (question.path("action").asString("").equals("end")) end(id);
    else command(session, MAPPER.writeValueAsBytes(question));
    return Reply.json("{}".getBytes(StandardCharsets.UTF_8));
  }

  private static void command(Session session, byte[] json) throws Refusal {
    try {
      session.process.command(json);
    } catch (IOException e) {
      throw new Refusal(404, "this session is over");
    }
  }

  private Session find(String id) throws Refusal {
    var session = sessions.get(id);
    if (session == null) throw new Refusal(404, "there is no such session any more");
    return session;
  }

  private void end(String id) {
    var session = sessions.remove(id);
    if (session != null) session.process.close();
  }

  /// Server-sent events: the opening, and then whatever the process tells.
  void stream(HttpExchange exchange, Consumer<Headers> protect) throws IOException, Refusal {
    String query = exchange.getRequestURI().getRawQuery();
    String id = query != null && query.startsWith("id=") ? query.substring(3) : "";
    var process = find(id).process;
    protect.accept(exchange.getResponseHeaders());
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    long until = System.nanoTime() + (long) (STREAM_SECONDS * 1e9);
    try (OutputStream out = exchange.getResponseBody()) {
      write(out, "retry: 150\n\n");
      if (process.opening().isPresent()) event(out, process.opening().get());
      while (System.nanoTime() < until && !process.isOver()) {
        var all = process.next(2000);
        for (byte[] each : all) event(out, each);
        if (all.isEmpty()) write(out, ": waiting\n\n"); // tells whether somebody is there
        out.flush();
      }
      if (process.isOver()) write(out, "event: over\ndata: {}\n\n");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void event(OutputStream out, byte[] json) throws IOException {
    write(out, "data: " + new String(json, StandardCharsets.UTF_8) + "\n\n");
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Ends what nobody looks at.
  void sweep() {
    sessions.forEach((id, s) -> {
      if (s.process.isOver() && s.process.unread() > 2
          || s.process.unread() > Limits.TRAINING_UNWATCHED) end(id);
    });
  }

  @Override
  public void close() {
    sessions.keySet().forEach(this::end);
  }
}
