package dev.jacobi.cli;

import dev.jacobi.check.Checked;
import dev.jacobi.check.report.CheckHtml;
import dev.jacobi.check.report.CheckMarkdown;
import dev.jacobi.check.report.CheckText;
import dev.jacobi.print.report.Paint;
import java.util.List;

/// Writes checked documents in the format that was asked for.
record CheckWriter(CheckOptions options, Terminal terminal) {

  String text(List<Checked> all) {
    var read = all.stream().filter(c -> c.errors().isEmpty()).toList();
    return switch (options.to()) {
      case TEXT -> CheckText.of(read, style());
      case JSON -> CheckJson.of(all);
      case MARKDOWN -> CheckMarkdown.of(read, options.all());
      case HTML -> CheckHtml.of(read);
      case CSV -> CheckCsv.relations(read);
    };
  }

  private CheckText.Style style() {
    return new CheckText.Style(options.all(), options.ascii(), terminal.width(), paint());
  }

  /// No colours in a file.
  Paint paint() {
    return options.out().isPresent() ? Paint.PLAIN : terminal.paint();
  }
}
