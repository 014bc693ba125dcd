package dev.jacobi.engine;

import dev.jacobi.Model;
import dev.jacobi.eval.Evaluator;
import dev.jacobi.eval.Point;
import dev.jacobi.expr.Result;
import dev.jacobi.expr.ValueSet;
import dev.jacobi.expr.Variable;
import dev.jacobi.notation.Statement;
import dev.jacobi.notation.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Compiles what a model asks for at the sizes of a random point, and compares it with the slow
/// evaluator there.
final class Oracle {
  private Oracle() {}

  /// A disagreement: which result, and by how much relative to its norm.
  record Difference(String name, double relative) {}

  /// The relative error of each output in the given precision.
  static List<Difference> differences(Engine engine, Model model, Point p, Precision precision) {
    Outputs outputs = Outputs.requestedBy(model);
    return differences(engine, model, outputs, p, precision);
  }

  static List<Difference> differences(
      Engine engine, Model model, Outputs outputs, Point p, Precision precision) {
    Compiled c = engine.compile(model, outputs, Sizes.of(p.dimensions()), precision);
    Tensors in = c.inputs();
    for (String name : in.names()) fill(model, in, name, p);
    Tensors out = c.run(in);
    List<Difference> all = new ArrayList<>();
    var names = model.read().model();
    Map<String, double[]> wanted = new LinkedHashMap<>();
    for (String v : outputs.values()) {
      String name = Vocabulary.canonicalName(v);
      wanted.put(name, new Evaluator(names, p.copy()).array(name));
    }
    for (Statement.Request r : outputs.requests())
      for (var d : model.derive(r))
        wanted.put(ResultNames.of(d.result(), r), value(model, d.result(), p));
    wanted.forEach((name, want) -> {
      double[] have = out.get(name).toDoubles();
      all.add(new Difference(name, relative(have, want)));
    });
    return all;
  }

  private static double[] value(Model model, Result r, Point p) {
    var evaluator = new Evaluator(model.read().model(), p.copy());
    evaluator.layers(r.layers());
    return evaluator.array(r.entry(), r.axes());
  }

  private static void fill(Model model, Tensors in, String name, Point p) {
    Variable v = model.read().model().variables().get(name);
    double[] data;
    if (v != null && v.set() == ValueSet.INTEGERS) data = new double[] {p.integer(name)};
    else data = new Evaluator(model.read().model(), p.copy()).array(name);
    Tensor t = in.get(name);
    for (int q = 0; q < data.length; q++) t.set(q, data[q]);
  }

  /// Normwise, so that an entry that cancels is held against the others.
  static double relative(double[] have, double[] want) {
    if (have.length != want.length) return Double.POSITIVE_INFINITY;
    double difference = 0;
    double norm = 0;
    for (int q = 0; q < want.length; q++) {
      if (Double.isNaN(want[q]) && Double.isNaN(have[q])) continue;
      if (want[q] == have[q]) continue;
      difference = Math.max(difference, Math.abs(have[q] - want[q]));
      if (Double.isNaN(have[q])) return Double.POSITIVE_INFINITY;
    }
    for (double x : want) if (Double.isFinite(x)) norm = Math.max(norm, Math.abs(x));
    return difference == 0 ? 0 : difference / Math.max(norm, 1e-3);
  }
}
