package dev.jacobi.web;

import com.sun.net.httpserver.HttpServer;
import dev.jacobi.web.desk.Desk;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/// The playground, listening.
public final class Server implements AutoCloseable {
  private static final int BACKLOG = 256;
  private static final long SWEEP = 3000; // ms

  private final HttpServer http;
  private final ExecutorService threads;
  private final Desk desk;
  private final Settings settings;
  private final TrainingApi training;

  private Server(Settings settings) throws IOException {
    this.settings = settings;
    limits();
    this.http =
        HttpServer.create(new InetSocketAddress(settings.address(), settings.port()), BACKLOG);
    this.threads = Executors.newVirtualThreadPerTaskExecutor();
    this.desk = new Desk(settings.budget(), settings.workers(), Limits.COMPUTATION_MB, exercises());
    var assets = Assets.load();
    this.training = new TrainingApi();
    var guard = new Guard(settings.address(), http.getAddress().getPort(), settings.token());
    http.setExecutor(threads);
    http.createContext("/", new Front(guard, new Page(assets), new Api(desk, assets), training));
  }

  /// Starts one; it serves until it is closed.
  ///
  /// @throws IOException when the address cannot be listened on
  public static Server start(Settings settings) throws IOException {
    var server = new Server(settings);
    server.http.start();
    server.threads.execute(server::sweep);
    return server;
  }

  /// What the JDK's server is to hold clients to, unless the user says otherwise; it reads this
  /// once.
  private static void limits() {
    limit("sun.net.httpserver.maxReqTime", Limits.SECONDS_TO_SEND);
    limit("sun.net.httpserver.maxRspTime", Limits.SECONDS_TO_READ);
    limit("sun.net.httpserver.idleInterval", Limits.SECONDS_IDLE);
    limit("sun.net.httpserver.maxReqHeaders", Limits.HEADERS);
    limit("sun.net.httpserver.maxReqHeaderSize", Limits.HEADERS_KB << 10);
    limit("jdk.httpserver.maxConnections", Limits.CONNECTIONS);
    System.getProperties().putIfAbsent("sun.net.httpserver.nodelay", "true");
  }

  private static void limit(String property, int value) {
    System.getProperties().putIfAbsent(property, Integer.toString(value));
  }

  /// Ends training that nobody watches, until the server ends.
  private void sweep() {
    try {
      while (true) {
        Thread.sleep(SWEEP);
        training.sweep();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// What warms a worker: a model derived in steps, one with a table of functions, and a document
  /// judged.
  private static List<byte[]> exercises() {
    String net = "x in R[n]\\ny in R[K]\\nW in R[K,n]\\nb in R[K]\\ns = W x + b\\nC = ||s - y||^2";
    String softmax =
        "x in R[n]\\nt in R[K], onehot\\nW in R[K,n]\\ny = softmax(W tanh(x))\\nC = -sum(t .* log(y))";
    return Stream.of(
            "{\"ask\":\"derive\",\"steps\":true,\"text\":\"" + net + "\\nderive C wrt W, b\"}",
            "{\"ask\":\"derive\",\"text\":\"" + softmax + "\\nderive C wrt W, x\"}",
            "{\"ask\":\"check\",\"text\":\"$dC/ds = 2 (y - s)$\",\"key\":\"" + net + "\"}")
        .map(question -> question.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  /// The port it listens on.
  public int port() {
    return http.getAddress().getPort();
  }

  /// What to open in a browser.
  public String address() {
    InetAddress at = settings.address();
    String host =
        at.isLoopbackAddress() ? "localhost" : at.getHostAddress().replaceFirst("%.*", "");
    String shown = host.contains(":") ? "[" + host + "]" : host;
    String token = settings.token().map(t -> "?token=" + t).orElse("");
    return "http://%s:%d/%s".formatted(shown, port(), token);
  }

  /// The worker processes that are there now.
  public List<Long> processes() {
    return desk.processes();
  }

  @Override
  public void close() {
    http.stop(0);
    training.close();
    desk.close();
    threads.shutdownNow();
  }
}
