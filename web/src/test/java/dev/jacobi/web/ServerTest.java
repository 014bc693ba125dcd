package dev.jacobi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ServerTest {
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final String NET =
      "x in R[n]\ny in R[K]\nW in R[K,n]\ns = W x\nC = ||s - y||^2\nderive C wrt W";
  private static Server server;
  private static Raw raw;

  @BeforeAll
  static void start() throws IOException {
    server = Server.start(Settings.of("127.0.0.1", 0).withBudget(3));
    raw = new Raw(server.port());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode ask(String what, Map<String, ?> question) throws IOException {
    var answer = raw.send(raw.post("/api/" + what, MAPPER.writeValueAsString(question)));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return MAPPER.readTree(answer.body());
  }

  @Test
  void aModelIsDerivedAndCheckedInAllForms() throws IOException {
    var answer = ask("derive", Map.of("text", NET, "steps", true));
    var outcome = answer.at("/answers/0/outcomes/0");
    assertThat(outcome.at("/closed/matrix/text").asString()).isEqualTo("2 (s - y) x'");
    assertThat(outcome.at("/closed/entryLeft/text").asString()).isEqualTo("dC/dW[i,j]");
    assertThat(outcome.path("worst").asDouble()).isBetween(1e-17, 1e-6);
    assertThat(outcome.path("steps").size()).isGreaterThan(2);
  }

  @Test
  void namesCanBeFoundInTheLatexByTheirNumber() throws IOException {
    var answer = ask("derive", Map.of("text", NET));
    assertThat(answer.at("/names/2/name").asString()).isEqualTo("W");
    assertThat(answer.at("/definitions/0/right/latex").asString())
        .isEqualTo("\\textcolor{#000003}{W} \\textcolor{#000001}{x}");
  }

  @Test
  void whatIsAskedByClickingTakesThePlaceOfTheRequests() throws IOException {
    var answer = ask("derive", Map.of("text", NET, "of", "C", "wrt", List.of("x")));
    assertThat(answer.at("/answers/0/outcomes/0/closed/matrix/text").asString())
        .isEqualTo("2 W' (s - y)");
  }

  @Test
  void mistakesInTheTextHaveTheirPlaces() throws IOException {
    var problem =
        ask("derive", Map.of("text", "W in R[a,n]\nx in R[m]\ns = W x")).at("/problems/0");
    assertThat(problem.path("line").asInt()).isEqualTo(3);
    assertThat(problem.path("column").asInt()).isEqualTo(5);
    assertThat(problem.path("message").asString()).contains("inner extents differ");
  }

  @Test
  void aDerivationIsJudged() throws IOException {
    var answer =
        ask("check", Map.of("text", "$\\frac{\\partial C}{\\partial s} = 2 (y - s)$", "key", NET));
    var relation = answer.at("/relations/0");
    assertThat(relation.path("diagnosis").asString()).isEqualTo("sign");
    assertThat(relation.at("/correct/text").asString()).isEqualTo("2 (s - y)");
  }

  @Test
  void whatIsTypedWithoutMarksIsJudgedLineByLine() throws IOException {
    for (String typed :
        List.of(
            "The error is\n\ndC/ds = 2 (y - s)\ndC/dW = dC/ds x'\n",
            "The error is\n\n\\frac{\\partial C}{\\partial s} = 2 (y - s)\n")) {
      var relation = ask("check", Map.of("text", typed, "key", NET)).at("/relations/0");
      assertThat(relation.path("line").asInt()).isEqualTo(3);
      assertThat(relation.path("column").asInt()).isEqualTo(1);
      assertThat(relation.path("diagnosis").asString()).isEqualTo("sign");
    }
  }

  @Test
  void aMistakeOfTypedLinesHasItsOwnLineAndOneOfTheModelHasNone() throws IOException {
    String text = "dC/ds = 2 (s - y\ndC/ds = 2 (s - y)\ndC/ds = y -\ndC/ds = s**2\n s = W x\n";
    var typed = ask("check", Map.of("text", text, "key", NET));
    assertThat(typed.at("/errors/0/line").asInt()).isEqualTo(1);
    assertThat(typed.at("/errors/1/line").asInt()).isEqualTo(3);
    assertThat(typed.at("/errors/2/line").asInt()).isEqualTo(4);
    assertThat(typed.at("/relations").size()).isEqualTo(2);
    assertThat(typed.at("/relations/0/verdict").asString()).isEqualTo("proved");
    assertThat(typed.at("/relations/0/line").asInt()).isEqualTo(2);
    var model = ask("check", Map.of("text", "a = b", "key", "x in R[")).at("/errors/0");
    assertThat(model.path("line").asInt()).isLessThan(1);
  }

  @Test
  void valuesAndAdjointsAreComputedForTheUsersNumbers() throws IOException {
    var values = Map.of("x", Map.of("all", List.of(3)), "y", Map.of("all", List.of(1)));
    var answer =
        ask(
            "trace",
            Map.of("text", "x in R\ny in R\nC = (x - y)^2\nderive C wrt x", "values", values));
    assertThat(answer.at("/values/2/value/all/0").asDouble()).isEqualTo(4);
    assertThat(answer.at("/values/3/value/all/0").asDouble()).isEqualTo(4);
  }

  @Test
  void everyExampleCanBeTracedWithTheNumbersItBeginsWith() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("..", "examples"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jacobi")).toList()) {
        String question = MAPPER.writeValueAsString(Map.of("text", Files.readString(file)));
        var answer = raw.send(raw.post("/api/trace", question));
        // One whose sizes stand in it is too large to be followed by hand, and told to be.
        if (answer.body().contains("would have too many entries")) continue;
        assertThat(answer.status()).as(file + " " + answer).isEqualTo(200);
        assertThat(MAPPER.readTree(answer.body()).path("values").size()).isPositive();
      }
    }
  }

  @Test
  void programsAreWritten() throws IOException {
    for (String language : List.of("numpy", "pytorch", "java"))
      assertThat(ask("code", Map.of("text", NET, "to", language)).path("code").asString())
          .contains("dC_dW");
  }

  @Test
  void everyExampleIsListed() throws IOException {
    var answer = MAPPER.readTree(raw.send(raw.get("/api/examples", "")).body());
    long files;
    try (Stream<Path> all = Files.walk(Path.of("..", "examples"))) {
      files = all.filter(Files::isRegularFile).count();
    }
    assertThat(answer.size()).isEqualTo((int) files);
  }

  @Test
  void quickQuestionsAreAnsweredWhileEndlessOnesAreAsked() throws Exception {
    var statuses = java.util.concurrent.ConcurrentHashMap.<Integer>newKeySet();
    String endless = MAPPER.writeValueAsString(Map.of("text", Explosion.TEXT));
    List<Thread> hostile =
        Stream.generate(() ->
                Thread.ofVirtual()
                    .unstarted(() -> {
                      try {
                        statuses.add(raw.send(raw.post("/api/derive", endless)).status());
                      } catch (IOException e) {
                        statuses.add(-1);
                      }
                    }))
            .limit(12)
            .toList();
    String known = MAPPER.writeValueAsString(Map.of("text", NET));
    raw.send(raw.post("/api/derive", known, "Jacobi-Client: honest00\n"));
    hostile.forEach(Thread::start);
    var honest = new AtomicInteger();
    for (int q = 0; q < 10; q++) {
      String net = MAPPER.writeValueAsString(Map.of("text", NET + "\n#" + q));
      var answer = raw.send(raw.post("/api/derive", net, "Jacobi-Client: honest00\n"));
      if (answer.status() == 200) honest.incrementAndGet();
    }
    for (Thread t : hostile) t.join();
    assertThat(honest).hasValue(10);
    assertThat(statuses).isSubsetOf(422, 429, 503);
  }

  @Test
  void anOpenAddressAsksForItsToken() throws IOException {
    var open = new Settings(Settings.of("127.0.0.1", 0).address(), 0, Optional.of("sesame"), 3, 2);
    try (var guarded = Server.start(open)) {
      var other = new Raw(guarded.port());
      assertThat(guarded.address()).endsWith("/?token=sesame");
      assertThat(other.send(other.get("/", "")).status()).isEqualTo(401);
      assertThat(other.send(other.get("/?token=sesam", "")).status()).isEqualTo(401);
      var entered = other.send(other.get("/?token=sesame", ""));
      assertThat(entered.status()).isEqualTo(303);
      assertThat(entered.head()).contains("jacobi=sesame; HttpOnly; SameSite=Strict");
      assertThat(other.send(other.get("/", "Cookie: a=b; jacobi=sesame\n")).status())
          .isEqualTo(200);
    }
  }

  @Test
  void thePageMayLoadNothingFromElsewhere() throws IOException {
    var page = raw.send(raw.get("/", ""));
    assertThat(page.head()).contains("default-src 'none'").doesNotContain("unsafe");
    assertThat(page.body()).doesNotContain("https://").doesNotContain("%NONCE%");
  }

  @Test
  void workersEndWithTheirServer() throws Exception {
    var brief = Server.start(Settings.of("127.0.0.1", 0));
    var client = new Raw(brief.port());
    client.send(client.post("/api/derive", MAPPER.writeValueAsString(Map.of("text", NET))));
    var processes = brief.processes();
    brief.close();
    for (long pid : processes)
      ProcessHandle.of(pid)
          .ifPresent(p ->
              assertThat(p.onExit().orTimeout(10, java.util.concurrent.TimeUnit.SECONDS).join())
                  .isNotNull());
    assertThat(processes).isNotEmpty();
  }
}
