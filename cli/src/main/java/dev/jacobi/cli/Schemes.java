package dev.jacobi.cli;

import dev.jacobi.check.Verdict;
import dev.jacobi.check.report.Scheme;
import dev.jacobi.check.report.Scheme.Question;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a grader's scheme: `{"points": {"2.1": 4, "2.2": {"points": 6, "lines": 5}, "*": 1},
/// "credit": {"follows": 0.5}}`.
final class Schemes {
  private final String file;

  private Schemes(String file) {
    this.file = file;
  }

  /// - error: [InputException] for what is no scheme, saying which word of it
  static Scheme read(Source source) {
    try {
      var root = JsonMapper.shared().readTree(source.text());
      return new Schemes(source.name()).scheme(root);
    } catch (JacksonException e) {
      var at = e.getLocation();
      var place = at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
      throw new InputException(source.name() + place + ": not JSON");
    }
  }

  private Scheme scheme(JsonNode root) {
    insist(root.isObject(), "an object is expected, {\"points\": {…}, \"credit\": {…}}");
    var usual = Scheme.usual();
    Map<String, Question> questions = new LinkedHashMap<>();
    Map<Verdict, Double> verdicts = Scheme.usualCredit();
    double follows = usual.follows();
    double step = usual.step();
    Optional<Question> others = usual.others();
    for (var part : root.properties()) {
      insist(part.getValue().isObject(), part.getKey() + ": an object is expected");
      for (var member : part.getValue().properties()) {
        var word = member.getKey();
        var value = member.getValue();
        switch (part.getKey()) {
          case "points" -> questions.put(word, question(word, value));
          case "credit" -> {
            double share = number(word, value, 1);
            switch (word) {
              case "follows" -> follows = share;
              case "step" -> step = share;
              default -> verdicts.put(verdict(word), share);
            }
          }
          default -> insist(false, "'" + part.getKey() + "' is none of points, credit");
        }
      }
      if (part.getKey().equals("points")) {
        others = Optional.ofNullable(questions.remove("*"));
      }
    }
    return new Scheme(questions, others, verdicts, follows, step);
  }

  private Question question(String name, JsonNode value) {
    if (!value.isObject()) {
      return new Question(number(name, value, 1e6), 0);
    }
    for (var member : value.properties()) {
      boolean known = member.getKey().equals("points") || member.getKey().equals("lines");
      insist(known, name + ": '" + member.getKey() + "' is none of points, lines");
    }
    insist(value.has("points"), name + ": how many points?");
    double lines = value.has("lines") ? number(name, value.get("lines"), 1e6) : 0;
    return new Question(number(name, value.get("points"), 1e6), (int) lines);
  }

  private Verdict verdict(String word) {
    var found = Arrays.stream(Verdict.values()).filter(v -> v.word().equals(word)).findFirst();
    insist(found.isPresent(), "credit: '" + word + "' is no verdict, follows or step");
    return found.get();
  }

  private double number(String name, JsonNode value, double most) {
    boolean fits = value.isNumber() && value.asDouble() >= 0 && value.asDouble() <= most;
    insist(fits, name + ": a number from 0 to " + (most == 1 ? "1" : "a million") + " is expected");
    return value.asDouble();
  }

  private void insist(boolean holds, String otherwise) {
    if (!holds) {
      throw new InputException(file + ": " + otherwise);
    }
  }
}
