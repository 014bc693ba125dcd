package dev.jacobi.print.report;

import dev.jacobi.Jacobi;
import dev.jacobi.Reports;
import dev.jacobi.print.Printer.Layout;
import java.util.List;
import java.util.Optional;

/// Reports of small models.
final class Samples {
  static final String NET =
      """
      x in R[n], y in R[K], W1 in R[a, n], b1 in R[a], W2 in R[K, a], b2 in R[K]
      s1 = W1 x + b1
      a1 = 3 relu(s1)
      s2 = W2 a1 + b2
      C = ||s2 - y||^2
      derive C wrt W1, b2
      """;

  static final String SOFTMAX =
      """
      x in R[n], beta in R
      y = softmax(beta x)
      jacobian y wrt x
      """;

  private Samples() {}

  static Report report(String text) {
    return report(text, Layout.ML);
  }

  static Report report(String text, Layout layout) {
    var ask = new Reports.Ask(layout, Optional.empty(), List.of());
    return Reports.of(Jacobi.read("models/net.jacobi", text), ask);
  }

  static String text(String model) {
    return TextReport.of(report(model), Form.usual(), false, Paint.PLAIN);
  }

  static String text(String model, Form... forms) {
    return TextReport.of(report(model), Form.asked(List.of(forms)), false, Paint.PLAIN);
  }
}
