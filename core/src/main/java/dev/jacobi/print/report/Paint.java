package dev.jacobi.print.report;

/// Emphasis on a terminal, or none.
public enum Paint {
  PLAIN("", "", "", "", "", "", ""),
  COLOUR(
      "\u001b[1;34m",
      "\u001b[2m",
      "\u001b[1m",
      "\u001b[32m",
      "\u001b[33m",
      "\u001b[1;31m",
      "\u001b[0m");

  private final String heading;
  private final String faint;
  private final String strong;
  private final String right;
  private final String doubtful;
  private final String wrong;
  private final String end;

  Paint(
      String heading,
      String faint,
      String strong,
      String right,
      String doubtful,
      String wrong,
      String end) {
    this.heading = heading;
    this.faint = faint;
    this.strong = strong;
    this.right = right;
    this.doubtful = doubtful;
    this.wrong = wrong;
    this.end = end;
  }

  public String heading(String s) {
    return s.isBlank() ? s : heading + s + end;
  }

  public String faint(String s) {
    return faint + s + end;
  }

  public String strong(String s) {
    return strong + s + end;
  }

  public String right(String s) {
    return right + s + end;
  }

  public String doubtful(String s) {
    return doubtful + s + end;
  }

  public String wrong(String s) {
    return wrong + s + end;
  }
}
