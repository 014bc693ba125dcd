package dev.jacobi;

import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Variable;
import dev.jacobi.notation.Vocabulary;
import dev.jacobi.print.report.Shapes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/// Numbers that somebody gives for the names of a model, held against what the model declares:
/// which name each is for, what sizes follow from them, and everything that is wrong with them.
///
/// A derivative of an unknown function is given as `dL/dy` or `dL_dy`, and known once something was
/// derived through it. Sizes are read off the arrays, also where an axis is `n + 1` or `2n`.
public final class Given {
  private final Model model;
  private final LinkedHashMap<String, Array> arrays = new LinkedHashMap<>();
  private final LinkedHashMap<String, String> written = new LinkedHashMap<>();
  private final Map<String, Integer> sizes = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  /// How many numbers along each axis (no axis for a single number), and each of them by its place,
  /// the last axis fastest.
  public record Array(List<Integer> sides, IntToDoubleFunction at) {
    public Array {
      sides = List.copyOf(sides);
    }

    int count() {
      int n = 1;
      for (int s : sides) n *= s;
      return n;
    }
  }

  private Given(Model model) {
    this.model = model;
  }

  /// What is given, by the name as it is written; `sizes` are those of dimensions that no array
  /// shows.
  public static Given of(
      dev.jacobi.Model model, Map<String, Array> arrays, Map<String, Integer> sizes) {
    var given = new Given(model.read().model());
    given.take(sizes);
    arrays.forEach(given::take);
    given.order();
    given.learn();
    given.arrays.forEach(given::hold);
    return given;
  }

  /// What is wrong with what is given, each in a line for people.
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /// The sizes given, and those that the arrays show.
  public Map<String, Integer> sizes() {
    return Map.copyOf(sizes);
  }

  /// The names of the model that have numbers, in its order, each with how it was written.
  public Map<String, String> names() {
    return Collections.unmodifiableMap(written);
  }

  /// Adds a problem for each of these names that has no numbers, and for each of their dimensions
  /// of which nothing says how large it is.
  public Given require(Collection<String> names) {
    Set<String> unsized = new LinkedHashSet<>();
    for (String n : names) {
      Variable v = model.variables().get(n);
      if (!arrays.containsKey(n)) problems.add(missing(n, model.shape(n)));
      else if (v != null) unsized.addAll(v.dimensions());
    }
    unsized.removeAll(sizes.keySet());
    if (problems.isEmpty()) for (String n : unsized) problems.add(unsized(n));
    return this;
  }

  /// A dimension that nothing gives a size, and the repair.
  public static String unsized(String dimension) {
    return "nothing says how large " + dimension + " is: add --size " + dimension + "=…";
  }

  static String missing(String name, List<Extent> shape) {
    return "no value for " + name + ", which is in " + Shapes.of(shape);
  }

  // ---- names

  private void take(Map<String, Integer> given) {
    Set<String> known = new LinkedHashSet<>(model.dimensions());
    model.variables().values().forEach(v -> known.addAll(v.dimensions()));
    given.forEach((text, n) -> {
      String name = Vocabulary.canonicalName(text);
      if (known.contains(name)) sizes.put(name, n);
      else
        problems.add(
            "no dimension `" + text + "`; " + (known.isEmpty() ? "there is none" : list(known)));
    });
  }

  private static String list(Set<String> names) {
    return "there " + (names.size() == 1 ? "is " : "are ") + String.join(", ", names);
  }

  private void take(String text, Array array) {
    String name = Vocabulary.canonicalName(text);
    String derivative = name.replace("_d", "/d");
    if (!model.knows(name) && model.knows(derivative)) name = derivative;
    Definition d = model.definitions().get(name);
    if (!model.knows(name)) problems.add("no name `" + text + "` is declared");
    else if (d != null && !(d.body() instanceof Definition.Unknown))
      problems.add(text + " is defined by the model; give declared names only");
    else if (arrays.putIfAbsent(name, array) == null) written.put(name, text);
    else problems.add(name + " is given twice, once as " + text);
  }

  /// As the model declares them, whatever the order given: messages rest on it.
  private void order() {
    for (String name : model.variables().keySet().stream().toList().reversed())
      if (arrays.containsKey(name)) {
        arrays.putFirst(name, arrays.get(name));
        written.putFirst(name, written.get(name));
      }
  }

  // ---- sizes

  /// Solves axes with one unknown dimension for it, until nothing more follows.
  private void learn() {
    int before;
    do {
      before = sizes.size();
      arrays.forEach((name, a) -> {
        List<Extent> shape = model.shape(name);
        for (int q = 0; shape.size() == a.sides.size() && q < shape.size(); q++)
          learn(shape.get(q), a.sides.get(q));
      });
    } while (sizes.size() > before);
  }

  private void learn(Extent e, int side) {
    Set<String> unknown = new LinkedHashSet<>(e.names());
    unknown.removeAll(sizes.keySet());
    if (unknown.size() != 1) return;
    String name = unknown.iterator().next();
    long powers =
        e.terms().keySet().stream()
            .mapToLong(t -> t.stream().filter(name::equals).count())
            .max()
            .orElse(0);
    long zero = e.value(n -> n.equals(name) ? 0 : sizes.get(n));
    long slope = e.value(n -> n.equals(name) ? 1 : sizes.get(n)) - zero;
    boolean solves = powers == 1 && slope != 0 && (side - zero) % slope == 0;
    if (solves && (side - zero) / slope >= 1) sizes.put(name, (int) ((side - zero) / slope));
  }

  // ---- shapes and values

  private void hold(String name, Array a) {
    List<Extent> shape = model.shape(name);
    boolean fits = shape.size() == a.sides.size();
    for (int q = 0; fits && q < shape.size(); q++) {
      Extent e = shape.get(q);
      fits = !sizes.keySet().containsAll(e.names()) || e.value(sizes::get) == a.sides.get(q);
    }
    Variable v = model.variables().get(name);
    if (!fits) problems.add(unfit(name, shape, a.sides));
    else if (v != null && sizes.keySet().containsAll(v.dimensions()))
      Membership.problem(v, a, sizes::get).ifPresent(problems::add);
  }

  private String unfit(String name, List<Extent> shape, List<Integer> sides) {
    var s = new StringBuilder(name).append(" is in ").append(Shapes.of(shape));
    String sign = ", with ";
    for (Extent e : shape)
      for (String n : e.names())
        if (sizes.containsKey(n) && s.indexOf(n + " = ") < 0) {
          s.append(sign).append(n).append(" = ").append(sizes.get(n));
          sign = ", ";
        }
    s.append(sides.isEmpty() ? ", and is given one number" : ", and is given " + sides);
    return s.toString();
  }
}
