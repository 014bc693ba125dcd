package dev.jacobi.learn.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Writes the text of a network, one definition after another: for one example, where each is a
/// vector, or for a batch of N of them, a row each.
public final class Pen {
  private final boolean rows;
  private final boolean judged; // by running means, not those of the batch
  private final StringBuilder declared = new StringBuilder();
  private final StringBuilder defined = new StringBuilder();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, List<Integer>> parameters = new LinkedHashMap<>();
  private final Map<String, Double> masks = new LinkedHashMap<>();
  private final Map<String, Double> running = new LinkedHashMap<>();
  private final Map<String, Integer> runningWidths = new LinkedHashMap<>();
  private String now = "x";
  private int width;

  Pen(int inputs, boolean rows, boolean judged) {
    this.rows = rows;
    this.judged = judged;
    this.width = inputs;
    data("x", "R", inputs);
  }

  /// Declares what every example has.
  void data(String name, String set, int size) {
    declared.append(name).append(" in ").append(set).append(rows ? "[N, " : "[").append(size);
    declared.append("]\n");
  }

  /// The name that was defined last.
  public String now() {
    return now;
  }

  /// An entry of it, by letters.
  public String at(String letters) {
    return now + "[" + letters + "]";
  }

  /// How many numbers one example has there.
  public int width() {
    return width;
  }

  void width(int w) {
    width = w;
  }

  /// Whether examples are rows.
  public boolean inRows() {
    return rows;
  }

  private String fresh(String prefix) {
    return prefix + counts.merge(prefix, 1, Integer::sum);
  }

  /// Declares what is learned.
  String parameter(String prefix, int... sides) {
    String name = fresh(prefix);
    List<Integer> shape = IntStream.of(sides).boxed().toList();
    parameters.put(name, shape);
    String inside = shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
    declared.append(name).append(" in R[").append(inside).append("]\n");
    return name;
  }

  /// Declares what is drawn anew at each step.
  String mask(double keep) {
    String name = fresh("m");
    masks.put(name, keep);
    data(name, "{0,1}", width);
    return name;
  }

  /// Defines a mean over the batch; outside training it is given, as the mean of those before.
  String running(String prefix, double first, String definition) {
    String name = fresh(prefix);
    running.put(name, first);
    runningWidths.put(name, width);
    if (judged) declared.append(name).append(" in R").append("[" + width + "]\n");
    else defined.append(name).append("[i] = ").append(definition).append('\n');
    return name;
  }

  /// Goes on with a definition of the whole array.
  void whole(String prefix, String right) {
    String name = fresh(prefix);
    defined.append(name).append(" = ").append(right).append('\n');
    now = name;
  }

  /// Goes on with a definition of entry i of example n.
  void entry(String prefix, String right) {
    String name = fresh(prefix);
    defined.append(name).append("[n,i] = ").append(right).append('\n');
    now = name;
  }

  void line(String text) {
    defined.append(text).append('\n');
  }

  // ---- what was written

  String text() {
    return declared + "\n" + defined;
  }

  List<String> parameters() {
    return new ArrayList<>(parameters.keySet());
  }

  long learned() {
    long all = 0;
    for (List<Integer> sides : parameters.values()) {
      long n = 1;
      for (int s : sides) n *= s;
      all += n;
    }
    return all;
  }

  Map<String, Double> masks() {
    return masks;
  }

  Map<String, Double> running() {
    return running;
  }

  int runningWidth(String name) {
    return runningWidths.get(name);
  }
}
