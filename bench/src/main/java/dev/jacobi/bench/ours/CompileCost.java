package dev.jacobi.bench.ours;

import dev.jacobi.Jacobi;
import dev.jacobi.bench.work.Task;
import dev.jacobi.engine.Compiled;
import dev.jacobi.engine.Engine;
import dev.jacobi.engine.Precision;
import dev.jacobi.engine.plan.Buffer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Locale;
import java.util.Map;

/// How long it takes from the text of a deep net to running code, and what it holds. One line of
/// JSON.
public final class CompileCost {
  private static final int WIDTH = 64;
  private static final int BATCH = 16;

  private CompileCost() {}

  /// The argument is the number of layers.
  public static void main(String[] arguments) {
    int layers = Integer.parseInt(arguments[0]);
    var sizes =
        Map.of("batch", BATCH, "in", WIDTH, "width", WIDTH, "layers", layers - 1, "out", 10);
    Problem problem = Perceptrons.of(new Task("mlp", sizes));
    Problem derived = problem.requested();
    double first = time(() -> compile(problem, Engine.create()));
    double again = least(() -> compile(problem, Engine.create()));
    double derive = least(() -> derive(derived));
    Engine engine = Engine.create();
    long before = used();
    Compiled compiled = compile(problem, engine);
    double held = (used() - before) / 1e6;
    double cached = least(() -> compile(problem, engine));
    long entries = 0;
    for (Buffer b : compiled.program().buffers()) entries += b.size;
    String form =
        "{\"layers\":%d,\"width\":%d,\"batch\":%d,\"first\":%.1f,\"again\":%.1f,\"derive\":%.1f,"
            + "\"cached\":%.1f,\"held\":%.3f,\"arrays\":%.3f,\"peak\":%.1f}%n";
    System.out.printf(
        Locale.ROOT,
        form,
        layers,
        WIDTH,
        BATCH,
        first,
        again,
        derive,
        cached,
        held,
        4e-6 * entries,
        peak());
  }

  private static Compiled compile(Problem problem, Engine engine) {
    return problem.compile(engine, Precision.FLOAT);
  }

  private static void derive(Problem problem) {
    var model = Jacobi.read("benchmark", problem.text());
    for (var request : model.read().requests()) model.deriveUnchecked(request);
  }

  private static double least(Runnable work) {
    double least = Double.MAX_VALUE;
    for (int i = 0; i < 3; i++) least = Math.min(least, time(work));
    return least;
  }

  private static double time(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }

  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static double peak() {
    long sum = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans())
      if (pool.getType() == MemoryType.HEAP) sum += pool.getPeakUsage().getUsed();
    return sum / 1e6;
  }
}
