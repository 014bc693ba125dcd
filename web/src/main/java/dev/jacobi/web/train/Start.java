package dev.jacobi.web.train;

import dev.jacobi.web.Limits;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What a session begins with, each number within what a playground may use.
record Start(
    String text,
    ToyData data,
    Map<String, Integer> sizes,
    double rate,
    int batch,
    boolean adam,
    long seed) {
  static Start of(JsonNode json) {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    for (var m : json.path("sizes").properties())
      sizes.put(m.getKey(), Math.clamp(m.getValue().asInt(8), 1, Limits.TRAINED_SIZE));
    ToyData data = ToyData.MOONS;
    for (ToyData d : ToyData.values())
      if (d.name().equalsIgnoreCase(json.path("data").asString(""))) data = d;
    return new Start(
        json.path("text").asString(""),
        data,
        sizes,
        rate(json, 0.1),
        batch(json, 10),
        json.path("adam").asBoolean(false),
        json.path("seed").asLong(1));
  }

  static double rate(JsonNode json, double otherwise) {
    double rate = json.path("rate").asDouble(otherwise);
    return rate > 0 && rate <= 100 ? rate : otherwise;
  }

  static int batch(JsonNode json, int otherwise) {
    return Math.clamp(json.path("batch").asInt(otherwise), 1, Limits.TRAINED_BATCH);
  }

  Start with(double newRate, int newBatch) {
    return new Start(text, data, sizes, newRate, newBatch, adam, seed);
  }
}
