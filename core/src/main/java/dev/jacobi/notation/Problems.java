package dev.jacobi.notation;

import java.util.List;

/// Error text: every problem with its line of the input and a mark under the place.
///
/// ```
/// hw1.jacobi:9:6: W1 has shape a × n and x has length m: the inner extents differ
///   9 | s1 = W1 x + b1
///     |      ^^^^
///   hint: …
/// ```
public final class Problems {
  private static final int MAX_SHOWN = 100;
  private static final int WIDTH = 92;

  private Problems() {}

  /// The problems of a file, in the order given, as text for people; at most a hundred, then how
  /// many more there are. Columns count code points; a line too long to show is cut around its
  /// mark.
  public static String render(String file, String text, List<Problem> problems) {
    StringBuilder out = new StringBuilder();
    var lines = new Excerpt(text, WIDTH, "…");
    int shown = Math.min(problems.size(), MAX_SHOWN);
    for (int i = 0; i < shown; i++) {
      append(out, file, lines, problems.get(i));
    }
    if (shown < problems.size()) {
      out.append(file).append(": and ").append(problems.size() - shown).append(" more\n");
    }
    return out.toString();
  }

  private static void append(StringBuilder out, String file, Excerpt lines, Problem problem) {
    Place place = problem.place();
    var shown = lines.at(place);
    out.append(file);
    if (shown.isPresent()) {
      out.append(':').append(place.line()).append(':').append(place.column());
    }
    out.append(": ").append(problem.message()).append('\n');
    shown.ifPresent(s -> out.append(s.line()).append('\n').append(s.mark()).append('\n'));
    if (!problem.hint().isEmpty()) {
      out.append("  hint: ").append(problem.hint()).append('\n');
    }
  }
}
