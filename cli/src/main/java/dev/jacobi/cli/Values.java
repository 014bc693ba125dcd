package dev.jacobi.cli;

import dev.jacobi.print.report.Traced.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads numbers for names: `{"x": [1, 2], "W": [[1, 2], [3, 4]], "beta": 0.5}`.
///
/// JSON has no infinity: `"NaN"`, `"Infinity"` and `"-Infinity"` stand for numbers, in quotes, as
/// they are written by `eval`, or bare, as Python writes them.
final class Values {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();
  private static final List<String> BEYOND = List.of("NaN", "Infinity", "-Infinity");

  private final String file;
  private final List<String> problems;

  private Values(String file, List<String> problems) {
    this.file = file;
    this.problems = problems;
  }

  /// - error: [InputException] for what is no such object, with all that is wrong with it
  static Map<String, Numbers> read(Source source) {
    List<String> problems = new ArrayList<>();
    var all = read(source, problems);
    if (!problems.isEmpty()) {
      throw new InputException(String.join("\n", problems));
    }
    return all;
  }

  /// What can be read; names whose numbers cannot are told to `problems` alone.
  ///
  /// - error: [InputException] for what is no JSON
  static Map<String, Numbers> read(Source source, List<String> problems) {
    try {
      return new Values(source.name(), problems).all(MAPPER.readTree(source.text()));
    } catch (JacksonException e) {
      var at = e.getLocation();
      var place = at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
      throw new InputException(source.name() + place + ": not JSON (" + reason(e) + ")");
    }
  }

  /// Without Jackson's remarks on where the text came from.
  private static String reason(JacksonException e) {
    int remark = e.getOriginalMessage().indexOf(" (start marker");
    return remark < 0 ? e.getOriginalMessage() : e.getOriginalMessage().substring(0, remark);
  }

  private Map<String, Numbers> all(JsonNode root) {
    Map<String, Numbers> all = new LinkedHashMap<>();
    if (root == null || !root.isObject()) {
      problems.add(file + ": an object is expected, {\"x\": [1, 2], …}");
      return all;
    }
    for (var member : root.properties()) {
      int before = problems.size();
      var numbers = numbers(member.getKey(), member.getValue());
      if (problems.size() == before) {
        all.put(member.getKey(), new Numbers(numbers.sizes, numbers.all));
      }
    }
    return all;
  }

  private record Found(List<Integer> sizes, List<Double> all) {}

  private Found numbers(String name, JsonNode value) {
    List<Integer> sizes = new ArrayList<>();
    for (var at = value; at.isArray() && !at.isEmpty(); at = at.get(0)) {
      sizes.add(at.size());
    }
    List<Double> all = new ArrayList<>();
    collect(name, value, sizes, 0, all);
    return new Found(sizes, all);
  }

  /// Stops at the first fault of a name.
  private boolean collect(
      String name, JsonNode value, List<Integer> sizes, int depth, List<Double> all) {
    if (depth == sizes.size()) {
      if (value.isNumber()) {
        all.add(value.doubleValue());
      } else if (value.isString() && BEYOND.contains(value.asString())) {
        all.add(Double.valueOf(value.asString()));
      } else {
        return fault(
            name, value.isContainer() ? "an array without numbers" : value + " is no number");
      }
      return true;
    }
    if (!value.isArray() || value.size() != sizes.get(depth)) {
      return fault(name, "its rows are not equally long");
    }
    for (var each : value) {
      if (!collect(name, each, sizes, depth + 1, all)) {
        return false;
      }
    }
    return true;
  }

  private boolean fault(String name, String what) {
    problems.add(file + ": " + name + ": " + what);
    return false;
  }
}
