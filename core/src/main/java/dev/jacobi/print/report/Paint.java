package dev.jacobi.print.report;

/// Emphasis on a terminal, or none.
public enum Paint {
  PLAIN("", "", "", ""),
  COLOUR("\u001b[1;34m", "\u001b[2m", "\u001b[1m", "\u001b[0m");

  private final String heading;
  private final String faint;
  private final String strong;
  private final String end;

  Paint(String heading, String faint, String strong, String end) {
    this.heading = heading;
    this.faint = faint;
    this.strong = strong;
    this.end = end;
  }

  String heading(String s) {
    return s.isBlank() ? s : heading + s + end;
  }

  String faint(String s) {
    return faint + s + end;
  }

  String strong(String s) {
    return strong + s + end;
  }
}
