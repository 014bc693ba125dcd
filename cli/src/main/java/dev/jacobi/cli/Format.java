package dev.jacobi.cli;

/// What `--to` can ask for, and the ending of a file that holds it.
enum Format {
  TEXT(".txt"),
  LATEX(".tex"),
  LATEX_DOCUMENT(".tex"),
  MARKDOWN(".md"),
  HTML(".html"),
  JSON(".json"),
  NUMPY(".py"),
  PYTORCH(".py"),
  JAVA(".java");

  private final String ending;

  Format(String ending) {
    this.ending = ending;
  }

  String ending() {
    return ending;
  }
}
