package dev.jacobi.learn.report;

import dev.jacobi.Jacobi;
import dev.jacobi.Reports;
import dev.jacobi.learn.train.Epoch;
import dev.jacobi.learn.train.Task;
import dev.jacobi.print.report.Form;
import dev.jacobi.print.report.HtmlReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// A run as one page that asks for nothing else: how it went, what was mistaken for what, and the
/// network's own derivation.
public final class RunReport {
  private static final String STYLE =
      """
      <style>
      .run svg.chart { max-width: 40rem; display: block; font: 12px sans-serif; }
      .run .chart text { fill: currentColor; }
      .run .grid { stroke: currentColor; opacity: 0.15; }
      .run .curve { fill: none; stroke-width: 2; }
      .run .c0 { stroke: #3b76b4; } .run .c1 { stroke: #c2791b; } .run .c2 { stroke: #4b9b4b; }
      .run .c3 { stroke: #b8475a; } .run .c4 { stroke: #7a62b3; } .run .c5 { stroke: #808080; }
      .run .chart text { stroke: none; }
      .run h2 { margin-top: 2rem; }
      .run table.confusion { border-collapse: collapse; font: 14px sans-serif; }
      .run .confusion td, .run .confusion th { padding: 0.2em 0.5em; text-align: right; }
      .run .confusion td.wrong { background: rgba(200, 80, 60, var(--share)); }
      .run .confusion td.right { background: rgba(80, 150, 90, 0.25); }
      .run .worst { display: flex; flex-wrap: wrap; gap: 0.8rem; padding: 0; }
      .run .worst li { list-style: none; width: 6.5rem; font: 13px sans-serif; }
      .run .worst img { width: 6.5rem; image-rendering: pixelated; display: block; }
      .run h1, .run .facts td { overflow-wrap: anywhere; }
      .run .facts td { padding: 0.1rem 1.5em 0.1rem 0; vertical-align: top; }
      .run .facts td:first-child { color: var(--faint); white-space: nowrap; }
      .run .confusion tr:first-child th { border-bottom: 1px solid var(--line); }
      .run .confusion th { font-weight: 600; }
      </style>
      """;

  private final StringBuilder out = new StringBuilder();

  private RunReport() {}

  /// Writes the page.
  ///
  /// @param facts what is told at the top, by name
  public static String of(
      Task task, List<Epoch> history, Optional<Judged> judged, Map<String, String> facts) {
    var model = Jacobi.read(task.one().file(), task.one().text());
    String page = HtmlReport.of(List.of(Reports.of(model, Reports.Ask.plain())), Form.usual());
    var r = new RunReport();
    r.run(task, history, judged, facts);
    int head = page.indexOf("</head>");
    int main = page.indexOf("<article>");
    return page.substring(0, head)
        + STYLE
        + page.substring(head, main)
        + r.out
        + page.substring(main);
  }

  private void run(
      Task task, List<Epoch> history, Optional<Judged> judged, Map<String, String> facts) {
    out.append("<article class=\"run\">\n<h1>Training ").append(Html.escape(task.one().file()));
    out.append("</h1>\n");
    out.append("<table class=\"facts\">\n");
    facts.forEach((name, value) -> {
      out.append("<tr><td>").append(Html.escape(name)).append("</td><td>");
      out.append(Html.escape(value)).append("</td></tr>\n");
    });
    out.append("</table>\n");
    section("Loss");
    chart(
        "Loss by epoch",
        true,
        List.of(
            curve("training", history, Epoch::loss),
            curve("validation", history, Epoch::validationLoss)));
    if (task.countsRight()) {
      section("Share that is right");
      chart(
          "Share that is right by epoch",
          false,
          List.of(
              curve("training", history, Epoch::accuracy),
              curve("validation", history, Epoch::validationAccuracy)));
    }
    gradients(task, history);
    judged.ifPresent(this::judged);
    out.append("</article>\n");
  }

  private void section(String title) {
    out.append("<h2>").append(Html.escape(title)).append("</h2>\n");
  }

  private void chart(String title, boolean powers, List<Chart.Curve> curves) {
    out.append(Chart.of(title, powers, curves));
  }

  private static Chart.Curve curve(
      String name, List<Epoch> history, ToDoubleFunction<Epoch> value) {
    return new Chart.Curve(name, history.stream().map(value::applyAsDouble).toList());
  }

  private void gradients(Task task, List<Epoch> history) {
    if (history.stream().allMatch(e -> e.gradients().isEmpty())) return;
    section("Length of each gradient, on one batch");
    List<Chart.Curve> curves = new ArrayList<>();
    for (String p : task.parameters())
      curves.add(curve(p, history, e -> e.gradients().getOrDefault(p, Double.NaN)));
    chart("Length of each gradient by epoch", true, curves);
  }

  private void judged(Judged j) {
    section("What was taken for what");
    out.append(
        "<p>Examples of the test part: rows are what they are, columns what was said.</p>\n");
    out.append("<div class=\"scroll\"><table class=\"confusion\"><tr><th></th>");
    for (String c : j.classes()) out.append("<th>").append(Html.escape(c)).append("</th>");
    out.append("</tr>\n");
    for (int i = 0; i < j.counts().size(); i++) row(j, i);
    out.append("</table></div>\n");
    section("Where the cost is greatest");
    out.append("<ul class=\"worst\">\n");
    j.worst().forEach(this::worst);
    out.append("</ul>\n");
  }

  private void row(Judged j, int i) {
    List<Integer> row = j.counts().get(i);
    int all = Math.max(1, row.stream().mapToInt(n -> n).sum());
    out.append("<tr><th>").append(Html.escape(j.classes().get(i))).append("</th>");
    for (int k = 0; k < row.size(); k++) {
      int n = row.get(k);
      double share = Math.min(0.8, 5.0 * n / all);
      out.append(k == i ? "<td class=\"right\">" : n == 0 ? "<td>" : "<td class=\"wrong\" ");
      if (k != i && n > 0) out.append(String.format(Locale.ROOT, "style=\"--share:%.2f\">", share));
      out.append(n == 0 ? "" : n).append("</td>");
    }
    out.append("</tr>\n");
  }

  private void worst(Judged.Worst w) {
    out.append("<li>");
    w.picture()
        .ifPresent(p ->
            out.append("<img alt=\"example ")
                .append(w.example() + 1)
                .append("\" src=\"")
                .append(Png.address(p.array(), p.rows(), p.columns()))
                .append("\">"));
    out.append(Html.escape(w.is()));
    if (!w.is().equals(w.predicted())) out.append(" as ").append(Html.escape(w.predicted()));
    out.append("<br>example ").append(w.example() + 1);
    out.append(String.format(Locale.ROOT, "<br>cost %.3g</li>%n", w.cost()));
  }
}
