package dev.jacobi.check;

import dev.jacobi.notation.Place;
import dev.jacobi.notation.Problem;
import dev.jacobi.notation.PythonLine;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Trees;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The names of an author's own, and what each stands for by now: a formula in the names of the
/// key, or nothing that was understood.
final class CodeOwn {
  private static final int LARGEST = 2000; // nodes of a formula with the author's names put in

  private final Map<String, Syntax> values = new HashMap<>();
  private final Map<String, Problem> lost = new HashMap<>();
  private final Map<String, CodeHelper> helpers = new HashMap<>();
  private final Set<String> calling = new HashSet<>();
  private CodeNames names;

  /// A block begins, among the names of a key.
  void begin(List<PythonLine> code, CodeNames names) {
    this.names = names;
    for (PythonLine l : code) if (l instanceof PythonLine.Function f) helpers.remove(f.name());
    helpers.putAll(CodeHelper.in(code, names));
  }

  /// Whether a line of the block is one of a function that is put in where it is called.
  boolean isHelper(String function, int line) {
    CodeHelper h = helpers.get(function);
    return h != null && line > h.begins() && line <= h.ends();
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  Set<String> all() {
    return values.keySet();
  }

  void give(String name, Syntax value) {
    lost.remove(name);
    values.put(name, value);
  }

  void forget(String name) {
    values.remove(name);
    lost.remove(name);
  }

  /// A name whose line was not understood. One of the key goes on to stand for the truth.
  void lose(String name, Problem why) {
    forget(name);
    if (names.of(name, Place.NONE).isEmpty()) lost.put(name, why);
  }

  boolean isLost(String name) {
    return lost.containsKey(name);
  }

  /// What a formula rests on that was not understood, or why it is not looked at.
  Optional<Problem> problem(Syntax s, Place place) {
    for (String n : names(s)) {
      Problem p = lost.get(n);
      if (p == null) continue;
      return Optional.of(
          new Problem(place, "`" + n + "` of line " + p.place().line() + ": " + p.message(), ""));
    }
    return Trees.size(put(s)) > LARGEST
        ? Optional.of(new Problem(place, "it is too large with all names put in", ""))
        : Optional.empty();
  }

  static Set<String> names(Syntax s) {
    Set<String> all = new LinkedHashSet<>();
    Trees.walk(
        s,
        x -> {
          if (x instanceof Syntax.Name n) all.add(n.text());
        });
    return all;
  }

  /// A formula in the names of the key, with the author's own put in.
  Syntax put(Syntax s) {
    return Trees.map(s, this::node);
  }

  private Syntax node(Syntax s) {
    return switch (s) {
      case Syntax.Name n ->
          has(n.text()) ? values.get(n.text()) : names.of(n.text(), n.place()).orElse(n);
      case Syntax.Call c when helpers.containsKey(c.function()) -> called(c);
      case Syntax.Call c -> names.size(c);
      default -> s;
    };
  }

  private Syntax called(Syntax.Call c) {
    CodeHelper h = helpers.get(c.function());
    if (c.arguments().size() != h.parameters().size() || !calling.add(c.function())) return c;
    Syntax body = put(h.value());
    calling.remove(c.function());
    Syntax value = h.called(body, c.arguments());
    return Trees.size(value) > LARGEST ? c : value;
  }
}
