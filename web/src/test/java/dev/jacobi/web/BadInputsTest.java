package dev.jacobi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/// What a server must bear, and what it answers: the table of docs/playground.md.
class BadInputsTest {
  private static final int CLOSED = 0;
  private static Server server;
  private static Raw raw;
  private static ExecutorService threads;

  /// - `answers`: any of these statuses, in words for the table
  private record Bad(String what, String request, int... answers) {}

  @BeforeAll
  static void start() throws IOException {
    server = Server.start(Settings.of("127.0.0.1", 0).withBudget(2));
    raw = new Raw(server.port());
    threads = Executors.newVirtualThreadPerTaskExecutor();
  }

  @AfterAll
  static void stop() {
    threads.shutdownNow();
    server.close();
  }

  @TestFactory
  Stream<DynamicTest> eachIsAnsweredAndTheServerGoesOn() {
    List<Bad> all = new ArrayList<>();
    all.addAll(strangers());
    all.addAll(paths());
    all.addAll(methodsAndHeaders());
    all.addAll(bodies());
    all.addAll(questions());
    all.addAll(halves());
    assertThat(all.size()).isGreaterThanOrEqualTo(40);
    // All at once: some wait until the server cuts them off.
    Map<String, Future<Raw.Answer>> sent = new LinkedHashMap<>();
    for (Bad b : all) sent.put(b.what, threads.submit(() -> answer(b.request, b.answers)));
    return all.stream().map(b -> DynamicTest.dynamicTest(b.what, () -> holds(b, sent)));
  }

  /// A server that has its hands full says so, and when to come again: on a slow machine all these
  /// at once are too much.
  private static Raw.Answer answer(String request, int... expected) throws Exception {
    Raw.Answer answer = raw.send(request);
    for (int n = 0; n < 10 && answer.status() == 503; n++) {
      if (IntStream.of(expected).anyMatch(e -> e == 503)) return answer;
      Thread.sleep(3000);
      answer = raw.send(request);
    }
    return answer;
  }

  private static void holds(Bad b, Map<String, Future<Raw.Answer>> sent) throws Exception {
    var answer = sent.get(b.what).get();
    assertThat(b.answers).as(answer.toString()).contains(answer.status());
    var fine =
        answer(
            raw.post(
                "/api/derive",
                json("x in R\nf = x^2\nderive f wrt x"),
                "Jacobi-Client: another0\n"));
    assertThat(fine.status()).as(fine.toString()).isEqualTo(200);
  }

  // ---- who asks

  private static List<Bad> strangers() {
    String derive = json("x in R");
    int port = server.port();
    return List.of(
        new Bad("a foreign Host", "GET / HTTP/1.1\nHost: evil.example\n\n", 421),
        new Bad(
            "a foreign Host on our port",
            "GET / HTTP/1.1\nHost: evil.example:" + port + "\n\n",
            421),
        new Bad(
            "a Host that only begins like ours",
            "GET / HTTP/1.1\nHost: localhost.evil.example:" + port + "\n\n",
            421),
        new Bad("another port", "GET / HTTP/1.1\nHost: localhost:1\n\n", 421),
        new Bad("no Host", "GET / HTTP/1.1\n\n", 400),
        new Bad(
            "two Hosts",
            "GET / HTTP/1.1\nHost: localhost:" + port + "\nHost: evil.example\n\n",
            400),
        new Bad("an empty Host", "GET / HTTP/1.1\nHost:\n\n", 400, 421),
        new Bad("HTTP/1.0 without a Host", "GET / HTTP/1.0\n\n", 400),
        new Bad(
            "a foreign Origin",
            raw.post("/api/derive", derive, "Origin: http://evil.example\n"),
            403),
        new Bad("the Origin null", raw.post("/api/derive", derive, "Origin: null\n"), 403),
        new Bad(
            "our Origin by another scheme",
            raw.post("/api/derive", derive, "Origin: https://localhost:" + port + "\n"),
            403),
        new Bad(
            "our Origin on another port",
            raw.post("/api/derive", derive, "Origin: http://localhost:1\n"),
            403),
        new Bad("a foreign Origin of a page", raw.get("/", "Origin: http://evil.example\n"), 403),
        new Bad(
            "a request of another site",
            raw.get("/api/examples", "Sec-Fetch-Site: cross-site\n"),
            403),
        new Bad(
            "a form of another site",
            raw.post("/api/derive", derive).replace("application/json", "text/plain"),
            415),
        new Bad(
            "no Content-Type",
            raw.post("/api/derive", derive).replace("Content-Type: application/json\n", ""),
            415));
  }

  // ---- paths

  private static List<Bad> paths() {
    List<Bad> all = new ArrayList<>();
    for (String path :
        List.of(
            "/../../etc/passwd",
            "/%2e%2e/%2e%2e/etc/passwd",
            "/lib/../../../etc/passwd",
            "/lib/..%2f..%2f..%2fetc/passwd",
            "/..%5c..%5cwindows/win.ini",
            "/lib/katex/",
            "/lib",
            "//etc/passwd",
            "/index.html%00.js",
            "/page.js/",
            "/META-INF/MANIFEST.MF",
            "/dev/jacobi/web/Server.class",
            "/" + "a".repeat(5000)))
      all.add(
          new Bad("GET " + path.substring(0, Math.min(40, path.length())), raw.get(path, ""), 404));
    all.add(new Bad("a whole address as the path", raw.get("http://evil.example/", ""), 200, 404));
    all.add(new Bad("a path that is none", raw.get("/%zz", ""), 400, 404));
    return all;
  }

  // ---- methods and headers

  private static List<Bad> methodsAndHeaders() {
    String many = "X-A: b\n".repeat(500);
    return List.of(
        new Bad("DELETE", raw.get("/", "").replace("GET", "DELETE"), 405),
        new Bad("TRACE", raw.get("/", "").replace("GET", "TRACE"), 405),
        new Bad(
            "CONNECT",
            raw.get("/", "").replace("GET /", "CONNECT evil.example:80"),
            400,
            404,
            405,
            CLOSED),
        new Bad("GET of a question", raw.get("/api/derive", ""), 405),
        new Bad("OPTIONS of a question", raw.get("/api/derive", "").replace("GET", "OPTIONS"), 405),
        new Bad("POST of a page", raw.post("/", "{}"), 405),
        new Bad("500 headers", raw.get("/", many), 400, 431, CLOSED),
        new Bad(
            "a header of 100 kB",
            raw.get("/", "X-A: " + "b".repeat(100_000) + "\n"),
            400,
            431,
            CLOSED),
        new Bad("no HTTP at all", "hello\n\n", 400, CLOSED),
        new Bad("a TLS greeting", "\u0016\u0003\u0001\u0002\u0000\n\n", 400, CLOSED));
  }

  // ---- bodies

  private static List<Bad> bodies() {
    String ours = "Host: localhost:" + server.port() + "\nContent-Type: application/json\n";
    String question = "POST /api/derive HTTP/1.1\n" + ours;
    return List.of(
        new Bad("a body said to be 3 GB", question + "Content-Length: 3000000000\n\n{", 413),
        new Bad("a body said to be negative", question + "Content-Length: -1\n\n{", 400, 413),
        new Bad("a length that is no number", question + "Content-Length: many\n\n{", 400, 413),
        new Bad("a body of 2 MB", raw.post("/api/derive", json("x".repeat(2_000_000))), 413),
        new Bad(
            "a body of 2 MB in chunks",
            question
                + "Transfer-Encoding: chunked\n\n"
                + ("8000\n" + "a".repeat(0x8000) + "\n").repeat(64)
                + "0\n\n",
            413,
            CLOSED),
        new Bad(
            "a length and chunks",
            question + "Content-Length: 5\nTransfer-Encoding: chunked\n\n0\n\n",
            400),
        new Bad("another transfer encoding", question + "Transfer-Encoding: gzip\n\n", 400, 501),
        new Bad("no body", raw.post("/api/derive", ""), 400),
        new Bad("no JSON", raw.post("/api/derive", "x in R"), 400),
        new Bad("half a JSON", raw.post("/api/derive", "{\"text\": \"x"), 400),
        new Bad("a list", raw.post("/api/derive", "[]"), 400),
        new Bad("100,000 brackets", raw.post("/api/derive", "[".repeat(100_000)), 400),
        new Bad(
            "a number of 100,000 digits",
            raw.post("/api/derive", "{\"text\":" + "9".repeat(100_000) + "}"),
            400));
  }

  // ---- questions

  private static List<Bad> questions() {
    String deep = "(".repeat(50_000) + "x" + ")".repeat(50_000);
    return List.of(
        new Bad("an unknown question", raw.post("/api/delete", "{}"), 404),
        new Bad("a question with a path", raw.post("/api/../derive", "{}"), 404),
        new Bad("no text", raw.post("/api/derive", "{}"), 400),
        new Bad("a text that is a number", raw.post("/api/derive", "{\"text\": 1}"), 400),
        new Bad(
            "names that are none",
            raw.post("/api/derive", "{\"text\": \"x in R\", \"wrt\": [1]}"),
            400),
        new Bad(
            "an unknown layout",
            raw.post("/api/derive", "{\"text\": \"x in R\", \"layout\": \"../x\"}"),
            400),
        new Bad(
            "a size of 10^9",
            raw.post(
                "/api/trace",
                "{\"text\": \"x in R[n]\\nf = sum(x)\", \"sizes\": {\"n\": 1000000000}}"),
            400),
        new Bad(
            "a size of zero",
            raw.post("/api/trace", "{\"text\": \"x in R[n]\\nf = sum(x)\", \"sizes\": {\"n\": 0}}"),
            400),
        new Bad(
            "a value that is no number",
            raw.post(
                "/api/trace",
                "{\"text\": \"x in R\\nf = x\", \"values\": {\"x\": {\"all\": [\"a\"]}}}"),
            400),
        new Bad(
            "50,000 parentheses, told in the answer",
            raw.post("/api/derive", json("x in R\nf = " + deep + "\nderive f wrt x")),
            200),
        new Bad(
            "50,000 parentheses in LaTeX",
            raw.post("/api/check", json("$$" + deep + " = x$$")),
            200),
        new Bad("an endless formula", raw.post("/api/derive", json(Explosion.TEXT)), 422),
        new Bad(
            "text that is no text",
            raw.post("/api/check", "{\"text\": \"\\u0000\\ud800\\uffff\"}"),
            200),
        new Bad(
            "a file name that is a path",
            raw.post("/api/check", "{\"name\": \"../../etc/passwd\", \"text\": \"a\"}"),
            200));
  }

  // ---- half a request, and then nothing

  private static List<Bad> halves() {
    return List.of(
        new Bad("nothing at all", "", CLOSED),
        new Bad("half a request line", "GET /", CLOSED),
        new Bad("half a header", "GET / HTTP/1.1\nHost: loc", CLOSED),
        new Bad(
            "half a body",
            raw.post("/api/derive", json("x in R"))
                .replaceFirst("Content-Length: \\d+", "Content-Length: 500"),
            CLOSED));
  }

  private static String json(String text) {
    return JsonMapper.shared().writeValueAsString(Map.of("text", text));
  }
}
