package dev.jacobi.print.report;

import dev.jacobi.expr.Adjoint;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Function;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Result;
import dev.jacobi.expr.Rewrite;
import dev.jacobi.expr.Terms;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.print.Printer;
import dev.jacobi.print.report.Report.Condition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where a derivative does not exist, or jumps: where a function in it changes by steps (an
/// indicator, a sign, the place of a greatest entry) and what it steps on moves with the variable.
/// A denominator that is 0 is not listed: the formula itself shows it.
final class Kinks {
  private final Model model;
  private final Terms t;
  private final Printer printer;
  private final Set<String> variables;
  private final Map<String, Boolean> moves = new HashMap<>();
  private final Map<String, Condition> found = new LinkedHashMap<>();
  private final Map<String, Integer> places = new HashMap<>(); // of the definitions
  private final Set<Expr> steps = new HashSet<>();
  private final Set<String> entered = new HashSet<>();

  private Kinks(Model model, Printer printer, Set<String> variables) {
    this.model = model;
    this.t = model.t;
    this.printer = printer;
    this.variables = variables;
    for (String name : model.definitions().keySet()) places.put(name, places.size());
  }

  static List<Condition> of(Model model, Printer printer, Result r) {
    var k = new Kinks(model, printer, Set.copyOf(r.wrt()));
    k.search(r.entry(), true);
    for (Adjoint a : r.layers()) if (k.mentions(r.entry(), a.symbol())) k.search(a.named(), true);
    if (model.definitions().containsKey(r.of())) k.forward(r.of());
    return List.copyOf(k.found.values());
  }

  private boolean mentions(Expr e, String name) {
    Set<String> names = new HashSet<>();
    Rewrite.names(e, names);
    return names.contains(name);
  }

  /// Whether a name changes with the variables.
  private boolean moves(String name) {
    Boolean known = moves.get(name);
    if (known != null) return known;
    if (variables.contains(name)) return true;
    moves.put(name, false);
    Definition d = model.definitions().get(name);
    boolean any = false;
    if (d != null) for (String u : d.uses()) any |= moves(u);
    moves.put(name, any);
    return any;
  }

  private boolean moves(Expr e) {
    Set<String> names = new HashSet<>();
    Rewrite.names(e, names);
    for (String n : names) if (moves(n)) return true;
    return false;
  }

  /// Definitions on the way whose derivative is 0 except where they jump: the derivative does not
  /// show them.
  private void forward(String name) {
    if (variables.contains(name) || !moves(name) || !entered.add("forward " + name)) return;
    Definition d = model.definitions().get(name);
    if (d == null) return;
    if (d.body() instanceof Definition.Formula f) search(f.expr(), false);
    for (String u : d.uses()) forward(u);
  }

  private void search(Expr e, boolean indicators) {
    for (Monomial m : e.terms()) {
      List<Factor> factors = new ArrayList<>();
      for (Monomial.Power p : t.open(m).powers()) factors.add(p.base());
      if (factors.size() > 1)
        factors.sort(Comparator.comparingInt(this::place).thenComparingLong(Factor::pattern));
      for (Factor f : factors) search(f, indicators);
    }
  }

  /// That of the last definition in it: conditions are told in the order of the forward pass.
  private int place(Factor f) {
    Set<String> names = new HashSet<>();
    Rewrite.names(t.of(f), names);
    int last = -1;
    for (String n : names) last = Math.max(last, places.getOrDefault(n, -1));
    return last;
  }

  private void search(Factor f, boolean indicators) {
    switch (f) {
      case Factor.Indicator i -> {
        if (indicators && moves(i.of) && !isStep(i.of)) {
          Optional<Expr> extreme =
              i.comparison == Factor.Comparison.ZERO ? extreme(i.of) : Optional.empty();
          extreme.ifPresentOrElse(this::tie, () -> step(i.of));
        }
        search(i.of, indicators);
      }
      case Factor.Apply a -> {
        if (a.function instanceof Function g && g.slopeRange.equals("{0}") && moves(a.argument(0)))
          jump(a);
        a.arguments().forEach(x -> search(x, indicators));
      }
      case Factor.Group g -> search(g.of, indicators);
      case Factor.Symbol s -> {
        if (indicators) through(s);
      }
      case Factor.Relation _, Factor.Radical _ -> {}
    }
  }

  /// A name that stands for a step.
  private void through(Factor.Symbol s) {
    Definition d = model.definitions().get(s.name);
    if (d == null || !moves(s.name) || !entered.add(s.name)) return;
    if (d.body() instanceof Definition.ArgMax a) tie(a);
    if (d.body() instanceof Definition.Formula f && isStep(f.expr())) search(f.expr(), true);
  }

  private static boolean isStep(Expr e) {
    for (Monomial m : e.terms())
      for (Monomial.Power p : m.powers())
        if (!(p.base() instanceof Factor.Indicator || p.base() instanceof Factor.Relation))
          return false;
    return true;
  }

  private void tie(Definition.ArgMax a) {
    String text = TextSpelling.PLAIN.spell(shown(a.expr()));
    add(
        new Condition(
            Optional.empty(), "one entry of " + text + " is the greatest, without a tie"));
  }

  /// `x_i - max(x)` is 0 at the greatest entry always; it steps where there are two of them.
  private Optional<Expr> extreme(Expr e) {
    for (Monomial m : e.terms()) {
      if (m.powers().size() != 1 || !(m.powers().getFirst().base() instanceof Factor.Symbol s))
        continue;
      Definition d = model.definitions().get(s.name);
      if (d == null || !(d.body() instanceof Definition.Extreme x)) continue;
      Expr rest = t.minus(t.of(m), e);
      boolean same = rest.pattern() == t.scale(x.expr(), m.coefficient).pattern();
      if (same) return Optional.of(t.of(s));
    }
    return Optional.empty();
  }

  private void tie(Expr extreme) {
    List<Index> axes = axes(extreme);
    String each = axes.isEmpty() ? "" : "each entry of ";
    String text = TextSpelling.PLAIN.spell(shown(extreme, axes));
    add(new Condition(Optional.empty(), each + text + " is attained at one place only"));
  }

  private void jump(Factor.Apply a) {
    if (a.function == Function.FLOOR) {
      Syntax value = shown(t.of(a));
      add(differ(shown(a.argument(0)), value));
    } else {
      step(a.argument(0));
    }
  }

  /// `e != 0`, with what is taken away on the other side.
  private void step(Expr e) {
    if (!steps.add(e) || steps.contains(t.negate(e))) return;
    List<Expr> plus = new ArrayList<>();
    List<Expr> minus = new ArrayList<>();
    for (Monomial m : e.terms()) {
      Expr term = t.of(m);
      if (m.coefficient.signum() > 0) plus.add(term);
      else minus.add(t.negate(term));
    }
    if (minus.isEmpty() && plus.size() > 1) // `z != -1`
    plus.stream().filter(Expr::isNumber).map(t::negate).forEach(minus::add);
    if (minus.size() == 1 && minus.getFirst().isNumber()) plus.removeIf(Expr::isNumber);
    boolean swap = !moves(t.add(plus)) && !minus.isEmpty(); // what moves stands on the left
    List<Index> axes = axes(e);
    Syntax l = shown(t.add(swap ? minus : plus), axes);
    Syntax r = shown(t.add(swap ? plus : minus), axes);
    add(differ(l, r));
  }

  private static Condition differ(Syntax l, Syntax r) {
    var c = new Syntax.Compare(Syntax.Relation.DIFFERENT, l, r, Place.NONE);
    return new Condition(Optional.of(c), TextSpelling.PLAIN.spell(c));
  }

  private void add(Condition c) {
    found.putIfAbsent(c.words(), c);
  }

  private Syntax shown(Expr e) {
    return shown(e, axes(e));
  }

  private Syntax shown(Expr e, List<Index> axes) {
    if (axes.size() == 2) {
      var turned = printer.matrix(e, axes.reversed(), List.of(), Printer.Layout.ML);
      if (turned.filter(printer::isWritten).isPresent()) return turned.get();
    }
    if (e.isNumber() && axes.size() <= 2) return printer.entry(e, List.of(), List.of()).syntax();
    Optional<Syntax> matrix =
        axes.size() > 2 ? Optional.empty() : printer.matrix(e, axes, List.of(), Printer.Layout.ML);
    return matrix.orElseGet(() -> printer.entry(e, axes, List.of()).syntax());
  }

  /// The free indices in the order in which an array in it has them, so that it is not transposed.
  private List<Index> axes(Expr e) {
    List<Index> axes = new ArrayList<>(List.of(e.free()));
    axes.removeIf(model::isInteger);
    for (Monomial m : e.terms())
      for (Monomial.Power p : m.powers())
        if (p.base() instanceof Factor.Symbol s && s.arity() == axes.size()) {
          List<Index> own = new ArrayList<>();
          for (int q = 0; q < s.arity(); q++) if (s.slot(q).isPlain()) own.add(s.slot(q).plain());
          if (own.size() == axes.size() && own.containsAll(axes)) return own;
        }
    return axes;
  }
}
