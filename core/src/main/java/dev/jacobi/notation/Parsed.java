package dev.jacobi.notation;

import java.util.List;
import java.util.Set;

/// What reading a file gave: the statements that could be read, and everything that could not, both
/// in the order of the file. Statements after a bad one are still there; `lost` are the names that
/// the bad ones would have declared or defined.
public record Parsed(List<Statement> statements, List<Problem> problems, Set<String> lost) {
  public Parsed {
    statements = List.copyOf(statements);
    problems = List.copyOf(problems);
    lost = Set.copyOf(lost);
  }
}
