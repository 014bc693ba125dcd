package dev.jacobi.web.work;

import dev.jacobi.Model;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.ValueSet;
import dev.jacobi.expr.Variable;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.notation.Vocabulary;
import dev.jacobi.print.report.Report;
import dev.jacobi.print.report.Traced.Numbers;
import dev.jacobi.web.Limits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/// Numbers to begin with, small enough to be followed by hand: sizes of 2 and 3, entries of one
/// decimal, each within its set. What the user gives takes their place.
final class SmallNumbers {
  private static final double DECIMAL = 10;

  private final Map<String, Integer> sizes;
  private final Random random = new Random(7);

  private SmallNumbers(Map<String, Integer> sizes) {
    this.sizes = sizes;
  }

  static String name(Report.Declared d) {
    return Vocabulary.canonicalName(TextSpelling.PLAIN.spell(d.name()));
  }

  /// A size for each dimension: the user's, else 3, 2 and 4 in turn, so that shapes tell axes
  /// apart.
  static Map<String, Integer> sizes(Model model, Map<String, Integer> given) {
    Map<String, Integer> all = new LinkedHashMap<>();
    int q = 0;
    for (String d : model.read().model().dimensions())
      all.put(d, given.getOrDefault(d, (q++ * 2 + 1) % 3 + 2));
    return all;
  }

  /// Numbers for each declared name.
  ///
  /// - error: [Question.Unclear] for what is no number, or too many
  static Map<String, Numbers> of(Model model, Map<String, Integer> sizes, JsonNode given) {
    var small = new SmallNumbers(sizes);
    Map<String, Numbers> all = new LinkedHashMap<>();
    for (Variable v : model.read().model().variables().values()) {
      if (v.set() == ValueSet.INTEGERS) {
        all.put(v.name(), new Numbers(List.of(), List.of((double) v.low().value(sizes::get))));
        continue;
      }
      all.put(v.name(), small.numbers(v.name(), v, given));
    }
    // What arrives at an output of which nothing is known: the derivative of an unknown function.
    for (Definition d : List.copyOf(model.read().model().definitions().values())) {
      String name = TextSpelling.PLAIN.spell(model.printer().name(d.name()));
      if (d.body() instanceof Definition.Unknown && name.contains("/"))
        all.put(name, small.numbers(name, new Variable(name, d.shape(), ValueSet.REAL), given));
    }
    return all;
  }

  private Numbers numbers(String name, Variable v, JsonNode given) {
    return given.has(name) ? given(given.get(name), drawn(v)) : drawn(v);
  }

  /// The user's numbers, where they are as many as there should be; after a change of a size, new
  /// ones.
  private Numbers given(JsonNode json, Numbers drawn) {
    JsonNode numbers = json.path("all");
    if (!numbers.isArray() || numbers.size() != drawn.all().size()) return drawn;
    List<Double> all = new ArrayList<>();
    for (JsonNode n : numbers) {
      if (!n.isNumber()) throw new Question.Unclear(n + " is no number");
      all.add(n.asDouble());
    }
    return new Numbers(drawn.sizes(), all);
  }

  private Numbers drawn(Variable v) {
    List<Integer> sides = new ArrayList<>();
    long count = 1;
    for (var e : v.shape()) {
      int side = (int) Math.max(0, e.value(sizes::get));
      sides.add(side);
      count *= side;
    }
    if (count > Limits.GRAPH_ENTRIES)
      throw new Question.Unclear(v.name() + " would have too many entries");
    int row = sides.isEmpty() ? 1 : sides.getLast();
    Double[] all = new Double[(int) count];
    for (int q = 0; q < count; q++) all[q] = entry(v.set());
    List<Double> entries = new ArrayList<>(List.of(all));
    for (int q = 0; q + row <= count && row > 0; q += row)
      tied(v.set(), entries.subList(q, q + row));
    if (v.set().isSymmetric() || v.set() == ValueSet.INVERTIBLE) square(v.set(), entries, row);
    return new Numbers(sides, entries);
  }

  private double entry(ValueSet set) {
    double tenth = (1 + random.nextInt(9)) / DECIMAL;
    return switch (set) {
      case BINARY -> random.nextInt(2);
      case SIGNS -> random.nextBoolean() ? 1 : -1;
      case POSITIVE, OPEN_UNIT, UNIT -> tenth;
      default -> random.nextBoolean() ? tenth : -tenth;
    };
  }

  /// Entries of a row that depend on each other.
  private void tied(ValueSet set, List<Double> row) {
    if (set != ValueSet.SIMPLEX && set != ValueSet.ONE_HOT) return;
    Collections.fill(row, 0.0);
    int hot = random.nextInt(row.size());
    if (set == ValueSet.ONE_HOT || row.size() == 1) {
      row.set(hot, 1.0);
      return;
    }
    Collections.fill(row, Math.floor(DECIMAL / row.size()) / DECIMAL);
    double rest = 1 - row.stream().mapToDouble(x -> x).sum() + row.get(hot);
    row.set(hot, Math.round(rest * DECIMAL) / DECIMAL);
  }

  /// Symmetric, and with a diagonal that keeps it invertible.
  private static void square(ValueSet set, List<Double> all, int n) {
    for (int r = 0; r < n; r++) {
      for (int c = 0; c < r && set.isSymmetric(); c++) all.set(r * n + c, all.get(c * n + r));
      if (set != ValueSet.SYMMETRIC) all.set(r * n + r, (double) n);
    }
  }
}
