package dev.jacobi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// The random properties for as long as one likes: `bin/soak 100000` runs so many trees, and a
/// model for every twenty. Says how many ran, and how long that took; `-Djacobi.seed` is where it
/// begins.
class Soak {
  private static final int TREES = Integer.getInteger("jacobi.soak", 100_000);
  private static final long SEED = Long.getLong("jacobi.seed", System.nanoTime() >>> 20);
  private static final int CHUNK = 500;
  private static final int MOST = 5; // failures of one chunk

  /// So many trees or models from a seed on, and what fails.
  private interface Run {
    List<String> from(long seed, int count);
  }

  @Test
  void nothingFailsOnTrees() throws Exception {
    run(
        "trees of up to 16 parts",
        TREES * 3 / 4,
        (s, n) -> TreePropertyTest.failures(s, n, 16, MOST));
    run("trees of up to 48 parts", TREES / 4, (s, n) -> TreePropertyTest.failures(s, n, 48, MOST));
  }

  @Test
  void nothingFailsOnModels() throws Exception {
    run("models", TREES / 20, (s, n) -> ModelPropertyTest.failures(s, n, MOST));
  }

  private static void run(String what, int count, Run run) throws Exception {
    long start = System.nanoTime();
    List<Callable<List<String>>> chunks = new ArrayList<>();
    for (int n = 0; n < count; n += CHUNK) {
      long seed = SEED + n;
      int size = Math.min(CHUNK, count - n);
      chunks.add(() -> run.from(seed, size));
    }
    List<String> failures = new ArrayList<>();
    try (ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      for (Future<List<String>> f : threads.invokeAll(chunks)) failures.addAll(f.get());
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "%,d %s from seed %d in %.0f s: %d failures%n",
        count, what, SEED, seconds, failures.size());
    assertThat(failures).isEmpty();
  }
}
