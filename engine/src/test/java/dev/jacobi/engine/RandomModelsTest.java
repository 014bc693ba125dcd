package dev.jacobi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.Model;
import dev.jacobi.RandomModels;
import org.junit.jupiter.api.Test;

/// Random models and formulas, compiled, agree with the slow evaluator. A failure says its seed.
class RandomModelsTest {
  private static final long SEED = Long.getLong("jacobi.seed", 20_251_128L);
  private static final int MODELS = Integer.getInteger("jacobi.models", 40);

  @Test
  void modelsAgree() {
    var proof = new Proof();
    for (long seed = SEED; seed < SEED + MODELS; seed++)
      proof.text("model " + seed, RandomModels.model(seed), sizes(seed));
    assertThat(proof.failures).isEmpty();
  }

  /// Small ones, and now and then one that is wide enough for vectors with something left over.
  static int[] sizes(long seed) {
    return seed % 3 == 0 ? new int[] {1 + (int) (seed % 4), 9} : new int[] {1 + (int) (seed % 4)};
  }

  static int least(long seed) {
    return seed % 5 == 0 ? 9 : 1 + (int) (seed % 3);
  }

  @Test
  void formulasAgree() {
    var proof = new Proof();
    Model model = RandomModels.ofTrees();
    for (long seed = SEED; seed < SEED + 4L * MODELS; seed++) {
      if (seed % 50 == 0) model = RandomModels.ofTrees();
      proof.tree(model, seed, 16, least(seed));
    }
    assertThat(proof.failures).isEmpty();
  }
}
