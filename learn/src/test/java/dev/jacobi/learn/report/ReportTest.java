package dev.jacobi.learn.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ReportTest {
  @Test
  void aPictureIsReadAsItWasDrawn() throws IOException {
    var png = Png.of(new double[] {0, 4, 8, 16, 12, 16}, 2, 3);
    var read = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(read.getWidth()).isEqualTo(3);
    assertThat(read.getHeight()).isEqualTo(2);
    int[] grey = read.getRaster().getPixels(0, 0, 3, 2, (int[]) null);
    assertThat(grey).containsExactly(0, 64, 128, 255, 191, 255);
  }

  @Test
  void aPictureOfOneShadeIsBlack() throws IOException {
    var read = ImageIO.read(new ByteArrayInputStream(Png.of(new double[] {3, 3}, 1, 2)));
    assertThat(read.getRaster().getPixels(0, 0, 2, 1, (int[]) null)).containsOnly(0);
  }

  @Test
  void curvesWithoutNumbersAreLeftOutAndGapsStayGaps() {
    var none = List.of(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    var some = List.of(1.0, Double.NaN, 0.1, 0.01);
    var chart =
        Chart.of("t", true, List.of(new Chart.Curve("a", none), new Chart.Curve("b<", some)));
    assertThat(chart).contains("b&lt;").doesNotContain(">a</text>", "NaN", "Infinity");
    assertThat(chart.split("M", -1)).hasSize(3); // the pen is set down twice
  }

  @Test
  void theLinesOfAChartStandAtNumbersAsPeopleWriteThem() {
    var chart = Chart.of("t", false, List.of(new Chart.Curve("a", List.of(0.639, 0.93, 0.9986))));
    assertThat(chart)
        .contains(">0.6<", ">0.7<", ">0.8<", ">0.9<", ">1.0<")
        .doesNotContain(">0.95<");
  }

  @Test
  void oneEpochIsAChartToo() {
    assertThat(Chart.of("t", false, List.of(new Chart.Curve("a", List.of(0.5)))))
        .contains("<circle ")
        .doesNotContain("NaN", "Infinity");
    assertThat(Chart.of("t", true, List.of())).doesNotContain("NaN", "Infinity");
  }
}
