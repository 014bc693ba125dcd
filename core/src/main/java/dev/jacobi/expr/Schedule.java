package dev.jacobi.expr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What has to be computed, in order: the forward definitions that are needed, each once, then the
/// adjoints from the output back, each result among them.
///
/// - `givens`: declared names and derivatives of unknown functions that the lines read
/// - `results`: the symbol of each result, in the order asked
public record Schedule(
    Set<String> givens, List<Line> forward, List<Line> backward, List<String> results) {
  public Schedule {
    forward = List.copyOf(forward);
    backward = List.copyOf(backward);
    results = List.copyOf(results);
  }

  /// One array: the symbol by which formulas call it, its axes, and its entries.
  public record Line(String symbol, List<Index> axes, Definition.Body body) {}

  /// For some results, and the values of some names besides.
  public static Schedule of(Model model, List<Result> results, List<String> values) {
    Map<String, Line> lines = new LinkedHashMap<>();
    List<String> symbols = new ArrayList<>();
    for (Result r : results) symbols.add(backward(model, r, lines));
    List<String> roots = new ArrayList<>(symbols);
    roots.addAll(values);
    Set<String> needed = needed(model, lines, roots);
    List<Line> forward = new ArrayList<>();
    Set<String> givens = new LinkedHashSet<>(needed);
    givens.retainAll(model.variables().keySet());
    for (Definition d : model.definitions().values()) {
      if (!needed.contains(d.name())) continue;
      if (d.body() instanceof Definition.Unknown) givens.add(d.name());
      else forward.add(new Line(d.name(), d.parameters(), d.body()));
    }
    List<Line> backward = new ArrayList<>(lines.values());
    backward.removeIf(l -> !needed.contains(l.symbol));
    return new Schedule(givens, forward, backward, symbols);
  }

  /// Adds the lines of one result, and says which of them it is.
  private static String backward(Model model, Result r, Map<String, Line> lines) {
    for (Adjoint a : r.layers()) {
      if (isGiven(model, a.symbol())) continue;
      List<Index> axes = new ArrayList<>(a.outer());
      axes.addAll(a.entry());
      lines.putIfAbsent(a.symbol(), new Line(a.symbol(), axes, new Definition.Formula(a.named())));
    }
    String symbol = symbol(r);
    lines.putIfAbsent(symbol, new Line(symbol, r.axes(), new Definition.Formula(r.entry())));
    return symbol;
  }

  /// The symbol of a result: that of its last adjoint, or one of its own; a few entries are no
  /// adjoint.
  public static String symbol(Result r) {
    boolean last = !r.layers().isEmpty() && r.layers().getLast().wrt().equals(r.wrt().getLast());
    if (last && r.part().isEmpty()) return r.layers().getLast().symbol();
    String places = r.part().map(p -> " " + p.places()).orElse("");
    return r.kind() + " " + r.of() + " " + String.join(" ", r.wrt()) + places;
  }

  /// Whether a symbol is an unknown function or a derivative of one, which nothing computes.
  public static boolean isGiven(Model model, String symbol) {
    Definition d = model.definitions().get(symbol);
    return d != null && d.body() instanceof Definition.Unknown;
  }

  /// The names a body reads; declared integers stand in it as indices.
  private static Set<String> uses(Model model, Definition.Body body) {
    Set<String> names = new LinkedHashSet<>();
    switch (body) {
      case Definition.Formula f -> uses(model, f.expr(), names);
      case Definition.Extreme e -> uses(model, e.expr(), names);
      case Definition.ProductOver p -> uses(model, p.expr(), names);
      case Definition.ArgMax a -> uses(model, a.expr(), names);
      case Definition.Inverse i -> names.add(i.of());
      case Definition.Determinant d -> names.add(d.of());
      case Definition.Unknown _ -> {}
    }
    return names;
  }

  private static void uses(Model model, Expr e, Set<String> names) {
    Rewrite.names(e, names);
    for (Index i : e.free()) if (model.isInteger(i)) names.add(i.letter);
  }

  /// All names that the results rest on.
  private static Set<String> needed(Model model, Map<String, Line> lines, List<String> results) {
    Set<String> needed = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(results);
    while (!open.isEmpty()) {
      String name = open.pop();
      if (!needed.add(name)) continue;
      Line line = lines.get(name);
      Definition d = model.definitions().get(name);
      if (line != null) open.addAll(uses(model, line.body()));
      else if (d != null) open.addAll(uses(model, d.body()));
    }
    return needed;
  }
}
