package dev.jacobi.learn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {
  private static final List<String> ABC = List.of("a", "b", "c");

  @Test
  void chosenExamplesGoWhereTheyAreWanted() {
    var c = Stored.of("x", new double[] {0, 1, 10, 11, 20, 21}, 2);
    float[] f = new float[6];
    c.gather(new int[] {9, 2, 0, 9}, 1, 2, f, 1);
    assertThat(f).containsExactly(0, 20, 21, 0, 1, 0);
    double[] d = new double[2];
    Stored.of("x", new float[] {0, 1, 10, 11}, 2).gather(new int[] {1}, 0, 1, d, 0);
    assertThat(d).containsExactly(10, 11);
  }

  @Test
  void labelsAreNumbersOrOneHotRows() {
    var labels = Stored.labels("y", new int[] {2, 0, 1, 1}, ABC);
    double[] numbers = new double[3];
    labels.gather(new int[] {0, 1, 3}, 0, 3, numbers, 0);
    assertThat(numbers).containsExactly(2, 0, 1);
    float[] rows = new float[11];
    Arrays.fill(rows, 7);
    new OneHot(labels).gather(new int[] {0, 1, 3}, 0, 3, rows, 1);
    assertThat(rows).containsExactly(7, 0, 0, 1, 1, 0, 0, 0, 1, 0, 7);
    double[] doubles = new double[9];
    new OneHot(labels).gather(new int[] {0, 1, 3}, 0, 3, doubles, 0);
    assertThat(doubles).containsExactly(0, 0, 1, 1, 0, 0, 0, 1, 0);
    assertThat(new OneHot(labels).sides()).containsExactly(3);
  }

  @Test
  void labelsOutOfRangeAreRefusedByExample() {
    assertThatThrownBy(() -> Stored.labels("y", new int[] {0, 3}, ABC))
        .hasMessage("y: the label of example 1 is 3; with 3 classes it is from 0 to 2");
    assertThatThrownBy(() -> new OneHot(Stored.of("y", new double[] {1})))
        .hasMessageContaining("y");
  }

  @Test
  void standardisingIsLearnedFromTheTrainingPartAlone() {
    var c = Stored.of("x", new double[] {1, 5, 3, 5, 1000, 9}, 2);
    var s = Standardise.entries(c, new int[] {0, 1});
    assertThat(s.mean()).containsExactly(2, 5);
    assertThat(s.deviation()).containsExactly(1, 1); // the second never changes: only moved
    double[] all = new double[6];
    s.apply(c).gather(new int[] {0, 1, 2}, 0, 3, all, 0);
    assertThat(all).containsExactly(-1, 0, 1, 0, 998, 4);
    assertThat(Stored.doubles(s.apply(c), 3).width()).isEqualTo(2);
  }

  @Test
  void standardisingIsExactFarFromZeroAndOverManyRows() {
    double[] x = new double[1000];
    Arrays.setAll(x, q -> 1e9 + q % 2);
    var s = Standardise.entries(Stored.of("x", x), new Dataset("d", 1000, List.of()).all());
    assertThat(s.mean()[0]).isCloseTo(1e9 + 0.5, within(1e-6));
    assertThat(s.deviation()[0]).isCloseTo(0.5, within(1e-9));
    float[] kept = new float[2];
    Stored.floats(s.apply(Stored.of("x", x)), 1000).gather(new int[] {0, 1}, 0, 2, kept, 0);
    assertThat(kept).containsExactly(-1, 1);
  }

  @Test
  void aWholePictureHasOneMeanAndOneDeviation() {
    var s = Standardise.whole(Stored.of("x", new double[] {0, 0, 0, 4}, 2), new int[] {0, 1});
    assertThat(s.mean()).containsExactly(1, 1);
    assertThat(s.deviation()[0]).isCloseTo(Math.sqrt(3), within(1e-12));
  }

  @Test
  void aDatasetNamesTheColumnsItHas() {
    var d =
        new Dataset("d", 2, List.of(Stored.of("a", new double[2]), Stored.of("b", new double[2])));
    assertThatThrownBy(() -> d.column("c")).hasMessage("d: no column `c`; there are a, b");
    assertThat(d.with(Stored.of("b", new double[4], 2)).column("b").width()).isEqualTo(2);
    assertThat(d.with(Stored.of("c", new double[2])).columns()).hasSize(3);
    assertThatThrownBy(() -> new Dataset("d", 0, List.of())).hasMessageContaining("no example");
  }

  @Test
  void theDigitsComeWithTheirLicence() {
    var d = Digits.read();
    assertThat(d.size()).isEqualTo(1797);
    assertThat(d.column("image").sides()).containsExactly(8, 8);
    assertThat(d.labels().orElseThrow().classes()).hasSize(10);
    double[] first = new double[64];
    d.column("image").gather(new int[] {0}, 0, 1, first, 0);
    assertThat(Arrays.copyOf(first, 8)).containsExactly(0, 0, 5, 13, 9, 1, 0, 0);
    assertThat(source()).contains("CC BY 4.0", "scikit-learn");
  }

  private static String source() {
    try (var in = Digits.class.getResourceAsStream("digits-source.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
