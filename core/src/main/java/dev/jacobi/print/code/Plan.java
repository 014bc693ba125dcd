package dev.jacobi.print.code;

import dev.jacobi.expr.Adjoint;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Result;
import dev.jacobi.expr.Rewrite;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a program computes, in order: the forward definitions that are needed, each once, then the
/// adjoints from the output back, each result among them.
///
/// - `givens`: declared names and derivatives of unknown functions that the lines read
/// - `results`: the symbol of each result, in the order asked
record Plan(Set<String> givens, List<Line> forward, List<Line> backward, List<String> results) {
  Plan {
    forward = List.copyOf(forward);
    backward = List.copyOf(backward);
    results = List.copyOf(results);
  }

  /// One array: the symbol by which formulas call it, the name it would like, its axes, and its
  /// entries.
  record Line(String symbol, String wish, List<Index> axes, Definition.Body body) {}

  static Plan of(Model model, List<Result> results) {
    return of(model, results, List.of());
  }

  /// The same, with the values of some names besides.
  static Plan of(Model model, List<Result> results, List<String> values) {
    Map<String, Line> lines = new LinkedHashMap<>();
    List<String> symbols = new ArrayList<>();
    for (Result r : results) symbols.add(backward(model, r, lines));
    Map<String, String> wishes = new HashMap<>();
    List<String> roots = new ArrayList<>(symbols);
    roots.addAll(values);
    Set<String> needed = needed(model, lines, roots);
    List<Line> forward = new ArrayList<>();
    Set<String> givens = new LinkedHashSet<>(needed);
    givens.retainAll(model.variables().keySet());
    for (Definition d : model.definitions().values()) {
      if (!needed.contains(d.name())) continue;
      if (d.body() instanceof Definition.Unknown) {
        givens.add(d.name());
      } else {
        forward.add(new Line(d.name(), Wishes.of(d, wishes), d.parameters(), d.body()));
      }
    }
    List<Line> backward = new ArrayList<>(lines.values());
    backward.removeIf(l -> !needed.contains(l.symbol));
    return new Plan(givens, forward, backward, symbols);
  }

  /// Adds the lines of one result, and says which of them it is.
  private static String backward(Model model, Result r, Map<String, Line> lines) {
    for (Adjoint a : r.layers()) {
      if (isGiven(model, a.symbol())) continue;
      List<Index> axes = new ArrayList<>(a.outer());
      axes.addAll(a.entry());
      var body = new Definition.Formula(a.named());
      lines.putIfAbsent(a.symbol(), new Line(a.symbol(), Wishes.of(r, a.wrt()), axes, body));
    }
    String last = r.wrt().getLast();
    if (!r.layers().isEmpty() && r.layers().getLast().wrt().equals(last))
      return r.layers().getLast().symbol();
    String symbol = r.kind() + " " + r.of() + " " + String.join(" ", r.wrt());
    var body = new Definition.Formula(r.entry());
    lines.put(symbol, new Line(symbol, Wishes.of(r, last), r.axes(), body));
    return symbol;
  }

  static boolean isGiven(Model model, String symbol) {
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
