package dev.jacobi.web.work;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The members of a question, each with the kind that it must have.
record Question(ObjectNode json) {
  private static final int LONGEST_NAME = 200;

  /// A question whose members are not what they should be.
  static final class Unclear extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unclear(String message) {
      super(message);
    }
  }

  String text(String name) {
    return optional(name).orElseThrow(() -> new Unclear("`" + name + "` is missing"));
  }

  Optional<String> optional(String name) {
    JsonNode at = json.get(name);
    if (at == null || at.isNull()) return Optional.empty();
    if (!at.isString()) throw new Unclear("`" + name + "` is a text");
    return Optional.of(at.asString());
  }

  boolean flag(String name) {
    return json.path(name).asBoolean(false);
  }

  /// A list of names; empty where there is none.
  List<String> names(String name) {
    List<String> all = new ArrayList<>();
    JsonNode at = json.path(name);
    if (!at.isMissingNode() && !at.isArray()) throw new Unclear("`" + name + "` is a list");
    for (JsonNode each : at) {
      if (!each.isString() || each.asString().isBlank() || each.asString().length() > LONGEST_NAME)
        throw new Unclear("`" + name + "` is a list of names");
      all.add(each.asString());
    }
    return all;
  }

  /// A word of an enumeration, as it is written in small letters.
  <E extends Enum<E>> E choice(String name, Class<E> kind, E otherwise) {
    Optional<String> word = optional(name);
    if (word.isEmpty()) return otherwise;
    for (E each : kind.getEnumConstants())
      if (each.name().toLowerCase(Locale.ROOT).equals(word.get())) return each;
    throw new Unclear("`" + name + "` cannot be " + word.get());
  }

  /// Whole numbers by name, each of at least 1 and at most `most`.
  Map<String, Integer> sizes(String name, int most) {
    Map<String, Integer> all = new LinkedHashMap<>();
    for (var member : json.path(name).properties()) {
      JsonNode at = member.getValue();
      if (!at.isInt() || at.asInt() < 1 || at.asInt() > most)
        throw new Unclear("the size of " + member.getKey() + " is a number from 1 to " + most);
      all.put(member.getKey(), at.asInt());
    }
    return all;
  }
}
