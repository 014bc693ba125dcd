package dev.jacobi.web.work;

import dev.jacobi.Jacobi;
import dev.jacobi.Model;
import dev.jacobi.Reports;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.print.Printer.Layout;
import dev.jacobi.print.report.Report;
import java.util.ArrayList;
import java.util.List;

/// A model in a question, and what is asked of it.
record Asked(Model model, Report report, List<String> names) {
  private static final String FILE = "model.jacobi";

  static Asked of(Question q) {
    var model = Jacobi.read(FILE, q.text("text"));
    var layout = q.choice("layout", Layout.class, Layout.ML);
    var report = Reports.of(model, new Reports.Ask(layout, q.optional("of"), q.names("wrt")));
    return new Asked(model, report, names(model, report));
  }

  /// Every name that can be pointed at: the declared ones, then those that are defined.
  private static List<String> names(Model model, Report report) {
    List<String> all = new ArrayList<>(model.read().model().variables().keySet());
    for (var d : report.definitions()) if (!all.contains(d.name())) all.add(d.name());
    return all;
  }

  /// How the user writes a name.
  String shown(String name) {
    return TextSpelling.PLAIN.spell(model.printer().name(name));
  }
}
