package dev.jacobi.web.train;

import dev.jacobi.engine.Tensor;
import dev.jacobi.learn.LearnException;
import dev.jacobi.learn.data.Dataset;
import dev.jacobi.learn.train.Evaluation;
import dev.jacobi.learn.train.NotFinite;
import dev.jacobi.learn.train.Progress;
import dev.jacobi.learn.train.Score;
import dev.jacobi.learn.train.Trainer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Trains, and tells of it a few times a second: the loss, how much is right, and what the model
/// now says of each place of the plane, or of a few digits.
final class Session {
  private static final int GRID = 36;
  private static final int SHOWN_DIGITS = 30;
  private static final long TELL = 120_000_000; // ns
  private static final long STEPS_A_SECOND = 1200;

  private final Controls controls;
  private final Consumer<ObjectNode> tell;
  private final Lesson first;
  private Lesson lesson;
  private Trainer trainer;
  private Evaluation onData;
  private Evaluation onGrid;
  private Dataset grid;
  private long before; // steps of trainers before this one
  private long told;
  private double loss = Double.NaN;

  Session(Lesson lesson, Controls controls, Consumer<ObjectNode> tell) {
    this.first = lesson;
    this.lesson = lesson;
    this.controls = controls;
    this.tell = tell;
    begin(lesson.initial());
  }

  private void begin(Map<String, Tensor> weights) {
    trainer = lesson.trainer(weights);
    onData = trainer.evaluation(lesson.data());
    if (!lesson.start().data().isPlane()) return;
    grid = lesson.preparation().apply(lesson.task().one(), ToyData.grid(GRID), true);
    onGrid = trainer.evaluation(grid);
  }

  void run() {
    tell.accept(opening());
    state();
    try {
      while (true) {
        controls.await();
        change();
        if (!controls.takeStep()) continue;
        boolean running = controls.isRunning();
        trainer.run(progress(running));
        state();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (NotFinite e) {
      state();
      throw new LearnException("the loss is no finite number any more: try a smaller rate", e);
    }
  }

  private void change() {
    if (controls.takeReset()) {
      lesson = first.with(lesson.start());
      before = 0;
      loss = Double.NaN;
      begin(lesson.initial());
      tell.accept(TrainWorker.MAPPER.createObjectNode().put("reset", true));
      state();
    }
    controls
        .takeSettings()
        .ifPresent(json -> {
          var s = lesson.start();
          lesson = lesson.with(s.with(Start.rate(json, s.rate()), Start.batch(json, s.batch())));
          before += trainer.state().step();
          begin(copies());
        });
  }

  private Map<String, Tensor> copies() {
    Map<String, Tensor> all = new LinkedHashMap<>();
    trainer
        .state()
        .weights()
        .forEach((name, t) -> all.put(name, Tensor.of(t.toDoubles(), t.shape())));
    return all;
  }

  private Progress progress(boolean running) {
    long began = System.nanoTime();
    long from = trainer.state().step();
    return new Progress() {
      @Override
      public void stepped(long step, long steps, Score sofar, double rate) {
        loss = sofar.loss();
        slow(step - from, began);
        if (running && System.nanoTime() - told > TELL) state();
      }

      @Override
      public boolean isStopped() {
        return !running || controls.isWanted();
      }
    };
  }

  /// Slow enough to be watched.
  private static void slow(long steps, long began) {
    long due = began + steps * (1_000_000_000L / STEPS_A_SECOND);
    long early = due - System.nanoTime();
    if (early > 1_000_000) java.util.concurrent.locks.LockSupport.parkNanos(early);
  }

  // ---- what is told

  private ObjectNode opening() {
    var event = TrainWorker.MAPPER.createObjectNode();
    event.put("plane", lesson.start().data().isPlane()).put("edge", ToyData.EDGE);
    event.put("grid", GRID).put("examples", lesson.training().length);
    event.put("prediction", lesson.task().prediction().orElseThrow());
    var sizes = event.putObject("sizes");
    for (String name : lesson.free()) sizes.put(name, lesson.sizes().all().get(name));
    if (lesson.start().data().isPlane()) points(event.putArray("points"));
    else digits(event.putArray("digits"));
    return event;
  }

  private void points(ArrayNode into) {
    var raw = lesson.start().data().read(lesson.start().seed());
    double[] x = new double[2 * raw.size()];
    double[] y = new double[raw.size()];
    raw.column("point").gather(raw.all(), 0, raw.size(), x, 0);
    raw.column("label").gather(raw.all(), 0, raw.size(), y, 0);
    for (int q = 0; q < raw.size(); q++)
      into.addArray().add(rounded(x[2 * q])).add(rounded(x[2 * q + 1])).add((int) y[q]);
  }

  private void digits(ArrayNode into) {
    var raw = lesson.start().data().read(lesson.start().seed());
    double[] pixels = new double[64];
    double[] label = new double[1];
    for (int q = 0; q < SHOWN_DIGITS; q++) {
      raw.column("image").gather(lesson.held(), q, 1, pixels, 0);
      raw.column("label").gather(lesson.held(), q, 1, label, 0);
      var digit = into.addObject().put("label", (int) label[0]);
      var array = digit.putArray("pixels");
      for (double p : pixels) array.add((int) p);
    }
  }

  private void state() {
    told = System.nanoTime();
    var event = TrainWorker.MAPPER.createObjectNode();
    event.put("step", before + trainer.state().step());
    event.put("epoch", (before + trainer.state().step()) / Math.max(1, trainer.perEpoch()));
    var score = onData.of(lesson.held());
    number(event, "loss", loss);
    number(event, "held", score.loss());
    number(event, "accuracy", right());
    event.put("running", controls.isRunning());
    if (lesson.start().data().isPlane()) plane(event.putArray("values"));
    else guesses(event.putArray("guesses"));
    tell.accept(event);
  }

  /// The share of the examples held out whose class is right.
  private double right() {
    int[] right = new int[1];
    onData.each(
        lesson.held(),
        (q, cost, prediction, target) -> {
          if (chosen(prediction) == chosen(target)) right[0]++;
        });
    return (double) right[0] / lesson.held().length;
  }

  private static int chosen(Tensor t) {
    return t.size() == 1 ? (t.at(0) > 0.5 ? 1 : 0) : greatest(t);
  }

  private static void number(ObjectNode into, String name, double x) {
    if (Double.isFinite(x)) into.put(name, x);
  }

  private void plane(ArrayNode into) {
    List<double[]> all = new ArrayList<>();
    onGrid.each(grid.all(), (q, cost, prediction, target) -> all.add(prediction.toDoubles()));
    for (double x : Certainty.of(all)) into.add(rounded(x));
  }

  private void guesses(ArrayNode into) {
    int[] shown = java.util.Arrays.copyOf(lesson.held(), SHOWN_DIGITS);
    onData.each(shown, (q, cost, prediction, target) -> into.add(greatest(prediction)));
  }

  private static int greatest(Tensor t) {
    int best = 0;
    for (int q = 1; q < t.size(); q++) if (t.at(q) > t.at(best)) best = q;
    return best;
  }

  private static double rounded(double x) {
    return Math.round(x * 1000) / 1000.0;
  }
}
