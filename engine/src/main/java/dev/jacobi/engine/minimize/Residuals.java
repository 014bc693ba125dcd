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

/// An array of a model, whose squares are to be small together, as a function of one vector: the
/// names to be found lie in it one after another, each row-major.
public final class Residuals {
  private final String of;
  private final Unknowns unknowns;
  private final Tensors in;
  private final Tensors out;
  private final Compiled compiled;

  private Residuals(String of, Unknowns unknowns, Compiled compiled) {
    this.of = of;
    this.unknowns = unknowns;
    this.compiled = compiled;
    this.in = compiled.inputs();
    this.out = compiled.results();
    unknowns.fill(in);
  }

  /// `values` are those of all names that are read, by the names of the model; of the names in
  /// `over` they are where one starts.
  ///
  /// @throws EngineException when it cannot be compiled, or a value is missing or misshapen
  public static Residuals of(
      Engine engine,
      Model model,
      String of,
      List<String> over,
      Map<String, Tensor> values,
      Sizes sizes) {
    var unknowns = new Unknowns(over, values);
    Outputs outputs = Outputs.of(of);
    for (String name : over) outputs = outputs.jacobian(of, name);
    return new Residuals(of, unknowns, engine.compile(model, outputs, sizes));
  }

  /// How many numbers are to be found.
  public int dimension() {
    return unknowns.dimension();
  }

  /// How many numbers are to be small.
  public int size() {
    return out.get(of).size();
  }

  public double[] start() {
    return unknowns.start();
  }

  /// The residuals at x; their derivatives, a row for each, go into `jacobian`.
  public double[] at(double[] x, double[][] jacobian) {
    unknowns.put(x);
    compiled.run(in, out);
    for (Unknowns.Part p : unknowns.parts()) {
      Tensor d = out.get("d" + of + "/d" + p.name());
      for (int i = 0; i < jacobian.length; i++)
        for (int j = 0; j < p.size(); j++) jacobian[i][p.from() + j] = d.at(i * p.size() + j);
    }
    return out.get(of).toDoubles();
  }

  /// The names to be found, as x has them.
  public Map<String, Tensor> named(double[] x) {
    return unknowns.named(x);
  }
}
