package dev.jacobi.print.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.Descriptions;
import dev.jacobi.Jacobi;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DescriptionTest {
  private static Description describe(String text) {
    return Descriptions.of(Jacobi.read("net.jacobi", text));
  }

  private static String text(String text, Map<String, Long> sizes) {
    return DescriptionText.of(describe(text), sizes, false, Paint.PLAIN);
  }

  @Test
  void weightsAreCountedWithTheirBiases() {
    var net = Samples.NET.replace("wrt W1, b2", "wrt W1, b1, W2, b2");
    assertThat(text(net, Map.of("n", 784L, "a", 30L, "K", 10L)))
        .contains("Learned    (n + 1) a + (a + 1) K = 23860 numbers");
  }

  @Test
  void biasOfAModelWithoutModulesGoesWithTheWeightBefore() {
    var model = "W1 in R[Dx, H], b1 in R[H]\nW2 in R[H, Dy], b2 in R[Dy]\n";
    assertThat(text(model, Map.of())).contains("(Dx + 1) H + (H + 1) Dy numbers");
  }

  @Test
  void missingSizesAreNamed() {
    assertThat(text(Samples.NET, Map.of("n", 3L))).contains("no size is given for K, a");
  }

  @Test
  void modulesTakeLearnAndGive() {
    assertThat(text(Samples.NET, Map.of()))
        .contains(
            """
            Modules    s1 = W1 x + b1
                         takes   x in R[n], b1 in R[a]
                         learns  W1 in R[a, n]
                         gives   s1 in R[a]
                                 s1[i] = b1[i] + sum[j] W1[i,j] x[j]
            """)
        .contains("Graph      x, b1, W1  -> s1\n");
  }

  @Test
  void rolesOfTheFileCount() {
    var description =
        describe("x in R[n], y in R, w in R[n]\ntarget y\nparameter w\np = w' x - y\n");
    assertThat(description.names())
        .extracting(Description.Name::role)
        .containsExactly(
            Description.Role.INPUT, Description.Role.TARGET, Description.Role.PARAMETER);
  }

  @Test
  void drawingHasEveryNameAndArrow() {
    var svg = GraphSvg.of(describe(Samples.NET));
    assertThat(svg)
        .startsWith("<svg xmlns=")
        .endsWith("</svg>\n")
        .contains(">W1</text>", ">C</text>");
    assertThat(svg.split("<path marker-end", -1)).hasSize(9 + 1);
  }
}
