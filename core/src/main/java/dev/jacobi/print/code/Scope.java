package dev.jacobi.print.code;

import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Opaque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The names of one program, and what its lines have turned out to need: sizes, helper functions,
/// and lines of their own.
final class Scope {
  private final Model model;
  private final Set<String> taken;
  private final Map<String, String> names = new HashMap<>();
  private final Set<String> dimensions = new LinkedHashSet<>();
  private final Map<String, List<Extent>> shapes = new HashMap<>();
  private final Map<String, String> helpers = new LinkedHashMap<>();
  private final Set<String> functions = new LinkedHashSet<>();
  private final List<String> lines = new ArrayList<>();

  /// `reserved` are the words that cannot be names.
  Scope(Model model, Collection<String> reserved) {
    this.model = model;
    this.taken = new HashSet<>(reserved);
    model.variables().keySet().forEach(v -> claim(v, Wishes.plain(v)));
    for (String d : model.dimensions()) if (!model.knows(d)) claim(d, Wishes.plain(d));
  }

  Model model() {
    return model;
  }

  /// Gives a name that is free to what formulas call `symbol`: its wish, or a numbered one.
  String claim(String symbol, String wish) {
    String name = wish;
    if (wish.isEmpty()) name = numbered("u");
    else if (taken.contains(name)) name = taken.contains(name + "_") ? numbered(name) : name + "_";
    taken.add(name);
    names.put(symbol, name);
    return name;
  }

  private String numbered(String wish) {
    int n = 1;
    while (taken.contains(wish + n)) n++;
    return wish + n;
  }

  String name(String symbol) {
    String name = names.get(symbol);
    return name == null ? claim(symbol, Wishes.plain(symbol)) : name;
  }

  /// Gives a name to an array that formulas call `symbol`, with these axes.
  String claim(String symbol, String wish, List<Index> axes) {
    shapes.put(symbol, axes.stream().map(i -> i.extent).toList());
    return claim(symbol, wish);
  }

  /// The shape of a declared, defined or claimed array.
  List<Extent> shape(String symbol) {
    List<Extent> own = shapes.get(symbol);
    return own == null ? model.shape(symbol) : own;
  }

  /// The name of a function of which nothing is known: the program is given it, `f`, and `df` and
  /// `d2f` for its derivatives.
  String function(Opaque f) {
    String known = names.get(f.identity());
    functions.add(f.identity());
    String d = f.order() == 0 ? "" : f.order() == 1 ? "d" : "d" + f.order();
    return known != null ? known : claim(f.identity(), d + Wishes.plain(f.name()));
  }

  /// The functions that it is given.
  Set<String> functions() {
    return functions;
  }

  /// The size of a dimension as a name.
  String dimension(String d) {
    dimensions.add(d);
    return name(d);
  }

  Set<String> dimensions() {
    return dimensions;
  }

  /// The dimensions asked for since the last time.
  List<String> takeDimensions() {
    List<String> r = List.copyOf(dimensions);
    dimensions.clear();
    return r;
  }

  /// An extent as a number.
  Code size(Extent e) {
    if (e.terms().isEmpty()) return Code.number("0");
    var s = new StringBuilder();
    Code.Level level = Code.Level.ATOM;
    for (var term : e.terms().entrySet()) {
      long c = term.getValue();
      List<String> factors = new ArrayList<>();
      if (Math.abs(c) != 1 || term.getKey().isEmpty()) factors.add(Long.toString(Math.abs(c)));
      for (String d : term.getKey()) factors.add(dimension(d));
      if (s.length() > 0) s.append(c < 0 ? " - " : " + ");
      else if (c < 0) s.append('-');
      s.append(String.join(" * ", factors));
      if (factors.size() > 1) level = Code.Level.PRODUCT;
    }
    if (e.terms().size() > 1 || s.charAt(0) == '-') level = Code.Level.SUM;
    return new Code(List.of(), s.toString(), level, Code.Kind.NUMBER);
  }

  /// Reads a size off an array in Python.
  String reading(Sizes.Reading r) {
    String length = name(r.array()) + ".shape[" + r.axis() + "]";
    boolean sum = !r.rest().terms().isEmpty();
    String rest = size(r.rest().times(-1)).text();
    if (sum) length += rest.startsWith("-") ? " - " + rest.substring(1) : " + " + rest;
    if (r.divisor() != 1) length = (sum ? "(" + length + ")" : length) + " // " + r.divisor();
    return name(r.dimension()) + " = " + length;
  }

  /// The name of a helper function, which is then defined at the head of the program.
  String helper(String what) {
    return helpers.computeIfAbsent(what, w -> claim("helper " + w, w));
  }

  Map<String, String> helpers() {
    return helpers;
  }

  boolean isTaken(String name) {
    return taken.contains(name);
  }

  /// A name that nothing has.
  String fresh(String wish) {
    String name = numbered(wish);
    taken.add(name);
    return name;
  }

  /// Puts a line before the one that is being written.
  String local(String wish, String value) {
    String name = fresh(wish);
    lines.add(name + " = " + value);
    return name;
  }

  List<String> takeLines() {
    List<String> r = List.copyOf(lines);
    lines.clear();
    return r;
  }
}
