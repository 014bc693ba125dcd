package dev.jacobi.engine.minimize;

import dev.jacobi.engine.EngineException;
import dev.jacobi.engine.Tensor;
import dev.jacobi.engine.Tensors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The names to be found, as one vector in which they lie one after another, each row-major; beside
/// the values of all other names.
final class Unknowns {
  private final Map<String, Tensor> values;
  private final List<Part> parts = new ArrayList<>();
  private final int dimension;

  /// One of the names, where it lies in the vector, and what it is at the moment.
  record Part(String name, int from, Tensor now) {
    int size() {
      return now.size();
    }
  }

  Unknowns(List<String> over, Map<String, Tensor> values) {
    this.values = values;
    int from = 0;
    for (String name : over) {
      Tensor start = values.get(name);
      if (start == null) throw new EngineException(name + " needs a value to start from");
      Tensor now = Tensor.of(start.toDoubles(), start.shape());
      parts.add(new Part(name, from, now));
      from += now.size();
    }
    this.dimension = from;
  }

  List<Part> parts() {
    return parts;
  }

  int dimension() {
    return dimension;
  }

  /// Lets tensors read the unknowns as they are at the moment, and all that is given.
  void fill(Tensors t) {
    for (String name : t.names()) {
      Tensor given = values.get(name);
      for (Part p : parts) if (p.name.equals(name)) given = p.now;
      if (given == null) throw new EngineException("no value for " + name);
      t.put(name, given);
    }
  }

  double[] start() {
    double[] x = new double[dimension];
    for (Part p : parts) System.arraycopy(values.get(p.name).toDoubles(), 0, x, p.from, p.size());
    return x;
  }

  void put(double[] x) {
    for (Part p : parts) for (int q = 0; q < p.size(); q++) p.now.set(q, x[p.from + q]);
  }

  /// The names, as x has them.
  Map<String, Tensor> named(double[] x) {
    put(x);
    Map<String, Tensor> all = new LinkedHashMap<>();
    for (Part p : parts) all.put(p.name, Tensor.of(p.now.toDoubles(), p.now.shape()));
    return all;
  }
}
