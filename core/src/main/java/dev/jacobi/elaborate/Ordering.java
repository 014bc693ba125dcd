package dev.jacobi.elaborate;

import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Model;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Statement;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Vocabulary;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tells definitions from claims and elaborates the definitions so that each comes after what it
/// uses. Works without recursion over definitions: there may be thousands in a row.
final class Ordering {
  private final Elaborator elaborator;
  private final Model model;
  private final Map<String, Pending> pending = new LinkedHashMap<>();
  private final Set<String> failed = new HashSet<>();

  /// A definition not yet elaborated.
  private record Pending(String name, Place place, Set<String> uses, Runnable define) {}

  Ordering(Elaborator elaborator) {
    this.elaborator = elaborator;
    this.model = elaborator.model();
  }

  void define(List<Statement.Equation> equations, List<Statement.UnknownFunction> unknown) {
    var ofNumbers = new OfNumbers(elaborator, equations, unknown);
    for (Statement.UnknownFunction u : unknown)
      if (ofNumbers.is(u)) elaborator.opaque(elaborator.name(u.name()));
      else elaborator.guarded(() -> add(u));
    for (Statement.Equation q : equations) elaborator.guarded(() -> sort(q));
    inOrder();
  }

  // ---- definition or claim

  private void sort(Statement.Equation q) {
    Syntax left = q.sides().get(0);
    boolean defines = q.condition().isEmpty() && defines(left);
    if (!defines) {
      elaborator.claim(q);
      return;
    }
    Syntax body = q.sides().get(1);
    switch (left) {
      case Syntax.Name n -> add(n, body, () -> define(n, body));
      case Syntax.Entry e -> {
        var n = (Syntax.Name) e.of();
        add(n, body, () -> define(n, e, body));
      }
      case Syntax.Call c -> function(c, body);
      default -> throw new IllegalStateException();
    }
    if (q.sides().size() > 2) {
      List<Syntax> rest = new ArrayList<>(q.sides());
      rest.remove(1);
      elaborator.claim(new Statement.Equation(rest, Optional.empty(), q.place()));
    }
  }

  private boolean defines(Syntax left) {
    return switch (left) {
      case Syntax.Name n -> !isDefined(n.text());
      case Syntax.Entry e ->
          e.of() instanceof Syntax.Name n
              && !isDefined(n.text())
              && lettersOnly(e)
              && !isInput(e, n);
      case Syntax.Call c ->
          !isDefined(c.function())
              && c.arguments().stream().allMatch(Syntax.Name.class::isInstance)
              && !Set.of("grad", "jac", "hess").contains(c.function())
              && isNewFunction(c);
      case Syntax.Num _, Syntax.Negate _, Syntax.Binary _, Syntax.Transpose _, Syntax.Prime _ ->
          false;
      case Syntax.Bound _, Syntax.Norm _, Syntax.Indicator _, Syntax.Compare _, Syntax.Block _ ->
          false;
      case Syntax.Derivative _, Syntax.Colon _ -> false;
    };
  }

  /// A built-in applied to a declared name is a claim; with a new letter it is a function of the
  /// user's.
  private boolean isNewFunction(Syntax.Call c) {
    String name = Vocabulary.canonicalName(c.function());
    if (!Vocabulary.isFunction(name)) return true;
    for (Syntax s : c.arguments())
      if (model.knows(Vocabulary.canonicalName(((Syntax.Name) s).text())))
        return Vocabulary.ALIASES.containsKey(name) || !pendingOrKnown(s);
    return true;
  }

  private boolean pendingOrKnown(Syntax s) {
    String name = Vocabulary.canonicalName(((Syntax.Name) s).text());
    return pending.containsKey(name) || model.knows(name);
  }

  private boolean isDefined(String text) {
    String name = Vocabulary.canonicalName(text);
    return pending.containsKey(name)
        || model.definitions().containsKey(name)
        || elaborator.function(name).isPresent()
        || elaborator.isOpaque(name);
  }

  private boolean isExtent(Syntax s) {
    return !(s instanceof Syntax.Name n)
        || model.dimensions().contains(Vocabulary.canonicalName(n.text()));
  }

  private boolean isInput(Syntax.Entry e, Syntax.Name n) {
    return n.text().equals("delta")
        || n.text().equals("δ")
        || n.text().equals("e") && e.indices().size() == 2 && isExtent(e.indices().get(1));
  }

  /// Distinct letters, none of them a declared integer or a dimension.
  private boolean lettersOnly(Syntax.Entry e) {
    Set<String> seen = new HashSet<>();
    for (Syntax s : e.indices()) {
      if (!(s instanceof Syntax.Name n)) return false;
      String name = Vocabulary.canonicalName(n.text());
      if (!seen.add(name)) return false;
      boolean libraryLetter =
          model.integer(name).isPresent() && elaborator.function(name).isEmpty();
      if (libraryLetter
          && model.variables().containsKey(Vocabulary.canonicalName(((Syntax.Name) e.of()).text())))
        return false;
    }
    return true;
  }

  // ---- the definitions

  private void add(Syntax.Name n, Syntax body, Runnable define) {
    String name = elaborator.name(n);
    pending.put(name, new Pending(name, n.place(), uses(body), define));
  }

  private Set<String> uses(Syntax body) {
    Set<String> uses = new LinkedHashSet<>();
    for (String x : Names.of(body)) {
      String name = Vocabulary.canonicalName(x);
      uses.add(name);
      elaborator.function(name).ifPresent(f -> uses.addAll(uses(f.body())));
    }
    return uses;
  }

  private void add(Statement.UnknownFunction u) {
    Set<String> uses = new LinkedHashSet<>();
    for (Syntax.Name a : u.arguments()) uses.add(Vocabulary.canonicalName(a.text()));
    String name = elaborator.name(u.name());
    Runnable define =
        () -> {
          List<String> arguments = new ArrayList<>();
          for (Syntax.Name a : u.arguments()) {
            elaborator.expressions().value(a, Scope.top());
            arguments.add(elaborator.name(a));
          }
          List<Index> axes = new ArrayList<>();
          for (var e : new Declarations(elaborator).shape(u.extents()))
            axes.add(model.t.index(e, ""));
          model.define(
              new Definition(
                  name,
                  axes,
                  new Definition.Unknown(name, arguments),
                  Definition.Visibility.NAMED));
        };
    pending.put(name, new Pending(name, u.place(), uses, define));
  }

  private void define(Syntax.Name n, Syntax body) {
    elaborator.define(n, elaborator.expressions().value(body, Scope.top()), body);
  }

  /// `s[i] = sum[j] W[i,j] x[j] + b[i]`.
  private void define(Syntax.Name n, Syntax.Entry left, Syntax body) {
    elaborator.define(n, new ByEntry(elaborator).value(n, left, body), body);
  }

  /// `f(u) = …` of numbers; of declared arrays, it is their function and its value at them too.
  private void function(Syntax.Call c, Syntax body) {
    List<String> parameters = new ArrayList<>();
    boolean declared = true;
    boolean scalars = true;
    for (Syntax s : c.arguments()) {
      String p = Vocabulary.canonicalName(((Syntax.Name) s).text());
      parameters.add(p);
      declared &= model.knows(p) || pending.containsKey(p);
      scalars &= !model.knows(p) || model.shape(p).isEmpty();
    }
    if (Set.copyOf(parameters).size() < parameters.size())
      throw new ElaborationException(c.place(), c.function() + " names an argument twice");
    scalars &= parameters.stream().noneMatch(pending::containsKey);
    String name = Vocabulary.canonicalName(c.function());
    elaborator.function(
        new Expressions.UserFunction(
            name,
            parameters,
            List.of(),
            List.of(),
            body,
            scalars,
            scalars ? "each entry" : "arrays",
            false));
    if (declared) {
      var n = new Syntax.Name(c.function(), c.place());
      add(n, body, () -> define(n, body));
    }
  }

  // ---- the order

  private void inOrder() {
    Map<String, Integer> waiting = new LinkedHashMap<>();
    Map<String, List<String>> users = new LinkedHashMap<>();
    Deque<String> ready = new ArrayDeque<>();
    for (Pending p : pending.values()) {
      int count = 0;
      for (String u : p.uses) {
        if (!pending.containsKey(u)) continue;
        count++;
        users.computeIfAbsent(u, _ -> new ArrayList<>()).add(p.name);
      }
      waiting.put(p.name, count);
    }
    for (var e : waiting.entrySet()) if (e.getValue() == 0) ready.add(e.getKey());
    while (!ready.isEmpty()) {
      Pending p = pending.remove(ready.poll());
      run(p);
      for (String u : users.getOrDefault(p.name, List.of()))
        if (waiting.merge(u, -1, Integer::sum) == 0) ready.add(u);
    }
    if (!pending.isEmpty()) cycle();
  }

  /// What rests on a definition that failed is not reported again.
  private void run(Pending p) {
    for (String u : p.uses)
      if (failed.contains(u)) {
        failed.add(p.name);
        return;
      }
    if (!elaborator.guarded(p.define)) failed.add(p.name);
  }

  private void cycle() {
    Pending first = pending.values().stream().filter(this::onCycle).findFirst().orElseThrow();
    List<String> path = new ArrayList<>(List.of(first.name));
    String at = first.name;
    do {
      at =
          pending.get(at).uses.stream()
              .filter(u -> leadsTo(u, first.name))
              .findFirst()
              .orElseThrow();
      path.add(at);
    } while (!at.equals(first.name) && path.size() < 12);
    elaborator.problem(
        first.place,
        path.size() == 2
            ? first.name + " is defined by itself: a cycle"
            : "the definitions form a cycle: " + String.join(" → ", path),
        "");
  }

  private boolean onCycle(Pending p) {
    return p.uses.stream().anyMatch(u -> leadsTo(u, p.name));
  }

  private boolean leadsTo(String from, String to) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      String n = open.pop();
      if (n.equals(to)) return pending.containsKey(from);
      if (!pending.containsKey(n) || !seen.add(n)) continue;
      open.addAll(pending.get(n).uses);
    }
    return false;
  }
}
