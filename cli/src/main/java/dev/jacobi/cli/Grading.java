package dev.jacobi.cli;

import dev.jacobi.check.Checked;
import dev.jacobi.check.report.ClassReport;
import dev.jacobi.check.report.Feedback;
import dev.jacobi.check.report.Grade;
import dev.jacobi.check.report.Scheme;
import java.util.List;

/// `jacobi check --class`: submissions into tables for their grader, and with `--out` into a folder
/// with the tables and a feedback file for each submission.
final class Grading {
  private final Judge judge;
  private final CheckOptions options;
  private final Terminal terminal;
  private final Scheme scheme;

  Grading(Judge judge, CheckOptions options, Terminal terminal) {
    this.judge = judge;
    this.options = options;
    this.terminal = terminal;
    this.scheme =
        options
            .scheme()
            .map(s -> Schemes.read(Source.read(s, terminal.in())))
            .orElse(Scheme.usual());
  }

  Exit run() {
    options.out().ifPresent(WholeFile::folder);
    var key = options.key().map(k -> Source.read(k, terminal.in()));
    var documents = Documents.of(options.files(), options.outFile());
    List<Checked> checked;
    try (var progress = terminal.progress(documents.size())) {
      checked = new Judging(judge, key, terminal.in()).all(documents, progress, this::feedback);
    }
    Check.complain(checked, key, terminal);
    var grades = checked.stream().map(scheme::grade).toList();
    options
        .out()
        .ifPresent(folder -> {
          WholeFile.write(folder.resolve("class.check.csv"), CheckCsv.submissions(grades));
          WholeFile.write(folder.resolve("class.check.md"), ClassReport.markdown(grades));
        });
    terminal.out().print(text(grades));
    return Check.exit(checked);
  }

  private String text(List<Grade> grades) {
    return switch (options.to()) {
      case CSV -> CheckCsv.submissions(grades);
      case MARKDOWN -> ClassReport.markdown(grades);
      case TEXT, JSON, HTML -> ClassReport.text(grades, terminal.paint());
    };
  }

  /// Written as soon as its submission is judged, so that a run that is killed leaves what it did.
  private void feedback(Documents.Document document, Checked checked) {
    if (options.out().isPresent()) {
      new Output(options.out(), terminal)
          .write(CheckFormat.MARKDOWN.file(document), Feedback.of(scheme.grade(checked)));
    }
  }
}
