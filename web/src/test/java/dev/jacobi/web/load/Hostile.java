package dev.jacobi.web.load;

import dev.jacobi.web.Explosion;
import dev.jacobi.web.Raw;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/// Clients that mean harm, in a process of their own: the port, how many, and for how many seconds.
/// Each does one thing again and again, without a pause.
public final class Hostile {
  private final Raw raw;
  private final AtomicInteger tries = new AtomicInteger();

  private Hostile(int port) {
    this.raw = new Raw(port);
  }

  public static void main(String[] args) throws InterruptedException {
    var all = new Hostile(Integer.parseInt(args[0]));
    long until = System.nanoTime() + Integer.parseInt(args[2]) * 1_000_000_000L;
    for (int h = 0; h < Integer.parseInt(args[1]); h++) {
      int number = h;
      Thread.ofPlatform().daemon().start(() -> all.attack(number, until));
    }
    while (System.nanoTime() < until) Thread.sleep(100);
    System.out.println(all.tries.get() + " attacks");
  }

  private void attack(int number, long until) {
    // Half of those who ask endless formulas pretend to be somebody else each time.
    while (System.nanoTime() < until) {
      String who =
          number % 20 == 0 ? "hostile%d".formatted(tries.get() + 1000000) : "hostile0" + number;
      try {
        attack(number % 10, "Jacobi-Client: " + who + "\n");
      } catch (IOException e) {
        // It was thrown out: the next try.
      }
      tries.incrementAndGet();
    }
  }

  private void attack(int kind, String who) throws IOException {
    switch (kind) {
      case 0, 1 -> raw.send(raw.post("/api/derive", json("text", Explosion.TEXT), who));
      case 2 -> halfOpen("POST /api/derive HTTP/1.1\r\nHos");
      case 3 -> halfOpen("");
      case 4 -> raw.send(raw.post("/api/derive", "[".repeat(300_000), who));
      case 5 -> raw.send(raw.post("/api/derive", json("text", "x".repeat(3_000_000)), who));
      case 6 -> raw.send(raw.post("/api/derive", json("text", nested()), who));
      case 7 -> raw.send(raw.get("/../../etc/passwd", ""));
      case 8 -> raw.send(raw.get("/api/examples", "Origin: http://evil.example\n"));
      default -> raw.send("GET / HTTP/1.1\nHost: evil.example\n\n");
    }
  }

  private static String nested() {
    return "x in R\nf = " + "(".repeat(100_000) + "x" + ")".repeat(100_000) + "\nderive f wrt x";
  }

  private static String json(String key, String value) {
    return JsonMapper.shared().writeValueAsString(Map.of(key, value));
  }

  private void halfOpen(String begin) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), raw.port())) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(begin.getBytes(StandardCharsets.UTF_8));
      socket.getInputStream().readAllBytes();
    }
  }
}
