package dev.jacobi.cli;

import java.nio.file.Path;

/// What `jacobi check --to` can ask for, and the ending of a file that holds it.
enum CheckFormat {
  TEXT(".check.txt"),
  JSON(".check.json"),
  MARKDOWN(".check.md"),
  HTML(".check.html"),
  CSV(".check.csv");

  private final String ending;

  CheckFormat(String ending) {
    this.ending = ending;
  }

  /// The report on a document, below a folder of reports: `ann/hw.md.check.html`.
  Path file(Documents.Document document) {
    var within = document.within();
    return within.resolveSibling(within.getFileName() + ending);
  }
}
