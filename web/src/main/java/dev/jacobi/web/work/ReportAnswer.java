package dev.jacobi.web.work;

import dev.jacobi.check.report.CheckHtml;
import dev.jacobi.print.report.Form;
import dev.jacobi.print.report.HtmlReport;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// A page to keep: of a checked document, or of what a model asks.
final class ReportAnswer {
  private ReportAnswer() {}

  static ObjectNode of(Question q) {
    return Spelled.node()
        .put("html", q.optional("about").orElse("").equals("model") ? model(q) : check(q));
  }

  private static String check(Question q) {
    return CheckHtml.of(List.of(CheckAnswer.checked(q)));
  }

  private static String model(Question q) {
    return HtmlReport.of(List.of(Asked.of(q).report()), Form.asked(List.of(Form.values())));
  }
}
