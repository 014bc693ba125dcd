package dev.jacobi;

import dev.jacobi.eval.Evaluator;
import dev.jacobi.eval.Point;
import dev.jacobi.expr.Adjoint;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Opaque;
import dev.jacobi.expr.Result;
import dev.jacobi.expr.Rewrite;
import dev.jacobi.expr.ValueSet;
import dev.jacobi.expr.Variable;
import dev.jacobi.notation.Syntax;
import dev.jacobi.print.Printer;
import dev.jacobi.print.report.Report;
import dev.jacobi.print.report.Traced;
import dev.jacobi.print.report.Traced.Numbers;
import dev.jacobi.print.report.Traced.Part;
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

/// Follows given numbers through a model: every forward value, then every adjoint and every result,
/// in the order in which one computes them by hand. The model is not to be derived from afterwards.
public final class Tracer {
  private final Model model;
  private final dev.jacobi.expr.Model names;
  private final Map<String, Numbers> given = new LinkedHashMap<>();
  private final Map<String, Integer> sizes;
  private final List<Traced> traced = new ArrayList<>();
  private final Set<String> shown = new LinkedHashSet<>();

  private Tracer(Model model, Map<String, Integer> sizes) {
    this.model = model;
    this.names = model.read().model();
    this.sizes = new LinkedHashMap<>(sizes);
  }

  /// All values of a model whose declared names have the given numbers. Derivatives of unknown
  /// functions are given as `dL/dy` or `dL_dy`. Sizes are read off the arrays; `sizes` are those of
  /// others.
  ///
  /// @throws DerivationException when a value is missing or has another shape
  public static List<Traced> of(
      Model model, Report report, Map<String, Numbers> given, Map<String, Integer> sizes) {
    var held = held(model, given, sizes);
    var t = new Tracer(model, held.sizes());
    held.names().forEach((name, written) -> t.given.put(name, given.get(written)));
    var evaluator = new Evaluator(t.names, t.point());
    for (Report.Defined d : report.definitions()) t.forward(d, evaluator);
    for (Report.Answer a : report.answers()) t.backward(a, evaluator);
    return t.traced;
  }

  // ---- what is given

  private static Given held(Model model, Map<String, Numbers> given, Map<String, Integer> sizes) {
    Map<String, Given.Array> arrays = new LinkedHashMap<>();
    given.forEach((name, n) -> arrays.put(name, new Given.Array(n.sizes(), q -> n.all().get(q))));
    var names = model.read().model();
    var held = Given.of(model, arrays, sizes).require(names.variables().keySet());
    if (!held.problems().isEmpty())
      throw new DerivationException(String.join("\n", held.problems()));
    return held;
  }

  private Point point() {
    Optional<Opaque> open = names.opaque();
    if (open.isPresent()) throw new DerivationException(open.get().noValue());
    Point point = new Point(sizes, 0);
    for (var g : given.entrySet()) {
      double[] data = g.getValue().all().stream().mapToDouble(x -> x).toArray();
      Variable v = names.variables().get(g.getKey());
      if (v != null && v.set() == ValueSet.INTEGERS) point.put(v.name(), (int) data[0]);
      else point.put(g.getKey(), data);
      Syntax name = model.printer().name(g.getKey());
      List<Extent> shape = names.shape(g.getKey());
      traced.add(new Traced(Part.GIVEN, name, Optional.empty(), shape, g.getValue()));
    }
    return point;
  }

  // ---- what is computed

  private void forward(Report.Defined d, Evaluator evaluator) {
    boolean known = d.right().isPresent() && d.shape().isPresent() && unknown(d.name()).isEmpty();
    if (!known) return;
    Syntax name = model.printer().name(d.name());
    add(Part.FORWARD, name, d.right().get(), d.shape().get(), evaluator.array(d.name()));
  }

  /// A derivative of an unknown function that a name rests on and that is not given.
  private Optional<String> unknown(String name) {
    Deque<String> open = new ArrayDeque<>(List.of(name));
    Set<String> entered = new HashSet<>(open);
    while (!open.isEmpty()) {
      String n = open.pop();
      Definition d = names.definitions().get(n);
      if (d == null || given.containsKey(n)) continue;
      if (d.body() instanceof Definition.Unknown) return Optional.of(n);
      for (String u : d.uses()) if (entered.add(u)) open.push(u);
    }
    return Optional.empty();
  }

  /// A formula whose every value is known.
  private void require(Expr e) {
    Set<String> used = new LinkedHashSet<>();
    Rewrite.names(e, used);
    for (String n : used) {
      Optional<String> missing = unknown(n);
      if (missing.isPresent())
        throw new DerivationException(Given.missing(missing.get(), names.shape(missing.get())));
    }
  }

  private void backward(Report.Answer answer, Evaluator evaluator) {
    for (Report.Defined d : answer.names())
      add(
          Part.BACKWARD,
          d.left(),
          d.right().orElseThrow(),
          d.shape().orElseThrow(),
          evaluator.array(d.name()));
    for (Report.Outcome o : answer.outcomes()) {
      Result r = o.source();
      for (Adjoint a : r.layers()) define(a);
      require(r.entry());
      int last = r.layers().size() - 1;
      for (Adjoint a : r.layers().subList(0, Math.max(0, last))) adjoint(a, evaluator);
      Report.Formula by = o.named().orElse(o.closed());
      add(
          Part.RESULT,
          o.closed().left(),
          by.shown(),
          shape(r.axes()),
          evaluator.array(r.entry(), r.axes()));
    }
  }

  /// Adjoints become definitions, so that each is computed from those before it.
  private void define(Adjoint a) {
    if (names.knows(a.symbol())) return;
    var formula = new Definition.Formula(a.named());
    names.define(new Definition(a.symbol(), axes(a), formula, Definition.Visibility.NAMED));
  }

  private void adjoint(Adjoint a, Evaluator evaluator) {
    if (!shown.add(a.symbol()) || a.named() == symbol(a)) return;
    var printer = model.printer();
    Syntax by =
        printer
            .matrix(a.named(), a.outer(), a.entry(), Printer.Layout.ML)
            .orElseGet(() -> printer.entry(a.named(), a.outer(), a.entry()).syntax());
    add(Part.BACKWARD, printer.name(a.symbol()), by, shape(axes(a)), evaluator.array(a.symbol()));
  }

  private Expr symbol(Adjoint a) {
    return names.t.symbol(a.symbol(), axes(a));
  }

  private static List<Index> axes(Adjoint a) {
    List<Index> axes = new ArrayList<>(a.outer());
    axes.addAll(a.entry());
    return axes;
  }

  private static List<Extent> shape(List<Index> axes) {
    return axes.stream().map(i -> i.extent).toList();
  }

  private void add(Part part, Syntax name, Syntax by, List<Extent> shape, double[] data) {
    List<Integer> sides = new ArrayList<>();
    for (Extent e : shape) sides.add((int) e.value(sizes::get));
    List<Double> all = new ArrayList<>();
    for (double x : data) all.add(x);
    traced.add(new Traced(part, name, Optional.of(by), shape, new Numbers(sides, all)));
  }
}
