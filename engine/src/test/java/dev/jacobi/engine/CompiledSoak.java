package dev.jacobi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.RandomModels;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Random models and formulas for as long as one likes: `bin/soak engine 1000` compiles so many
/// models and four formulas for each. Says how many ran, and how long that took.
class CompiledSoak {
  private static final int MODELS = Integer.getInteger("jacobi.models", 1000);
  private static final long SEED = Long.getLong("jacobi.seed", System.nanoTime() >>> 20);
  private static final int CHUNK = 50; // a new engine for each: it keeps what it compiled

  @Test
  void nothingFails() {
    long start = System.nanoTime();
    List<String> failures = new ArrayList<>();
    int compared = 0;
    for (long from = SEED; from < SEED + MODELS; from += CHUNK) {
      var proof = new Proof();
      var trees = RandomModels.ofTrees();
      for (long seed = from; seed < Math.min(from + CHUNK, SEED + MODELS); seed++) {
        proof.text("model " + seed, RandomModels.model(seed), RandomModelsTest.sizes(seed));
        for (long s = 4 * seed; s < 4 * seed + 4; s++)
          proof.tree(trees, s, 16, RandomModelsTest.least(s));
      }
      proof.failures.forEach(System.out::println);
      failures.addAll(proof.failures);
      compared += proof.compared;
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "%,d models and %,d formulas from seed %d, compiled and compared %,d times in %.0f s:"
            + " %d failures%n",
        MODELS, 4 * MODELS, SEED, compared, seconds, failures.size());
    assertThat(failures).isEmpty();
  }
}
