package dev.jacobi.bench.ours;

import dev.jacobi.Jacobi;
import dev.jacobi.bench.work.Clothes;
import dev.jacobi.bench.work.Data;
import dev.jacobi.bench.work.Task;
import dev.jacobi.bench.work.Work;
import dev.jacobi.engine.Sizes;
import dev.jacobi.engine.Tensor;
import dev.jacobi.learn.data.Dataset;
import dev.jacobi.learn.data.Roles;
import dev.jacobi.learn.data.Stored;
import dev.jacobi.learn.optimise.Optimiser;
import dev.jacobi.learn.train.Epoch;
import dev.jacobi.learn.train.Progress;
import dev.jacobi.learn.train.Settings;
import dev.jacobi.learn.train.State;
import dev.jacobi.learn.train.Trainer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whole epochs of training, as `jacobi train` makes them: each run is the next one.
final class Epochs implements Work {
  private final Trainer trainer;

  private Epochs(Trainer trainer) {
    this.trainer = trainer;
  }

  static Epochs of(Task task, int threads) {
    int layers = task.size("layers");
    int count = task.size("examples");
    Sizes sizes = Sizes.of("d0", Clothes.PIXELS, "d" + (layers + 1), Clothes.CLASSES);
    for (int l = 1; l <= layers; l++) sizes = sizes.with("d" + l, task.size("width"));
    Map<String, Tensor> initial = new LinkedHashMap<>();
    for (int l = 1; l <= layers + 1; l++) {
      int from = sizes.size("d" + (l - 1)).orElseThrow();
      int to = sizes.size("d" + l).orElseThrow();
      float[] w = Data.uniform("W" + l, from * to, Math.sqrt(3.0 / from));
      initial.put("W" + l, Tensor.of(w, from, to));
      initial.put("b" + l, Tensor.of(Data.uniform("b" + l, to, 0.1), to));
    }
    var settings =
        Settings.standard()
            .optimiser(Optimiser.SGD)
            .rate(0.01)
            .batch(task.size("batch"))
            .epochs(Integer.MAX_VALUE)
            .threads(threads);
    var learned = learned(layers, List.copyOf(initial.keySet()));
    var data = data(count);
    var state = new State(initial, settings);
    return new Epochs(Trainer.of(learned, settings, data, data.all(), sizes, state));
  }

  /// The loss is added up, as in training; what is right is not counted, as the others do not.
  private static dev.jacobi.learn.train.Task learned(int layers, List<String> parameters) {
    var model = Jacobi.read("benchmark", Perceptrons.net(layers));
    var roles = new Roles(List.of("X"), List.of("T"), Optional.of("N"));
    var t =
        dev.jacobi.learn.train.Task.of(
            model, "C", parameters, roles, dev.jacobi.learn.train.Task.Total.MEAN);
    return new dev.jacobi.learn.train.Task(
        t.one(),
        t.model(),
        t.cost(),
        t.parameters(),
        t.batch(),
        t.data(),
        t.masks(),
        t.target(),
        Optional.empty(),
        t.judged(),
        t.running(),
        t.total());
  }

  private static Dataset data(int count) {
    float[] rows = new float[count * Clothes.CLASSES];
    int[] classes = Clothes.classes(count);
    for (int q = 0; q < count; q++) rows[q * Clothes.CLASSES + classes[q]] = 1;
    return new Dataset(
        "fashion-mnist",
        count,
        List.of(
            Stored.of("X", Clothes.pictures(count), Clothes.PIXELS),
            Stored.of("T", rows, Clothes.CLASSES)));
  }

  @Override
  public void run() {
    trainer.run(new OneEpoch());
  }

  private static final class OneEpoch implements Progress {
    private boolean over;

    @Override
    public void finished(Epoch epoch) {
      over = true;
    }

    @Override
    public boolean isStopped() {
      return over;
    }
  }

  @Override
  public List<Array> results() {
    List<Array> all = new ArrayList<>();
    trainer.state().weights().forEach((name, t) -> all.add(new Array(name, t.toDoubles())));
    return all;
  }
}
