package dev.jacobi.learn.optimise;

import dev.jacobi.Jacobi;
import dev.jacobi.engine.Compiled;
import dev.jacobi.engine.Engine;
import dev.jacobi.engine.Outputs;
import dev.jacobi.engine.Sizes;
import dev.jacobi.engine.Tensor;
import dev.jacobi.engine.Tensors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The length of several arrays together, as one vector: the root of the sum of their squares.
public final class Length {
  private static final String SQUARES = "g in R[n]\nq = sum(g.^2)\n";

  private final List<Part> parts = new ArrayList<>();

  private record Part(Compiled compiled, Tensors in, Tensors out) {}

  public Length(Engine engine, Collection<Tensor> arrays) {
    var model = Jacobi.read("length", SQUARES);
    for (Tensor t : arrays) {
      var c = engine.compile(model, Outputs.of("q"), Sizes.of("n", t.size()), t.precision());
      parts.add(new Part(c, c.inputs().put("g", t.flat()), c.results()));
    }
  }

  /// Of what the arrays hold now.
  public double now() {
    double sum = 0;
    for (Part p : parts) {
      p.compiled.run(p.in, p.out);
      sum += p.out.get("q").at(0);
    }
    return Math.sqrt(sum);
  }
}
