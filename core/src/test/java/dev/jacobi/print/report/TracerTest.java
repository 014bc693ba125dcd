package dev.jacobi.print.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacobi.DerivationException;
import dev.jacobi.Jacobi;
import dev.jacobi.Reports;
import dev.jacobi.Tracer;
import dev.jacobi.print.report.Traced.Numbers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TracerTest {
  private static final String LINE =
      "x in R[n], w in R[n], t in R\np = w' x\nC = (p - t)^2\nderive C wrt w\n";

  private static String trace(String text, Map<String, Numbers> given) {
    var model = Jacobi.read("line.jacobi", text);
    var report = Reports.of(model, Reports.Ask.plain());
    return TraceText.of(
        "line.jacobi", Tracer.of(model, report, given, Map.of()), false, Paint.PLAIN);
  }

  private static Numbers vector(Double... x) {
    return new Numbers(List.of(x.length), List.of(x));
  }

  private static Numbers number(double x) {
    return new Numbers(List.of(), List.of(x));
  }

  @Test
  void everyValueStandsInTheOrderOfTheHandCalculation() {
    var text = trace(LINE, Map.of("x", vector(1.0, 2.0), "w", vector(3.0, 0.5), "t", number(1)));
    assertThat(text.replaceAll(" +", " "))
        .contains("p = w' x R\n = 4\n", "C = (p - t)^2 R\n = 9\n", "dC/dp = 2 (p - t) R\n = 6\n")
        .contains("Results dC/dw = dC/dp x R[n]\n = [6; 12]\n");
  }

  @Test
  void missingValueIsNamedWithItsShape() {
    assertThatThrownBy(() -> trace(LINE, Map.of("x", vector(1.0), "t", number(1))))
        .isInstanceOf(DerivationException.class)
        .hasMessage("no value for w, which is in R[n]");
  }

  @Test
  void sizesMustAgree() {
    var given = Map.of("x", vector(1.0), "w", vector(1.0, 2.0), "t", number(1));
    assertThatThrownBy(() -> trace(LINE, given))
        .hasMessage("w is in R[n], with n = 1, and is given [2]");
  }

  @Test
  void derivativeOfAnUnknownFunctionIsGiven() {
    var model = "x in R[n]\ny = 2 x\nL(y) in R\nderive L wrt x\n";
    assertThat(trace(model, Map.of("x", vector(1.0), "dL_dy", vector(3.0)))).contains("= [6]");
    assertThatThrownBy(() -> trace(model, Map.of("x", vector(1.0))))
        .hasMessage("no value for dL/dy, which is in R[n]");
  }

  @Test
  void numbersHaveSixDigits() {
    assertThat(List.of(1.0 / 3, 1e-7 / 3, 2e12, -0.0, 191.8225).stream().map(TraceText::number))
        .containsExactly("0.333333", "3.33333e-8", "2e12", "0", "191.822");
  }
}
