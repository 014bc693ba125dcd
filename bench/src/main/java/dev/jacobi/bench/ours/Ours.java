package dev.jacobi.bench.ours;

import dev.jacobi.bench.work.Contender;
import dev.jacobi.bench.work.Task;
import dev.jacobi.bench.work.Work;
import dev.jacobi.engine.Engine;
import dev.jacobi.engine.Precision;
import java.util.Map;

/// Jacobi's engine.
public final class Ours implements Contender {
  private static final int THREADS =
      Integer.parseInt(System.getenv().getOrDefault("BENCH_THREADS", "1"));

  private final Engine engine = Engine.create(THREADS);

  @Override
  public String about() {
    return "Jacobi, Java " + Runtime.version();
  }

  @Override
  public Map<String, Work> open(Task task) {
    if (task.kind().equals("epoch")) return Map.of("train", Epochs.of(task, THREADS));
    return Problems.of(task)
        .map(p -> Map.<String, Work>of("compiled", work(p, task.kind())))
        .orElse(Map.of());
  }

  private Work work(Problem problem, String kind) {
    Precision precision = kind.startsWith("oracle") ? Precision.DOUBLE : Precision.FLOAT;
    return new Evaluation(problem, problem.compile(engine, precision));
  }
}
