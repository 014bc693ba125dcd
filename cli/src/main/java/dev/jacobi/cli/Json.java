package dev.jacobi.cli;

import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// Writes JSON piece by piece, indented. Streaming alone: Jackson's object mapper costs a start-up.
final class Json {
  private final JsonGenerator out;

  private Json(JsonGenerator out) {
    this.out = out;
  }

  /// The text of one value, with a newline at its end.
  static String text(Consumer<Json> value) {
    var text = new StringWriter();
    try (var generator = new JsonFactory().createGenerator(new Indented(), text)) {
      value.accept(new Json(generator));
    }
    return text.append('\n').toString();
  }

  Json array(Runnable elements) {
    out.writeStartArray();
    elements.run();
    out.writeEndArray();
    return this;
  }

  Json object(Runnable members) {
    out.writeStartObject();
    members.run();
    out.writeEndObject();
    return this;
  }

  /// The name of a member, before its value.
  Json name(String name) {
    out.writeName(name);
    return this;
  }

  void text(String name, String value) {
    out.writeStringProperty(name, value);
  }

  void text(String value) {
    out.writeString(value);
  }

  void number(String name, long value) {
    out.writeNumberProperty(name, value);
  }

  /// A number; null when it is none, since JSON has no infinity.
  void number(String name, double value) {
    out.writeName(name);
    number(value);
  }

  void number(double value) {
    if (Double.isFinite(value)) {
      out.writeNumber(value);
    } else {
      out.writeNull();
    }
  }

  void whole(long value) {
    out.writeNumber(value);
  }

  /// A number as it is, also one that JSON has no word for: then in quotes, `"NaN"`, `"Infinity"`.
  void exactly(double value) {
    if (Double.isFinite(value)) {
      out.writeNumber(value);
    } else {
      out.writeString(Double.toString(value));
    }
  }

  /// The same of a float, with no more digits than it has.
  void exactly(float value) {
    if (Float.isFinite(value)) {
      out.writeNumber(value);
    } else {
      out.writeString(Float.toString(value));
    }
  }

  void nothing(String name) {
    out.writeNullProperty(name);
  }

  void texts(String name, List<String> values) {
    out.writeName(name);
    var array = values.toArray(new String[0]);
    out.writeArray(array, 0, array.length);
  }

  /// Members and elements on lines of their own, by two spaces.
  private static final class Indented extends ObjectWriteContext.Base {
    private final PrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

    @Override
    public PrettyPrinter getPrettyPrinter() {
      return printer;
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }
}
