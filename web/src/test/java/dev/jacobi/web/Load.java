package dev.jacobi.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/// Many clients at once, then hostile ones beside an honest one: a program for bench/playground.
public final class Load {
  private static final List<String> MODELS =
      List.of("two-layer", "two-layer-bce", "logistic", "least-squares", "delta-rule-softmax");
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  private final Server server;
  private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
  private final List<Double> times = Collections.synchronizedList(new ArrayList<>());

  private Load(Server server) {
    this.server = server;
  }

  /// Clients, seconds, and hostile clients.
  public static void main(String[] args) throws Exception {
    int clients = args.length > 0 ? Integer.parseInt(args[0]) : 200;
    int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 60;
    int hostile = args.length > 2 ? Integer.parseInt(args[2]) : 50;
    try (var server = Server.start(Settings.of("127.0.0.1", 0))) {
      new Load(server).honest(1, 8); // until all is compiled
      System.out.println("memory before     " + memory(server));
      var many = new Load(server);
      many.honest(clients, seconds);
      System.out.println(clients + " clients       " + many.told());
      Thread.sleep(2000);
      System.out.println("memory after      " + memory(server));
      var alone = new Load(server);
      alone.honest(1, 15);
      System.out.println("one alone         " + alone.told());
      var beside = new Load(server);
      beside.beside(hostile, 40);
      System.out.println("beside " + hostile + " hostile  " + beside.told());
      System.out.println(
          "memory at the end " + memory(server) + ", " + server.processes().size() + " workers");
    }
  }

  // ---- honest clients: a question every second or so, as one types

  private void honest(int clients, int seconds) throws InterruptedException {
    long until = System.nanoTime() + seconds * 1_000_000_000L;
    var done = new CountDownLatch(clients);
    for (int c = 0; c < clients; c++) {
      int number = c;
      Thread.ofVirtual()
          .start(() -> {
            client(number, until, clients == 1 ? 250 : 1500);
            done.countDown();
          });
    }
    done.await();
  }

  private void client(int number, long until, int pause) {
    var random = new Random(number);
    String id = "client%06d".formatted(number);
    try {
      while (System.nanoTime() < until) {
        Thread.sleep(random.nextInt(pause) + pause / 2);
        boolean checks = pause > 500 && random.nextInt(5) == 0;
        ask(id, checks ? "check" : "derive", checks ? homework() : model(random));
      }
    } catch (IOException e) {
      count(-1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, String> model(Random random) throws IOException {
    String name = MODELS.get(random.nextInt(MODELS.size()));
    String text = Files.readString(Path.of("examples", name + ".jacobi"));
    return Map.of("text", text + "\n# " + random.nextInt(1000));
  }

  private static Map<String, String> homework() {
    return Map.of(
        "text",
        "$\\frac{\\partial C}{\\partial s} = 2 (y - s)$ and $\\frac{\\partial C}{\\partial W} = 2 (s - y) x^\\top$",
        "key",
        "x in R[n]\ny in R[K]\nW in R[K,n]\ns = W x\nC = ||s - y||^2");
  }

  private void ask(String id, String what, Map<String, String> question)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/" + what))
            .header("Content-Type", "application/json")
            .header("Jacobi-Client", id)
            .timeout(Duration.ofSeconds(60))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    JsonMapper.shared().writeValueAsString(question)))
            .build();
    long start = System.nanoTime();
    int status = HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    times.add((System.nanoTime() - start) / 1e6);
    count(status);
  }

  private void count(int status) {
    statuses.computeIfAbsent(status, _ -> new AtomicInteger()).incrementAndGet();
  }

  // ---- hostile ones

  private void beside(int hostile, int seconds) throws InterruptedException {
    long until = System.nanoTime() + seconds * 1_000_000_000L;
    List<Thread> all = new ArrayList<>();
    for (int h = 0; h < hostile; h++) {
      int number = h;
      all.add(Thread.ofVirtual().start(() -> attack(number, until)));
    }
    honest(1, seconds);
    for (Thread t : all) t.interrupt();
  }

  private void attack(int number, long until) {
    var raw = new Raw(server.port());
    String id = "Jacobi-Client: hostile%06d\n".formatted(number);
    String endless = JsonMapper.shared().writeValueAsString(Map.of("text", Explosion.TEXT));
    while (System.nanoTime() < until && !Thread.currentThread().isInterrupted()) {
      try {
        switch (number % 5) {
          case 0 -> raw.send(raw.post("/api/derive", endless, id));
          case 1 -> halfOpen();
          case 2 -> raw.send(raw.post("/api/derive", "[".repeat(300_000), id));
          case 3 -> raw.send(raw.post("/api/derive", "{\"text\":\"" + "x".repeat(3_000_000), id));
          default -> raw.send(raw.get("/../../etc/passwd", "Origin: http://evil.example\n"));
        }
      } catch (IOException e) {
        // It was thrown out: the next try.
      }
    }
  }

  private void halfOpen() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(15_000);
      socket
          .getOutputStream()
          .write("POST /api/derive HTTP/1.1\r\nHos".getBytes(StandardCharsets.UTF_8));
      socket.getInputStream().readAllBytes();
    }
  }

  // ---- what is told

  private String told() {
    List<Double> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    if (sorted.isEmpty()) return "no answer";
    return "%d answers %s, median %.0f ms, 99%% below %.0f ms"
        .formatted(sorted.size(), statuses, at(sorted, 0.5), at(sorted, 0.99));
  }

  private static double at(List<Double> sorted, double part) {
    return sorted.get((int) Math.min(sorted.size() - 1, part * sorted.size()));
  }

  /// What the server's heap holds after a collection, and what its workers take.
  private static String memory(Server server) {
    System.gc();
    var heap = Runtime.getRuntime();
    long own = heap.totalMemory() - heap.freeMemory();
    long workers = 0;
    for (long pid : server.processes()) workers += resident(pid).orElse(0L);
    return "%d MB of the server's heap, workers %d MB".formatted(own >> 20, workers >> 20);
  }

  private static Optional<Long> resident(long pid) {
    try {
      return Files.readString(Path.of("/proc/" + pid + "/status"))
          .lines()
          .filter(l -> l.startsWith("VmRSS"))
          .map(l -> Long.parseLong(l.replaceAll("\\D", "")) << 10)
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
