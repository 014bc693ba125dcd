package dev.jacobi.cli;

import dev.jacobi.print.report.Traced.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads numbers for names: `{"x": [1, 2], "W": [[1, 2], [3, 4]], "beta": 0.5}`.
final class Values {
  private final String file;

  private Values(String file) {
    this.file = file;
  }

  /// - error: [InputException] for what is no such object
  static Map<String, Numbers> read(Source source) {
    try {
      var values = new Values(source.name());
      return values.all(JsonMapper.shared().readTree(source.text()));
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
    if (!root.isObject()) {
      throw new InputException(file + ": an object is expected, {\"x\": [1, 2], …}");
    }
    Map<String, Numbers> all = new LinkedHashMap<>();
    for (var member : root.properties()) {
      all.put(member.getKey(), numbers(member.getKey(), member.getValue()));
    }
    return all;
  }

  private Numbers numbers(String name, JsonNode value) {
    List<Integer> sizes = new ArrayList<>();
    for (var at = value; at.isArray() && !at.isEmpty(); at = at.get(0)) {
      sizes.add(at.size());
    }
    List<Double> all = new ArrayList<>();
    collect(name, value, sizes, 0, all);
    return new Numbers(sizes, all);
  }

  private void collect(
      String name, JsonNode value, List<Integer> sizes, int depth, List<Double> all) {
    if (depth == sizes.size()) {
      if (!value.isNumber()) {
        throw new InputException(file + ": " + name + ": " + value + " is no number");
      }
      all.add(value.doubleValue());
      return;
    }
    if (!value.isArray() || value.size() != sizes.get(depth)) {
      throw new InputException(file + ": " + name + ": its rows are not equally long");
    }
    for (var each : value) {
      collect(name, each, sizes, depth + 1, all);
    }
  }
}
