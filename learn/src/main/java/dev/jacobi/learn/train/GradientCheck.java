package dev.jacobi.learn.train;

import dev.jacobi.engine.Engine;
import dev.jacobi.engine.EngineException;
import dev.jacobi.engine.Outputs;
import dev.jacobi.engine.Precision;
import dev.jacobi.engine.Sizes;
import dev.jacobi.engine.Tensor;
import dev.jacobi.learn.LearnException;
import dev.jacobi.learn.Random;
import dev.jacobi.learn.data.Column;
import dev.jacobi.learn.data.Dataset;
import dev.jacobi.learn.optimise.Update.Places;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Holds the compiled gradient of a task on real data against differences of its compiled cost, in
/// double: along random directions, and along single entries.
public final class GradientCheck {
  /// A relative error above this is a fault. Differences themselves are off by some 1e-8.
  public static final double TOLERANCE = 1e-5;

  private static final int DIRECTIONS = 4;
  private static final int ENTRIES = 8;
  private static final double STEP = 1e-5;

  private final Task task;
  private final Stage gradient;
  private final Stage cost;
  private final Map<String, Places> parameters = new LinkedHashMap<>();
  private final Random random;

  /// How it went for one parameter.
  ///
  /// @param size how many entries it has; `length` is that of its gradient
  /// @param worst the greatest relative error met
  public record Line(String parameter, int size, double length, double worst) {
    public boolean holds() {
      return worst <= TOLERANCE;
    }
  }

  private GradientCheck(
      Task task, Dataset data, int[] examples, Sizes sizes, Map<String, Tensor> at, long seed) {
    this.task = task;
    this.random = Random.of(seed).at("check");
    at.forEach((name, t) -> {
      Tensor w = Tensor.of(t.toDoubles(), t.shape());
      parameters.put(name, new Places(w, w));
    });
    Map<String, Column> columns = new LinkedHashMap<>();
    for (String name : task.data()) columns.put(name, data.column(name));
    var engine = Engine.create();
    int n = examples.length;
    Sizes all = sizes.with(task.batch(), n);
    Outputs c = Outputs.of(task.cost());
    Outputs g = c.gradients(task.parameters().toArray(String[]::new));
    this.gradient =
        new Stage(
            engine.compile(task.model(), g, all, Precision.DOUBLE),
            n,
            task,
            columns,
            parameters,
            Map.of());
    this.cost =
        new Stage(
            engine.compile(task.model(), c, all, Precision.DOUBLE),
            n,
            task,
            columns,
            parameters,
            Map.of());
    for (Stage s : List.of(gradient, cost)) {
      s.gather(examples, 0);
      s.average();
    }
  }

  /// Checks the gradient of each parameter.
  ///
  /// @param at the parameters at which it is checked
  /// @throws LearnException when it cannot be compiled, or the cost is no number there
  public static List<Line> of(
      Task task, Dataset data, int[] examples, Sizes sizes, Map<String, Tensor> at, long seed) {
    try {
      return new GradientCheck(task, data, examples, sizes, at, seed).lines();
    } catch (EngineException e) {
      throw new LearnException(task.one().file() + ": " + e.getMessage(), e);
    }
  }

  private List<Line> lines() {
    gradient.run(0);
    double c = gradient.number(task.cost());
    if (!Double.isFinite(c))
      throw new LearnException(task.one().file() + ": " + task.cost() + " is " + c + " here");
    List<Line> lines = new ArrayList<>();
    for (String p : task.parameters()) lines.add(line(p, Math.abs(c)));
    return lines;
  }

  private Line line(String name, double size) {
    Tensor w = parameters.get(name).first();
    double[] g = gradient.results().get("d" + task.cost() + "/d" + name).toDoubles();
    Random r = random.at(name);
    double worst = 0;
    for (int q = 0; q < DIRECTIONS; q++) {
      double[] d = new double[g.length];
      for (int k = 0; k < d.length; k++) d[k] = r.normal() / Math.sqrt(d.length);
      worst = Math.max(worst, error(w, g, d, size));
    }
    for (int q = 0; q < Math.min(ENTRIES, g.length); q++) {
      double[] d = new double[g.length];
      d[g.length <= ENTRIES ? q : (int) (r.uniform() * g.length)] = 1;
      worst = Math.max(worst, error(w, g, d, size));
    }
    return new Line(name, g.length, Math.sqrt(dot(g, g)), worst);
  }

  /// Near a kink a step may go over it: then a shorter one is as good.
  private double error(Tensor w, double[] g, double[] d, double size) {
    double least = Double.POSITIVE_INFINITY;
    for (double h = STEP; h >= STEP / 100 && least > TOLERANCE / 10; h /= 10) {
      double slope = (moved(w, d, h) - moved(w, d, -h)) / (2 * h);
      double told = dot(g, d);
      double scale = Math.max(Math.max(Math.abs(slope), Math.abs(told)), 1e-4 * size + 1e-12);
      least = Math.min(least, Math.abs(slope - told) / scale);
    }
    return least;
  }

  private double moved(Tensor w, double[] d, double by) {
    double[] before = w.toDoubles();
    for (int q = 0; q < d.length; q++) w.set(q, before[q] + by * d[q]);
    cost.run(0);
    for (int q = 0; q < d.length; q++) w.set(q, before[q]);
    return cost.number(task.cost());
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int q = 0; q < a.length; q++) sum += a[q] * b[q];
    return sum;
  }
}
