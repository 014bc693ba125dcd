package dev.jacobi.web.work;

import dev.jacobi.DerivationException;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Finds who answers a question: `{"ask": "derive", …}`.
public final class Answers {
  static final JsonMapper MAPPER = JsonMapper.shared();

  private static final Map<String, Function<Question, ObjectNode>> BY_NAME =
      Map.of(
          "derive", DeriveAnswer::of,
          "code", CodeAnswer::of,
          "functions", FunctionsAnswer::of,
          "check", CheckAnswer::of,
          "report", ReportAnswer::of,
          "trace", TraceAnswer::of);

  private Answers() {}

  /// Whether there is such a question.
  public static boolean isKnown(String ask) {
    return BY_NAME.containsKey(ask);
  }

  /// The answer; whatever goes wrong is one, too.
  static Frames.Answer to(byte[] question) {
    try {
      JsonNode json = MAPPER.readTree(question);
      if (!(json instanceof ObjectNode object)) return refused(400, "an object is expected");
      var answer = BY_NAME.get(object.path("ask").asString("")).apply(new Question(object));
      return new Frames.Answer(200, MAPPER.writeValueAsBytes(answer));
    } catch (JacksonException e) {
      return refused(400, "this is not JSON: " + e.getOriginalMessage());
    } catch (Question.Unclear | DerivationException e) {
      return refused(400, e.getMessage());
    } catch (StackOverflowError e) {
      return refused(422, "the formulas are nested too deeply");
    } catch (RuntimeException e) {
      return refused(500, "a fault of Jacobi itself: " + e);
    }
  }

  private static Frames.Answer refused(int status, String message) {
    var json = MAPPER.createObjectNode().put("error", status).put("message", message);
    return new Frames.Answer(status, MAPPER.writeValueAsBytes(json));
  }
}
