package dev.jacobi.learn.exchange;

import dev.jacobi.engine.Compiled;
import dev.jacobi.engine.Engine;
import dev.jacobi.engine.Outputs;
import dev.jacobi.engine.Precision;
import dev.jacobi.engine.Sizes;
import dev.jacobi.engine.Tensor;
import dev.jacobi.engine.Tensors;
import dev.jacobi.expr.Extent;
import dev.jacobi.learn.LearnException;
import dev.jacobi.learn.data.Column;
import dev.jacobi.learn.data.Dataset;
import dev.jacobi.learn.train.Task;
import dev.jacobi.notation.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The values of one name of a model for examples of data, in batches.
public final class Forward {
  private static final int CHUNK = 256;

  private final Engine engine;
  private final Trained trained;
  private final Precision precision;
  private final String name;
  private final Map<Integer, Compiled> compiled = new HashMap<>();

  /// @throws LearnException when the name is not defined, or the same for all examples
  public Forward(Engine engine, Trained trained, String name, Precision precision) {
    this.engine = engine;
    this.trained = trained;
    this.precision = precision;
    this.name = Vocabulary.canonicalName(name);
    Task t = trained.task();
    var names = t.model().read().model();
    if (!names.definitions().containsKey(this.name))
      throw new LearnException(
          t.one().file()
              + ": --predict: no name `"
              + name
              + "` is defined; there are "
              + String.join(", ", defined(t)));
    List<Extent> shape = names.shape(this.name);
    if (shape.isEmpty() || !shape.getFirst().equals(Extent.of(t.batch())))
      throw new LearnException(
          t.one().file() + ": --predict: " + name + " has no value of its own for each example");
  }

  private static List<String> defined(Task t) {
    List<String> all = new ArrayList<>();
    for (var d : t.one().read().model().definitions().values()) if (d.isNamed()) all.add(d.name());
    return all;
  }

  /// Whether the targets have to be known for the value of a name.
  public static boolean needsTargets(Task t, String name) {
    String n = Vocabulary.canonicalName(name);
    if (t.target().isEmpty() || !t.model().read().model().knows(n)) return false;
    return Outputs.of(n).inputs(t.model()).contains(t.target().get());
  }

  /// The shape of one example's values.
  public int[] shape() {
    Sizes sizes = Sizes.of(trained.sizes());
    return trained.task().shape(name).stream()
        .mapToInt(e -> (int) e.value(n -> sizes.size(n).orElseThrow()))
        .toArray();
  }

  /// Takes the values of examples one by one, in their order.
  public interface Visitor {
    /// Told of one example after the other.
    ///
    /// @param values from `from` on, row-major; valid during the call
    void take(int example, Tensor values, int from);
  }

  /// Computes the value for each of some examples.
  ///
  /// @param data as the model reads them
  public void each(Dataset data, int[] examples, Visitor visitor) {
    for (int from = 0; from < examples.length; from += CHUNK) {
      int count = Math.min(CHUNK, examples.length - from);
      Compiled c = compiled.computeIfAbsent(count, this::compile);
      Tensor values = c.run(inputs(c, data, examples, from, count)).get(name);
      int width = values.size() / count;
      for (int q = 0; q < count; q++) visitor.take(examples[from + q], values, q * width);
    }
  }

  private Compiled compile(int count) {
    Task t = trained.task();
    var sizes = Sizes.of(trained.sizes()).with(t.batch(), count);
    return engine.compile(t.model(), Outputs.of(name), sizes, precision);
  }

  private Tensors inputs(Compiled c, Dataset data, int[] examples, int from, int count) {
    Tensors in = c.inputs();
    for (String n : in.names()) {
      Double share = trained.task().masks().get(n);
      if (trained.weights().containsKey(n)) {
        in.put(n, trained.weights().get(n));
      } else if (share != null) {
        Tensor t = in.get(n);
        for (int q = 0; q < t.size(); q++) t.set(q, share);
      } else gather(data.column(n), in, n, examples, from, count);
    }
    return in;
  }

  private void gather(Column c, Tensors in, String n, int[] examples, int from, int count) {
    switch (precision) {
      case FLOAT -> c.gather(examples, from, count, in.floats(n), 0);
      case DOUBLE -> c.gather(examples, from, count, in.doubles(n), 0);
    }
  }
}
