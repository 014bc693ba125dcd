package dev.jacobi.notation;

import java.util.List;

/// What reading a file gave: the statements that could be read, and everything that could not, both
/// in the order of the file. Statements after a bad one are still there.
public record Parsed(List<Statement> statements, List<Problem> problems) {
  public Parsed {
    statements = List.copyOf(statements);
    problems = List.copyOf(problems);
  }
}
