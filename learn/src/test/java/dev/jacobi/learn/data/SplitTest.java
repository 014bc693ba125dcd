package dev.jacobi.learn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTest {
  @Test
  void aStratifiedSplitKeepsTheShareOfEachClass() {
    var d = Digits.read();
    var s = Split.stratified(d.all(), d.column("label"), 0.2, 0);
    assertThat(s.second()).hasSize(359);
    assertThat(IntStream.concat(Arrays.stream(s.first()), Arrays.stream(s.second())).sorted())
        .containsExactly(Arrays.stream(d.all()).boxed().toArray(Integer[]::new));
    int[] all = counts(d, d.all());
    int[] part = counts(d, s.second());
    for (int c = 0; c < 10; c++)
      assertThat(Math.abs(part[c] - 0.2 * all[c])).as("class " + c).isLessThan(1);
  }

  @Test
  void theSeedAloneDecides() {
    var d = Digits.read();
    var labels = d.column("label");
    int[] zero = Split.stratified(d.all(), labels, 0.2, 0).second();
    assertThat(Split.stratified(d.all(), labels, 0.2, 0).second()).isEqualTo(zero);
    assertThat(Split.stratified(d.all(), labels, 0.2, 1).second()).isNotEqualTo(zero);
    assertThat(Split.random(d.all(), 0.2, 0).second()).hasSize(359);
  }

  @Test
  void aPartMayBeSplitAgain() {
    int[] some = {3, 5, 7, 9};
    var s = Split.random(some, 0.25, 4);
    assertThat(s.first()).hasSize(3);
    assertThat(s.second()).hasSize(1).doesNotContain(s.first());
  }

  @Test
  void classesOfOneExampleAndEmptyPartsAreNoTrouble() {
    var labels = Stored.labels("y", new int[] {0, 1, 2, 2}, List.of("a", "b", "c", "none"));
    var s = Split.stratified(new int[] {0, 1, 2, 3}, labels, 0.5, 0);
    assertThat(s.first()).hasSize(2);
    assertThat(s.second()).hasSize(2);
    for (double part : new double[] {0, 1, -1, 0.01, Double.NaN})
      assertThatThrownBy(() -> Split.random(new int[] {1, 2}, part, 0))
          .hasMessageContaining("leaves nothing");
  }

  private static int[] counts(Dataset d, int[] examples) {
    double[] labels = new double[examples.length];
    d.column("label").gather(examples, 0, examples.length, labels, 0);
    int[] counts = new int[10];
    for (double l : labels) counts[(int) l]++;
    return counts;
  }
}
