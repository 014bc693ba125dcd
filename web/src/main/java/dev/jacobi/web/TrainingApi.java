package dev.jacobi.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.util.function.Consumer;

/// Training sessions.
final class TrainingApi implements AutoCloseable {
  Reply answer(String path, byte[] body, Caller caller) throws Refusal {
    throw new Refusal(404, "there is no such question");
  }

  void stream(HttpExchange exchange, Consumer<Headers> protect) throws Refusal {
    throw new Refusal(404, "there is no such session");
  }

  @Override
  public void close() {}
}
