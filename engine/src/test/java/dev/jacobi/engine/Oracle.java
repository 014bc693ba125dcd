package dev.jacobi.engine;

import dev.jacobi.Model;
import dev.jacobi.eval.Evaluator;
import dev.jacobi.eval.Point;
import dev.jacobi.expr.Adjoint;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Result;
import dev.jacobi.expr.Rewrite;
import dev.jacobi.expr.Schedule;
import dev.jacobi.expr.ValueSet;
import dev.jacobi.expr.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/// Compiles what a model asks for at the sizes of a random point, and compares it with the slow
/// evaluator there.
final class Oracle {
  private static final int NUDGES = 4;
  private static final double SINGULAR = 0.1;

  private final dev.jacobi.expr.Model names;
  private final Map<String, Wanted> wanted;
  private final Point point;
  private final List<Schedule.Line> formulas;

  /// How the evaluator computes a result, as the last of several arrays; each is told when the
  /// point has it.
  interface Wanted {
    double[] at(Point p, Evaluator.Trial trial, Consumer<String> met);
  }

  /// @param formulas all that it evaluates, in order
  Oracle(
      dev.jacobi.expr.Model names,
      Map<String, Wanted> wanted,
      Point point,
      List<Schedule.Line> formulas) {
    this.names = names;
    this.formulas = formulas;
    this.wanted = wanted;
    this.point = point;
  }

  /// A disagreement: which result, and by how much relative to its norm.
  record Difference(String name, double relative) {}

  /// What a model's requests give that differs by more than it may: the relative error of each
  /// output.
  static List<Difference> wrong(
      Engine engine, Model model, Point p, Precision precision, double tolerance) {
    Outputs outputs = Outputs.requestedBy(model);
    Compiled c = engine.compile(model, outputs, Sizes.of(p.dimensions()), precision);
    Engine.Asked asked = engine.derived(model, outputs);
    var names = asked.model().read().model();
    List<Result> results = List.copyOf(asked.results().values());
    Schedule s = Schedule.of(names, results, List.copyOf(asked.values().values()));
    List<Schedule.Line> lines = new ArrayList<>(s.forward());
    lines.addAll(s.backward());
    var oracle =
        new Oracle(names, wanted(names, asked), rounded(p, names, precision), List.copyOf(lines));
    return oracle.wrong(c, tolerance);
  }

  private static Map<String, Wanted> wanted(dev.jacobi.expr.Model names, Engine.Asked asked) {
    Map<String, Wanted> wanted = new LinkedHashMap<>();
    for (String name : asked.values().keySet()) {
      List<String> first = forward(names, List.of(), name);
      wanted.put(
          name,
          (p, trial, met) -> {
            define(names, p, first, trial, met);
            return new Evaluator(names, p, trial).array(name);
          });
    }
    asked
        .results()
        .forEach((name, result) -> {
          List<String> first = forward(names, List.of(result));
          wanted.put(
              name,
              (p, trial, met) -> {
                define(names, p, first, trial, met);
                return value(names, result, p, trial, met);
              });
        });
    return wanted;
  }

  /// The definitions that results and names rest on, each after those it uses.
  static List<String> forward(dev.jacobi.expr.Model names, List<Result> results, String... also) {
    Schedule s = Schedule.of(names, results, List.of(also));
    return s.forward().stream().map(Schedule.Line::symbol).toList();
  }

  static void define(
      dev.jacobi.expr.Model names,
      Point p,
      List<String> first,
      Evaluator.Trial trial,
      Consumer<String> met) {
    for (String name : first) {
      new Evaluator(names, p, trial).array(name);
      met.accept(name);
    }
  }

  private static double[] value(
      dev.jacobi.expr.Model names, Result r, Point p, Evaluator.Trial trial, Consumer<String> met) {
    for (Adjoint a : r.layers()) {
      new Evaluator(names, p, trial).layers(List.of(a));
      met.accept(a.symbol());
    }
    return new Evaluator(names, p, trial).array(r.entry(), r.axes());
  }

  /// The point that the compiled function sees: floats where it computes with floats.
  static Point rounded(Point p, dev.jacobi.expr.Model names, Precision precision) {
    Point r = p.copy();
    if (precision == Precision.DOUBLE) return r;
    for (String name : names.variables().keySet()) {
      double[] x = p.array(name);
      if (x == null) continue;
      double[] y = x.clone();
      for (int q = 0; q < y.length; q++) y[q] = (float) y[q];
      r.put(name, y);
    }
    return r;
  }

  /// The results that differ by more than the tolerance, and by more than rounding may change them.
  List<Difference> wrong(Compiled c, double tolerance) {
    Tensors out = c.run(filled(c, names, point));
    List<Difference> all = new ArrayList<>();
    wanted.forEach((name, value) -> {
      double[] want = value.at(point.copy(), Evaluator.Trial.NONE, _ -> {});
      double r = relative(out.get(name).toDoubles(), want, c.precision());
      if (r > tolerance && !isExcused(value, want, r / tolerance, c.precision()))
        all.add(new Difference(name, r));
    });
    return all;
  }

  /// Whether a formula says `inf`, as masks do.
  private boolean writesInfinity() {
    Set<String> all = new HashSet<>();
    for (Schedule.Line l : formulas)
      if (l.body() instanceof Definition.Formula f) Rewrite.names(f.expr(), all);
    return all.contains("inf");
  }

  /// Whether the evaluator itself would say otherwise, were its numbers rounded otherwise: where a
  /// result has no limit or hangs on a comparison of what is next to equal, where it cancels, and
  /// where numbers between leave the range.
  private boolean isExcused(Wanted value, double[] want, double times, Precision precision) {
    double nudge = precision == Precision.DOUBLE ? 1e-12 : 1e-6;
    double most = 0;
    Rounding first = null;
    for (int n = 0; n < NUDGES; n++) {
      var random = new Random(n);
      var trial = new Rounding(random, nudge, precision, writesInfinity());
      Point moved = point.copy();
      for (String name : names.variables().keySet()) nudge(moved, name, random, nudge);
      double[] there = value.at(moved, trial, name -> nudge(moved, name, random, nudge));
      if (first == null) first = trial;
      if (trial.leftRange() || trial.decidesOtherwise(first)) return true;
      most = Math.max(most, relative(there, want, precision));
    }
    return most > SINGULAR || times <= most / nudge;
  }

  private static void nudge(Point p, String name, Random random, double by) {
    double[] x = p.array(name);
    if (x == null) return;
    double[] y = x.clone();
    for (int q = 0; q < y.length; q++)
      y[q] += by * Math.max(1, Math.abs(y[q])) * (random.nextBoolean() ? 1 : -1);
    p.put(name, y);
  }

  /// The inputs of a compiled function, with the values of a point.
  static Tensors filled(Compiled c, dev.jacobi.expr.Model names, Point point) {
    Tensors in = c.inputs();
    for (String name : in.names()) {
      double[] data = values(names, point, name);
      Tensor t = in.get(name);
      for (int q = 0; q < data.length; q++) t.set(q, data[q]);
    }
    return in;
  }

  private static double[] values(dev.jacobi.expr.Model names, Point point, String name) {
    Variable v = names.variables().get(name);
    boolean place = v != null && v.set() == ValueSet.INTEGERS;
    if (place) return new double[] {point.integer(name)};
    return new Evaluator(names, point.copy()).array(name);
  }

  static double relative(double[] have, double[] want) {
    return relative(have, want, Precision.DOUBLE);
  }

  /// Normwise, so that an entry that cancels is held against the others.
  static double relative(double[] have, double[] want, Precision precision) {
    if (have.length != want.length) return Double.POSITIVE_INFINITY;
    double difference = 0;
    double norm = 0;
    for (int q = 0; q < want.length; q++) {
      if (Double.isNaN(want[q]) && Double.isNaN(have[q])) continue;
      boolean overflow = precision == Precision.FLOAT && (float) want[q] == have[q];
      if (want[q] == have[q] || overflow) continue;
      difference = Math.max(difference, Math.abs(have[q] - want[q]));
      if (Double.isNaN(have[q]) || Double.isNaN(want[q])) return Double.POSITIVE_INFINITY;
    }
    for (double x : want) if (Double.isFinite(x)) norm = Math.max(norm, Math.abs(x));
    return difference == 0
        ? 0
        // what cancels to nothing in theory is held against 1
        : difference / (norm == 0 ? 1 : Math.max(norm, precision == Precision.FLOAT ? 1e-2 : 1e-5));
  }
}
