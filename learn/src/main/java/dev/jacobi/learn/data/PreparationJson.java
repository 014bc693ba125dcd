package dev.jacobi.learn.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A [Preparation] as text, to be kept beside the weights that were learned with it.
public final class PreparationJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private PreparationJson() {}

  public static String text(Preparation p) {
    ObjectNode all = MAPPER.createObjectNode();
    p.batch().ifPresent(b -> all.put("batch", b));
    ObjectNode sizes = all.putObject("sizes");
    p.sizes().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> sizes.put(e.getKey(), e.getValue()));
    ArrayNode names = all.putArray("names");
    for (Preparation.Bound b : p.bound()) write(names.addObject(), b);
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
  }

  private static void write(ObjectNode node, Preparation.Bound b) {
    node.put("name", b.name());
    node.put("role", b.target() ? "target" : "input");
    ArrayNode columns = node.putArray("columns");
    b.columns().forEach(columns::add);
    node.put("form", b.form().name());
    ObjectNode classes = node.putObject("classes");
    for (String c : b.columns())
      if (b.classes().containsKey(c)) {
        ArrayNode words = classes.putArray(c);
        b.classes().get(c).forEach(words::add);
      }
    b.scaling()
        .ifPresent(s -> {
          numbers(node.putArray("mean"), s.mean());
          numbers(node.putArray("deviation"), s.deviation());
        });
  }

  private static void numbers(ArrayNode node, double[] all) {
    for (double x : all) node.add(x);
  }

  /// What was written by [#text].
  ///
  /// @throws DataException when it is no such text
  public static Preparation read(String file, String text) {
    try {
      JsonNode all = MAPPER.readTree(text);
      Map<String, Integer> sizes = new LinkedHashMap<>();
      for (var e : all.required("sizes").properties()) sizes.put(e.getKey(), e.getValue().asInt());
      List<Preparation.Bound> bound = new ArrayList<>();
      for (JsonNode n : all.required("names")) bound.add(bound(n));
      Optional<String> batch = Optional.ofNullable(all.get("batch")).map(JsonNode::asString);
      return new Preparation(bound, batch, sizes);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new DataException(
          file + ": does not say how data were read for training: it is damaged", e);
    }
  }

  private static Preparation.Bound bound(JsonNode n) {
    Map<String, List<String>> classes = new LinkedHashMap<>();
    for (var e : n.required("classes").properties()) classes.put(e.getKey(), words(e.getValue()));
    Optional<Standardise> scaling =
        n.has("mean")
            ? Optional.of(Standardise.of(numbers(n.get("mean")), numbers(n.required("deviation"))))
            : Optional.empty();
    return new Preparation.Bound(
        n.required("name").asString(),
        n.required("role").asString().equals("target"),
        words(n.required("columns")),
        Form.valueOf(n.required("form").asString()),
        classes,
        scaling);
  }

  private static List<String> words(JsonNode n) {
    List<String> all = new ArrayList<>();
    for (JsonNode each : n) all.add(each.asString());
    return all;
  }

  private static double[] numbers(JsonNode n) {
    double[] all = new double[n.size()];
    Arrays.setAll(all, q -> n.get(q).asDouble());
    return all;
  }
}
