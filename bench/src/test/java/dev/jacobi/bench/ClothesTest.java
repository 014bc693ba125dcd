package dev.jacobi.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.jacobi.bench.work.Clothes;
import dev.jacobi.learn.data.Batches;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever trains beside Jacobi goes through the pictures in the same order.
class ClothesTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 60_000})
  void theOrderOfTheFirstEpochIsThatOfTraining(int count) {
    var batches = Batches.shuffled(IntStream.range(0, count).toArray(), 64, 0);
    batches.seek(0, 0);
    assertArrayEquals(batches.order(), Clothes.order(count));
  }
}
