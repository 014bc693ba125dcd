package dev.jacobi.learn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {
  private static final int[] TEN = IntStream.range(100, 110).toArray();

  private static List<Integer> take(Batches b, int batches) {
    List<Integer> all = new ArrayList<>();
    for (int q = 0; q < batches; q++) {
      b.next();
      for (int k = 0; k < b.count(); k++) all.add(b.order()[b.from() + k]);
    }
    return all;
  }

  @Test
  void anEpochHasEachExampleOnceAndAShortLastBatch() {
    var b = Batches.shuffled(TEN, 4, 7);
    assertThat(b.perEpoch()).isEqualTo(3);
    assertThat(take(b, 3)).hasSize(10).containsExactlyInAnyOrder(boxed(TEN));
    assertThat(b.count()).isEqualTo(2);
    assertThat(b.isLast()).isTrue();
    assertThat(b.epoch()).isZero();
    assertThat(take(b, 3)).containsExactlyInAnyOrder(boxed(TEN));
    assertThat(b.epoch()).isEqualTo(1);
  }

  @Test
  void everyEpochAndEverySeedHasItsOwnOrder() {
    var b = Batches.shuffled(TEN, 10, 7);
    List<Integer> first = take(b, 1);
    assertThat(take(b, 1)).isNotEqualTo(first);
    assertThat(take(Batches.shuffled(TEN, 10, 8), 1)).isNotEqualTo(first);
    assertThat(take(Batches.shuffled(TEN, 10, 7), 1)).isEqualTo(first);
  }

  @Test
  void epochAndPlaceAreEnoughToGoOn() {
    var b = Batches.shuffled(TEN, 3, 5);
    for (int done = 0; done < 9; done++) {
      var other = Batches.shuffled(TEN, 3, 5);
      other.seek(b.epoch(), b.place());
      var twin = Batches.shuffled(TEN, 3, 5);
      twin.seek(b.epoch(), b.place());
      assertThat(take(other, 6)).isEqualTo(take(twin, 6));
      b.next();
    }
    var whole = take(Batches.shuffled(TEN, 3, 5), 8);
    var resumed = Batches.shuffled(TEN, 3, 5);
    resumed.seek(1, 1);
    assertThat(take(resumed, 3)).isEqualTo(whole.subList(13, 20));
  }

  @Test
  void allOrdersAreEquallyLikely() {
    int[] seen = new int[27];
    for (long seed = 0; seed < 6000; seed++) {
      int[] a = {0, 1, 2};
      Shuffle.of(seed, 3).shuffle(a, 0, 3);
      seen[a[0] * 9 + a[1] * 3 + a[2]]++;
    }
    int[] six = Arrays.stream(seen).filter(n -> n > 0).toArray();
    assertThat(six).hasSize(6);
    // The deviation of a count of 1000 is 29.
    for (int n : six) assertThat(n).isBetween(870, 1130);
  }

  @Test
  void chunksKeepWhatIsReadTogetherNearEachOther() {
    int[] hundred = IntStream.range(0, 100).toArray();
    var b = Batches.chunked(hundred, 10, 2, 3);
    List<Integer> order = take(b, 10);
    assertThat(order)
        .containsExactlyInAnyOrder(boxed(hundred))
        .isNotEqualTo(List.of(boxed(hundred)));
    for (int q = 0; q < 96; q += 32)
      assertThat(order.subList(q, q + 32).stream().map(n -> n / 2).distinct()).hasSize(16);
    assertThat(take(b, 10)).isNotEqualTo(order);
  }

  @Test
  void withoutShufflingTheOrderStays() {
    assertThat(take(Batches.inOrder(TEN, 4), 6)).containsExactly(boxed(twice(TEN)));
  }

  @Test
  void batchesOfNothingAreRefused() {
    assertThatThrownBy(() -> Batches.shuffled(TEN, 0, 1)).hasMessageContaining("at least 1");
    assertThatThrownBy(() -> Batches.shuffled(new int[0], 1, 1))
        .hasMessageContaining("no examples");
  }

  private static int[] twice(int[] a) {
    int[] all = Arrays.copyOf(a, 2 * a.length);
    System.arraycopy(a, 0, all, a.length, a.length);
    return all;
  }

  private static Integer[] boxed(int[] a) {
    return Arrays.stream(a).boxed().toArray(Integer[]::new);
  }
}
