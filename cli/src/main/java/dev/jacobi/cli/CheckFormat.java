package dev.jacobi.cli;

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

  String ending() {
    return ending;
  }
}
