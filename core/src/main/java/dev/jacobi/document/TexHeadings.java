package dev.jacobi.document;

import java.util.Map;

/// What LaTeX marks as a heading, by commands and by environments.
final class TexHeadings {
  private static final Map<String, Integer> LEVELS =
      Map.ofEntries(
          Map.entry("part", 1),
          Map.entry("chapter", 1),
          Map.entry("section", 1),
          Map.entry("subsection", 2),
          Map.entry("subsubsection", 3),
          Map.entry("paragraph", 4),
          Map.entry("subparagraph", 5),
          Map.entry("problem", 2),
          Map.entry("exercise", 2),
          Map.entry("question", 2),
          Map.entry("subproblem", 3));

  private static final int OF_ENVIRONMENT = 4;

  private static final Map<String, String> ENVIRONMENTS =
      Map.ofEntries(
          Map.entry("problem", "Problem"),
          Map.entry("question", "Question"),
          Map.entry("exercise", "Exercise"),
          Map.entry("task", "Task"),
          Map.entry("solution", "Solution"),
          Map.entry("answer", "Answer"),
          Map.entry("proof", "Proof"),
          Map.entry("lemma", "Lemma"),
          Map.entry("theorem", "Theorem"),
          Map.entry("proposition", "Proposition"),
          Map.entry("corollary", "Corollary"),
          Map.entry("definition", "Definition"),
          Map.entry("claim", "Claim"),
          Map.entry("example", "Example"),
          Map.entry("remark", "Remark"),
          Map.entry("homeworkProblem", "Problem"));

  private TexHeadings() {}

  /// The level of a heading by its command, 0 when the command makes none.
  static int level(String command) {
    return LEVELS.getOrDefault(command, 0);
  }

  static int environmentLevel() {
    return OF_ENVIRONMENT;
  }

  /// The title that an environment gives, empty when it gives none.
  static String title(String environment, Map<String, String> theorems) {
    String plain =
        environment.endsWith("*")
            ? environment.substring(0, environment.length() - 1)
            : environment;
    return theorems.getOrDefault(environment, ENVIRONMENTS.getOrDefault(plain, ""));
  }
}
