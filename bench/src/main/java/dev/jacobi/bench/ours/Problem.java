package dev.jacobi.bench.ours;

import dev.jacobi.Jacobi;
import dev.jacobi.engine.Compiled;
import dev.jacobi.engine.Engine;
import dev.jacobi.engine.Outputs;
import dev.jacobi.engine.Precision;
import dev.jacobi.engine.Sizes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A model, what is asked of it, and its inputs.
///
/// @param results the engine's name of each result, by the name under which it is compared
/// @param changed the parameters that a run changes
record Problem(
    String text,
    Outputs outputs,
    Sizes sizes,
    Map<String, Object> inputs,
    Map<String, String> results,
    List<String> changed) {

  Problem(String text, Outputs outputs, Sizes sizes) {
    this(text, outputs, sizes, Map.of(), Map.of(), List.of());
  }

  /// With an input: an array of floats or of doubles.
  Problem with(String name, Object values) {
    return new Problem(text, outputs, sizes, and(inputs, name, values), results, changed);
  }

  Problem result(String shown, String name) {
    return new Problem(text, outputs, sizes, inputs, and(results, shown, name), changed);
  }

  /// The same as a step down in these parameters.
  Problem descending(String rate, String... parameters) {
    return new Problem(
        text, outputs.descend(rate, parameters), sizes, inputs, results, List.of(parameters));
  }

  private static <V> Map<String, V> and(Map<String, V> map, String key, V value) {
    var more = new LinkedHashMap<String, V>(map);
    more.put(key, value);
    return more;
  }

  /// With a request for the gradients in its text.
  Problem requested() {
    String request = "derive C wrt " + String.join(", ", changed);
    return new Problem(text + request + "\n", outputs, sizes, inputs, results, changed);
  }

  Compiled compile(Engine engine, Precision precision) {
    return engine.compile(Jacobi.read("benchmark", text), outputs, sizes, precision);
  }
}
