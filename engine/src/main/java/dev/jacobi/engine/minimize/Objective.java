package dev.jacobi.engine.minimize;

import dev.jacobi.Model;
import dev.jacobi.engine.Compiled;
import dev.jacobi.engine.Engine;
import dev.jacobi.engine.Outputs;
import dev.jacobi.engine.Sizes;
import dev.jacobi.engine.Tensor;
import dev.jacobi.engine.Tensors;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// A number of a model as a function of one vector: the names to be found lie in it one after
/// another, each row-major.
public final class Objective {
  private final UnaryOperator<Outputs> hessian;
  private final java.util.function.Function<Outputs, Compiled> compile;
  private final Unknowns unknowns;
  private final String of;
  private final Compiled first;
  private final Tensors in;
  private final Tensors out;
  private Compiled second;
  private int evaluations;

  private Objective(
      String of,
      List<String> over,
      Map<String, Tensor> values,
      java.util.function.Function<Outputs, Compiled> compile) {
    this.of = of;
    this.compile = compile;
    this.unknowns = new Unknowns(over, values);
    this.first = compile.apply(Outputs.of(of).gradients(over.toArray(String[]::new)));
    this.in = first.inputs();
    this.out = first.results();
    unknowns.fill(in);
    this.hessian =
        o -> {
          for (int p = 0; p < over.size(); p++)
            for (int q = 0; q <= p; q++)
              o = p == q ? o.hessian(over.get(p)) : o.hessian(over.get(p), over.get(q));
          return o;
        };
  }

  /// `values` are those of all names that are read, by the names of the model; of the names in
  /// `over` they are where one starts.
  ///
  /// @throws EngineException when it cannot be compiled, or a value is missing or misshapen
  public static Objective of(
      Engine engine,
      Model model,
      String of,
      List<String> over,
      Map<String, Tensor> values,
      Sizes sizes) {
    return new Objective(of, over, values, o -> engine.compile(model, o, sizes));
  }

  /// How many numbers are to be found.
  public int dimension() {
    return unknowns.dimension();
  }

  /// How often the value and gradient were computed.
  public int evaluations() {
    return evaluations;
  }

  public double[] start() {
    return unknowns.start();
  }

  /// The value at x; its gradient goes into `gradient`.
  public double at(double[] x, double[] gradient) {
    evaluations++;
    unknowns.put(x);
    first.run(in, out);
    for (Unknowns.Part p : unknowns.parts()) {
      Tensor g = out.get("d" + of + "/d" + p.name());
      for (int q = 0; q < p.size(); q++) gradient[p.from() + q] = g.at(q);
    }
    return out.get(of).at(0);
  }

  /// The second derivatives at x, of which the lower triangle is filled.
  public double[][] hessian(double[] x) {
    if (second == null) second = compile.apply(hessian.apply(Outputs.derivativesOf(of)));
    unknowns.put(x);
    Tensors reads = second.inputs();
    unknowns.fill(reads);
    Tensors blocks = second.run(reads);
    double[][] h = new double[dimension()][dimension()];
    List<Unknowns.Part> parts = unknowns.parts();
    int block = 0;
    for (int p = 0; p < parts.size(); p++)
      for (int q = 0; q <= p; q++)
        copy(blocks.get(blocks.names().get(block++)), parts.get(p), parts.get(q), h);
    return h;
  }

  private static void copy(Tensor block, Unknowns.Part rows, Unknowns.Part columns, double[][] h) {
    for (int i = 0; i < rows.size(); i++)
      for (int j = 0; j < columns.size(); j++)
        h[rows.from() + i][columns.from() + j] = block.at(i * columns.size() + j);
  }

  /// The names to be found, as x has them.
  public Map<String, Tensor> named(double[] x) {
    return unknowns.named(x);
  }
}
