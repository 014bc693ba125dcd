package dev.jacobi.engine;

import dev.jacobi.DerivationException;
import dev.jacobi.Jacobi;
import dev.jacobi.Model;
import dev.jacobi.RandomModels;
import dev.jacobi.engine.emit.Emitter;
import dev.jacobi.engine.emit.Loader;
import dev.jacobi.engine.plan.Planner;
import dev.jacobi.engine.plan.Program;
import dev.jacobi.eval.Evaluator;
import dev.jacobi.eval.Point;
import dev.jacobi.eval.Sampler;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Rewrite;
import dev.jacobi.expr.Schedule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Compiles texts and random formulas at several sizes, in both precisions, and says what disagrees
/// with the slow evaluator.
final class Proof {
  private static final double DOUBLE = 1e-10;
  private static final double FLOAT = 1e-4;

  private final Engine engine = Engine.create();
  final List<String> failures = new ArrayList<>();
  int compared;

  static double tolerance(Precision p) {
    return p == Precision.DOUBLE ? DOUBLE : FLOAT;
  }

  /// What a text asks for, at points of these sizes.
  void text(String id, String text, int... least) {
    Model m = Jacobi.read(id, text);
    if (!m.problems().isEmpty()) return;
    for (int n : least) {
      try {
        Point p = new Sampler(m.read().model(), 7).point(n % 2, n);
        at(id + " from " + n, m, p);
      } catch (DerivationException | ArithmeticException undefined) {
        return;
      } catch (RuntimeException | LinkageError | StackOverflowError e) {
        thrown(id + " from " + n, e);
      }
    }
  }

  /// What a text asks for, at the points of a grid.
  void grid(String id, String text, double work, int... sizes) {
    Model m = Jacobi.read(id, text);
    if (!m.problems().isEmpty()) return;
    try {
      var grid = new Grid(m, work);
      for (int n : sizes) for (var s : grid.sizes(n)) at(id, m, s);
    } catch (DerivationException | ArithmeticException undefined) {
      return;
    }
  }

  private void at(String id, Model m, Map<String, Integer> sizes) {
    try {
      at(id, m, new Sampler(m.read().model(), 7).point(0, sizes));
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      thrown(id + " at " + sizes, e);
    }
  }

  void at(String id, Model m, Point p) {
    engine.derived(m, Outputs.requestedBy(m)); // what cannot be derived is no matter of ours
    for (Precision precision : Precision.values()) {
      compared++;
      for (var d : Oracle.wrong(engine, m, p, precision, tolerance(precision)))
        failures.add(id + " " + p.dimensions() + " " + precision + " " + d);
    }
  }

  private void thrown(String id, Throwable e) {
    // refused for its size, which is an answer
    if (e instanceof EngineException && e.getMessage().startsWith("the arrays need ")) return;
    StackTraceElement[] trace = e.getStackTrace();
    failures.add(
        id
            + " "
            + e
            + (trace.length == 0
                ? ""
                : " " + List.of(trace).subList(0, Math.min(4, trace.length))));
  }

  /// A random formula, in both precisions.
  void tree(Model model, long seed, int largest, int least) {
    try {
      RandomModels.Formula f = RandomModels.tree(model, seed, largest);
      var names = model.read().model();
      Point p = new Sampler(names, 31).point((int) (seed % 2), least);
      Program program = plan(names, f, p);
      for (Precision precision : Precision.values()) formula(seed, names, f, program, p, precision);
    } catch (ArithmeticException undefined) {
      return;
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      thrown("tree " + seed + " of at most " + largest, e);
    }
  }

  private static Program plan(dev.jacobi.expr.Model names, RandomModels.Formula f, Point p) {
    Schedule s = Schedule.of(names, List.of(), List.of(used(names, f)));
    var line = new Schedule.Line("tree", f.axes(), new Definition.Formula(f.expr()));
    var all = new Schedule(s.givens(), s.forward(), List.of(line), List.of("tree"));
    var output = new Planner.Output("tree", "tree");
    return Planner.plan(names, all, List.of(output), List.of(), n -> p.dimensions().get(n), false);
  }

  private static String[] used(dev.jacobi.expr.Model names, RandomModels.Formula f) {
    Set<String> used = new LinkedHashSet<>();
    Rewrite.names(f.expr(), used);
    used.removeIf(n -> !names.knows(n));
    return used.toArray(new String[0]);
  }

  private void formula(
      long seed,
      dev.jacobi.expr.Model names,
      RandomModels.Formula f,
      Program program,
      Point p,
      Precision precision) {
    boolean isDouble = precision == Precision.DOUBLE;
    int lanes = dev.jacobi.engine.emit.VectorWidth.floats() / (isDouble ? 2 : 1);
    Object code = Loader.load(Emitter.emit(program, Loader.name(), isDouble, lanes));
    var c =
        new Compiled(
            program, precision, code, signature(program.inputs()), signature(program.outputs()), 1);
    List<String> first = Oracle.forward(names, List.of(), used(names, f));
    Oracle.Wanted wanted =
        (q, trial, met) -> {
          Oracle.define(names, q, first, trial, met);
          return new Evaluator(names, q, trial).array(f.expr(), f.axes());
        };
    var line = new Schedule.Line("tree", f.axes(), new Definition.Formula(f.expr()));
    var rounded = Oracle.rounded(p, names, precision);
    var oracle = new Oracle(names, Map.of("tree", wanted), rounded, List.of(line));
    compared++;
    for (var d : oracle.wrong(c, tolerance(precision)))
      failures.add("tree " + seed + " " + precision + " " + d + " " + f.expr());
  }

  private static Compiled.Signature signature(List<dev.jacobi.engine.plan.Buffer> buffers) {
    List<String> names = buffers.stream().map(b -> b.name()).toList();
    int[][] shapes =
        buffers.stream()
            .map(b -> b.shape.stream().mapToInt(x -> x).toArray())
            .toArray(int[][]::new);
    return new Compiled.Signature(names, names, shapes);
  }
}
