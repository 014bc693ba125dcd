package dev.jacobi.bench.peers;

import dev.jacobi.bench.work.Data;
import dev.jacobi.bench.work.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/// Work on tensors. What a run makes is freed when it ends, so that results are made anew; what it
/// changes, the state, is looked at instead.
record Step(Supplier<Map<String, Tensor>> make, Map<String, Tensor> state) implements Work {

  Step(Supplier<Map<String, Tensor>> make) {
    this(make, Map.of());
  }

  static Tensor tensor(String name, double scale, long... shape) {
    int length = 1;
    for (long extent : shape) length *= (int) extent;
    return Tensor.create(Data.uniform(name, length, scale), shape);
  }

  @Override
  public void run() {
    try (var _ = new PointerScope()) {
      make.get();
    }
  }

  @Override
  public List<Array> results() {
    var all = new ArrayList<Array>();
    try (var _ = new PointerScope()) {
      var made = state.isEmpty() ? make.get() : state;
      made.forEach((name, t) -> all.add(Array.of(name, values(t))));
    }
    return all;
  }

  static float[] values(Tensor t) {
    var values = new float[(int) t.numel()];
    t.detach().contiguous().data_ptr_float().get(values);
    return values;
  }
}
