package dev.jacobi.web;

import dev.jacobi.web.desk.Desk;
import dev.jacobi.web.desk.Refusal;
import dev.jacobi.web.work.Answers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The questions of the page: JSON in, JSON out. See docs/playground.md.
final class Api {
  private static final String EXAMPLES = "/api/examples";
  private static final String FUNCTIONS = "/api/functions";
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final Desk desk;
  private final byte[] examples;
  private Optional<byte[]> functions = Optional.empty();

  Api(Desk desk, Assets assets) {
    this.desk = desk;
    this.examples = examples(assets);
  }

  static boolean isList(String path) {
    return path.equals(EXAMPLES) || path.equals(FUNCTIONS);
  }

  /// Lists that are always the same.
  Reply list(String path, Caller caller) throws Refusal {
    return Reply.json(path.equals(EXAMPLES) ? examples : functions(caller));
  }

  /// The answer to `/api/derive` and its like.
  Reply answer(String path, byte[] body, Caller caller) throws Refusal {
    String ask = path.substring("/api/".length());
    if (!Answers.isKnown(ask)) throw new Refusal(404, "there is no such question");
    try {
      if (!(MAPPER.readTree(body) instanceof ObjectNode question))
        throw new Refusal(400, "an object is expected");
      question.put("ask", ask);
      var answer = desk.ask(caller.name(), caller.atOnce(), MAPPER.writeValueAsBytes(question));
      return new Reply(answer.status(), Reply.JSON, answer.json(), java.util.Map.of());
    } catch (JacksonException e) {
      throw new Refusal(400, "this is not JSON: " + e.getOriginalMessage());
    }
  }

  private synchronized byte[] functions(Caller caller) throws Refusal {
    if (functions.isEmpty()) {
      byte[] question = "{\"ask\":\"functions\"}".getBytes(StandardCharsets.UTF_8);
      functions = Optional.of(desk.ask(caller.name(), caller.atOnce(), question).json());
    }
    return functions.get();
  }

  /// Every file of the examples, with the first sentence of its comment.
  private static byte[] examples(Assets assets) {
    var all = MAPPER.createArrayNode();
    assets
        .below("/examples/")
        .forEach((name, asset) -> {
          String text = new String(asset.bytes(), StandardCharsets.UTF_8);
          all.addObject().put("name", name).put("about", about(text)).put("text", text);
        });
    return MAPPER.writeValueAsBytes(all);
  }

  private static String about(String text) {
    var about = new StringBuilder();
    for (String line : text.lines().toList()) {
      if (!line.startsWith("#")) break;
      about.append(about.isEmpty() ? "" : " ").append(line.replaceFirst("^#+ *", ""));
    }
    int end = about.indexOf(". ");
    return end < 0 ? about.toString() : about.substring(0, end + 1);
  }
}
