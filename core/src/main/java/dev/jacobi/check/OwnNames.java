package dev.jacobi.check;

import dev.jacobi.document.Document;
import dev.jacobi.document.Document.Part;
import dev.jacobi.elaborate.Claims;
import dev.jacobi.elaborate.Manner;
import dev.jacobi.expr.Work;
import dev.jacobi.notation.LatexMacro;
import dev.jacobi.notation.LatexReader;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.notation.Trees;
import dev.jacobi.notation.Vocabulary;
import dev.jacobi.notation.Written;
import dev.jacobi.notation.Written.Sign;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a document without a key says of its own names: `x ∈ ℝⁿ` declares, the first equation for a
/// bare name defines, and a name met only above the bar of a derivative is an unknown function of
/// what stands below. Every such assumption is kept, to be listed.
///
/// A name that is declared otherwise further on begins a new scope at the heading before it.
final class OwnNames {
  private static final int MOST_AGAIN = 200;

  private final Document document;
  private final Map<String, LatexMacro> macros;
  private final List<Scope> scopes = new ArrayList<>();
  private final List<String> assumptions = new ArrayList<>();

  /// Names of which the document says different things, so that only a key could tell.
  private final Set<String> ambiguous = new HashSet<>();

  /// Names taken for unknown functions.
  private final Set<String> assumed = new HashSet<>();

  private final List<Again> again = new ArrayList<>();

  /// A later equation for a name that has one already.
  private record Again(Scope scope, String name, Syntax left, Syntax right) {}

  /// From an offset on.
  private static final class Scope {
    final int from;
    final Map<String, String> declarations = new LinkedHashMap<>();
    final Map<String, String> definitions = new LinkedHashMap<>();
    final Map<String, Set<String>> above = new LinkedHashMap<>(); // L of ∂L/∂y, with each y
    final Set<Integer> defining = new HashSet<>(); // offsets of the equations that define
    final List<Runnable> waiting = new ArrayList<>();
    Setting setting = new Setting("# nothing\n");

    Scope(int from) {
      this.from = from;
    }

    String text() {
      List<String> lines = new ArrayList<>(declarations.values());
      lines.addAll(definitions.values());
      return String.join("\n", lines) + "\n";
    }
  }

  OwnNames(Document document, Map<String, LatexMacro> macros) {
    this.document = document;
    this.macros = macros;
    read();
  }

  /// The names that hold at an offset.
  Setting at(int offset) {
    return scope(offset).setting;
  }

  /// Whether the equation that begins at this offset is the one that defines its left side.
  boolean defines(int offset) {
    return scope(offset).defining.contains(offset);
  }

  /// What the document says of its names, one text for each scope.
  List<String> texts() {
    return scopes.stream().map(Scope::text).filter(t -> !t.isBlank()).toList();
  }

  Set<String> assumed() {
    return assumed;
  }

  Set<String> ambiguous() {
    return ambiguous;
  }

  List<String> assumptions() {
    return assumptions;
  }

  private Scope scope(int offset) {
    Scope s = scopes.getFirst();
    for (Scope next : scopes) if (next.from <= offset) s = next;
    return s;
  }

  private void read() {
    scopes.add(new Scope(0));
    int heading = 0;
    boolean fresh = true; // nothing of this heading was taken up yet
    for (Part p : document.parts()) {
      if (p instanceof Part.Heading h) {
        heading = h.from();
        fresh = true;
      }
      if (!(p instanceof Part.Math m)) continue;
      Scope scope = scopes.getLast();
      Written w = LatexReader.read(m.tex(), macros, new DocumentNames(scope.setting));
      if (conflicts(w, scope) && heading > scope.from && fresh) {
        scope = new Scope(heading);
        scopes.add(scope);
        w = LatexReader.read(m.tex(), macros, new DocumentNames(scope.setting));
      }
      fresh = false;
      for (Written.Chain c : w.chains()) chain(c, m, scope);
    }
    for (Scope s : scopes) finish(s);
    for (Scope s : scopes)
      for (String d : s.setting.model.dimensions()) if (declares(d)) ambiguous.add(d);
    for (Again a : again.subList(0, Math.min(MOST_AGAIN, again.size()))) settle(a);
  }

  private boolean declares(String name) {
    return scopes.stream().anyMatch(s -> s.declarations.containsKey(name));
  }

  /// An entry with more or fewer indices than its name has axes.
  private void entries(Syntax formula, Scope scope) {
    Trees.walk(
        formula,
        x -> {
          if (!(x instanceof Syntax.Entry e) || !(e.of() instanceof Syntax.Name n)) return;
          String name = Vocabulary.canonicalName(n.text());
          boolean fits =
              !scope.setting.model.knows(name)
                  || scope.setting.model.shape(name).size() == e.indices().size();
          if (!fits) ambiguous.add(name);
        });
  }

  private void settle(Again a) {
    if (ambiguous.contains(a.name) || !a.scope.setting.knows(a.name)) return;
    var interpreter = new Interpreter(a.scope.setting);
    List<Syntax> sides = List.of(interpreter.named(a.left), interpreter.named(a.right));
    var letters = new Claims.Letters(interpreter.letters(sides));
    var comparison =
        new Comparison(
            a.scope.setting, letters, List.of(), Manner.Layout.ML, Comparison.Reading.PAPER);
    try {
      var work = a.scope.setting.model.t.work();
      if (!work.within(Judge.MOST_WORK, () -> comparison.compare(sides.get(0), sides.get(1)))
          .isEqual()) ambiguous.add(a.name);
    } catch (Work.OutOfWork
        | ArithmeticException
        | IllegalArgumentException
        | StackOverflowError e) {
      ambiguous.add(a.name);
    }
  }

  private static boolean conflicts(Written w, Scope scope) {
    for (Written.Chain c : w.chains())
      for (String d : declarations(c)) {
        String name = d.substring(0, d.indexOf(' '));
        String known = scope.declarations.get(name);
        if (known != null && !known.equals(d)) return true;
      }
    return false;
  }

  // ---- declarations

  private static List<String> declarations(Written.Chain c) {
    List<String> all = new ArrayList<>();
    if (c.links().size() != 2 || c.links().get(1).sign() != Sign.IN) return all;
    if (!(c.links().get(0).side() instanceof Written.Side.Formula f)) return all;
    if (!(c.links().get(1).side() instanceof Written.Side.Shape shape)) return all;
    if (!(f.syntax() instanceof Syntax.Name n)) return all;
    String name = Vocabulary.canonicalName(n.text());
    var extents = new ArrayList<String>();
    for (Syntax e : shape.extents()) extents.add(TextSpelling.PLAIN.spell(e));
    String axes = extents.isEmpty() ? "" : "[" + String.join(", ", extents) + "]";
    all.add(name + " in " + shape.set() + axes);
    return all;
  }

  private void chain(Written.Chain c, Part.Math m, Scope scope) {
    for (String d : declarations(c)) {
      String name = d.substring(0, d.indexOf(' '));
      String known = scope.declarations.get(name);
      if (known != null && !known.equals(d)) ambiguous.add(name);
      if (scope.declarations.containsKey(name) || scope.definitions.containsKey(name)) continue;
      scope.declarations.put(name, d);
      if (!renew(scope, () -> scope.declarations.remove(name), "")) ambiguous.add(name);
      again(scope);
    }
    for (Written.Link l : c.links())
      if (l.side() instanceof Written.Side.Formula f) {
        derivatives(f.syntax(), scope);
        entries(f.syntax(), scope);
      }
    if (c.continues() || c.links().size() < 2) return;
    Sign sign = c.links().get(1).sign();
    if (sign != Sign.EQUALS && sign != Sign.DEFINES) return;
    if (c.links().get(0).side() instanceof Written.Side.Formula l
        && c.links().get(1).side() instanceof Written.Side.Formula r)
      define(l.syntax(), r.syntax(), m.from() + c.links().get(0).from(), scope);
  }

  // ---- definitions

  private void define(Syntax left, Syntax right, int offset, Scope scope) {
    String name =
        switch (left) {
          case Syntax.Name n -> n.text();
          case Syntax.Entry e when e.of() instanceof Syntax.Name n && lettersOnly(e.indices()) ->
              n.text();
          case Syntax.Call c when lettersOnly(c.arguments()) -> c.function();
          default -> "";
        };
    name = Vocabulary.canonicalName(name);
    boolean known = scope.definitions.containsKey(name) || Vocabulary.isFunction(name);
    boolean declared = scope.declarations.containsKey(name);
    if (scope.definitions.containsKey(name) || declared)
      again.add(new Again(scope, name, left, right));
    if (name.isEmpty() || name.contains(" ") || known || scope.above.containsKey(name)) return;
    if (Interpreter.names(right).contains(name)) return; // `y = (y_1, …)`: no definition
    if (name.startsWith("d") && scope.setting.isDifferential(name)) return;
    boolean[] derived = {false};
    Trees.walk(right, x -> derived[0] |= x instanceof Syntax.Derivative);
    if (derived[0]) return; // a name for a derivative: known when it is judged
    String key = name;
    scope.definitions.put(
        key, TextSpelling.PLAIN.spell(left) + " = " + TextSpelling.PLAIN.spell(right));
    scope.defining.add(offset);
    boolean stands = renew(scope, () -> scope.definitions.remove(key), "");
    if (stands) return;
    scope.defining.remove(offset);
    scope.waiting.add(() -> define(left, right, offset, scope));
  }

  /// What could not be defined at first may be now: `y = V u, with V ∈ …`.
  private static void again(Scope scope) {
    List<Runnable> waiting = List.copyOf(scope.waiting);
    scope.waiting.clear();
    waiting.forEach(Runnable::run);
  }

  private static boolean lettersOnly(List<Syntax> indices) {
    Set<String> seen = new HashSet<>();
    for (Syntax s : indices)
      if (!(s instanceof Syntax.Name n) || n.text().length() != 1 || !seen.add(n.text()))
        return false;
    return !indices.isEmpty();
  }

  /// Reads the names again with one statement more; takes it back where it has no meaning.
  private boolean renew(Scope scope, Runnable undo, String assumption) {
    Setting next = new Setting(scope.text());
    if (!next.problems().isEmpty()) {
      undo.run();
      return false;
    }
    scope.setting = next;
    if (!assumption.isEmpty()) assumptions.add(assumption);
    return true;
  }

  // ---- unknown functions

  private void derivatives(Syntax s, Scope scope) {
    Trees.walk(
        s,
        x -> {
          if (!(x instanceof Syntax.Derivative d)) return;
          if (!(d.of() instanceof Syntax.Name of)) return;
          Syntax by = d.wrt() instanceof Syntax.Entry e ? e.of() : d.wrt();
          if (by instanceof Syntax.Name n)
            scope
                .above
                .computeIfAbsent(Vocabulary.canonicalName(of.text()), _ -> new LinkedHashSet<>())
                .add(Vocabulary.canonicalName(n.text()));
        });
  }

  /// A function of the names below the bar that no other of them is made of.
  private void finish(Scope scope) {
    for (var e : scope.above.entrySet()) {
      String name = e.getKey();
      if (scope.setting.knows(name)) continue;
      List<String> below = new ArrayList<>();
      for (String n : e.getValue()) if (scope.setting.model.knows(n)) below.add(n);
      below.removeIf(
          n -> e.getValue().stream().anyMatch(o -> !o.equals(n) && scope.setting.restsOn(o, n)));
      if (below.isEmpty()) continue;
      String line = name + "(" + String.join(", ", below) + ") in R";
      scope.definitions.put(name, line);
      assumed.add(name);
      renew(
          scope,
          () -> scope.definitions.remove(name),
          name + " is some scalar function of " + String.join(", ", below));
    }
    for (String d : scope.definitions.keySet())
      if (!scope.above.containsKey(d)) assumptions.add(d + " is what its first equation says");
  }
}
