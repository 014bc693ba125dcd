package dev.jacobi.learn.train;

import dev.jacobi.engine.Compiled;
import dev.jacobi.engine.Tensor;
import dev.jacobi.engine.Tensors;
import dev.jacobi.learn.Random;
import dev.jacobi.learn.data.Column;
import dev.jacobi.learn.optimise.Update.Places;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A compiled function of a batch of one size, and the arrays that batches are copied to. To gather
/// and to run allocates nothing.
final class Stage {
  private final Compiled compiled;
  private final int count;
  private final Tensors[] in = new Tensors[2]; // one for each side of what changes
  private final Tensors out;
  private final List<Row> rows = new ArrayList<>();
  private final List<Mask> masks = new ArrayList<>();

  private record Row(Column column, Object array) {}

  private record Mask(String name, double share, Tensor tensor) {}

  /// @param fixed numbers that stay, by name: the rate, say
  Stage(
      Compiled compiled,
      int count,
      Task task,
      Map<String, Column> columns,
      Map<String, Places> parameters,
      Map<String, Tensor> fixed) {
    this.compiled = compiled;
    this.count = count;
    this.out = compiled.results();
    in[0] = compiled.inputs();
    in[1] = compiled.inputs();
    for (String name : in[0].names()) {
      Places p = parameters.get(name);
      Tensor own = fixed.getOrDefault(name, in[0].get(name));
      for (int side = 0; side < 2; side++) in[side].put(name, p == null ? own : p.at(side));
      Column c = columns.get(name);
      if (c != null) rows.add(new Row(c, array(name)));
      Double share = task.masks().get(name);
      if (share != null) masks.add(new Mask(name, share, own));
    }
  }

  private Object array(String name) {
    return switch (compiled.precision()) {
      case FLOAT -> in[0].floats(name);
      case DOUBLE -> in[0].doubles(name);
    };
  }

  int count() {
    return count;
  }

  Compiled compiled() {
    return compiled;
  }

  Tensors inputs(int side) {
    return in[side];
  }

  Tensors results() {
    return out;
  }

  /// Copies the examples whose numbers stand in `order` at `from` and after it.
  void gather(int[] order, int from) {
    for (Row r : rows)
      switch (r.array) {
        case float[] f -> r.column.gather(order, from, count, f, 0);
        case double[] d -> r.column.gather(order, from, count, d, 0);
        default -> throw new IllegalStateException(r.array.getClass().toString());
      }
  }

  /// Draws what is drawn anew at each step.
  void draw(Random random) {
    for (Mask m : masks) {
      Random r = random.at(m.name);
      for (int q = 0; q < m.tensor.size(); q++) m.tensor.set(q, r.uniform() < m.share ? 1 : 0);
    }
  }

  /// Instead of drawing: each is its mean.
  void average() {
    for (Mask m : masks) for (int q = 0; q < m.tensor.size(); q++) m.tensor.set(q, m.share);
  }

  void run(int side) {
    compiled.run(in[side], out);
  }

  double number(String name) {
    return out.get(name).at(0);
  }
}
