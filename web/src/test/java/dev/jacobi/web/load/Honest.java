package dev.jacobi.web.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/// Clients who type: a question about every one and a half seconds, of five a document to be
/// judged. No text is asked twice, so that none is answered from memory.
final class Honest implements AutoCloseable {
  private static final List<String> MODELS =
      List.of("two-layer", "two-layer-bce", "logistic", "least-squares", "delta-rule-softmax");
  private static final String DOCUMENT =
      "$\\frac{\\partial C}{\\partial s} = 2 (y - s)$ and"
          + " $\\frac{\\partial C}{\\partial W} = 2 (s - y) x^\\top$, version ";
  private static final String KEY = "x in R[n]\ny in R[K]\nW in R[K,n]\ns = W x\nC = ||s - y||^2";

  private final HttpClient http =
      HttpClient.newBuilder()
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  private final int port;
  final Times derive = new Times();
  final Times check = new Times();

  Honest(int port) {
    this.port = port;
  }

  /// - `pause`: milliseconds between an answer and the next question, on average
  void ask(int clients, int seconds, int pause) throws InterruptedException {
    long until = System.nanoTime() + seconds * 1_000_000_000L;
    var done = new CountDownLatch(clients);
    for (int c = 0; c < clients; c++) {
      int number = c;
      Thread.ofVirtual()
          .start(() -> {
            client(number, until, pause);
            done.countDown();
          });
    }
    done.await();
  }

  private void client(int number, long until, int pause) {
    var random = new Random();
    try {
      Thread.sleep(random.nextInt(pause));
      while (System.nanoTime() < until) {
        if (random.nextInt(5) == 0)
          ask(number, "check", Map.of("text", DOCUMENT + random.nextInt(), "key", KEY), check);
        else ask(number, "derive", Map.of("text", model(random)), derive);
        Thread.sleep(random.nextInt(pause) + pause / 2);
      }
    } catch (IOException e) {
      derive.add(-1, 0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String model(Random random) throws IOException {
    String name = MODELS.get(random.nextInt(MODELS.size()));
    return Files.readString(Path.of("examples", name + ".jacobi")) + "\n# " + random.nextInt();
  }

  private void ask(int number, String what, Map<String, String> question, Times times)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/" + what))
            .header("Content-Type", "application/json")
            .header("Jacobi-Client", "client%06d".formatted(number))
            .timeout(Duration.ofSeconds(60))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    JsonMapper.shared().writeValueAsString(question)))
            .build();
    long start = System.nanoTime();
    int status = http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    times.add(status, (System.nanoTime() - start) / 1e6);
  }

  /// Ends its connections, too.
  @Override
  public void close() {
    http.shutdownNow();
  }
}
