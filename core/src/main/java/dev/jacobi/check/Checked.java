package dev.jacobi.check;

import dev.jacobi.notation.Problem;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A document, judged.
///
/// - `file`: how messages call it; `text`: what it says
/// - `layout`: the layout that makes most of its derivatives right (`ml`, `numerator`,
///   `denominator`)
/// - `assumptions`: what was taken for granted since the document does not say it, a sentence each
/// - `relations`: in the order of the text
/// - `errors`: of the key, or of the file as such
public record Checked(
    String file,
    String text,
    String layout,
    List<String> assumptions,
    List<Relation> relations,
    List<Problem> errors) {
  public Checked {
    assumptions = List.copyOf(assumptions);
    relations = List.copyOf(relations);
    errors = List.copyOf(errors);
  }

  /// How many relations have each verdict; all verdicts are there.
  public Map<Verdict, Integer> summary() {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    for (Verdict v : Verdict.values()) counts.put(v, 0);
    for (Relation r : relations) counts.merge(r.verdict(), 1, Integer::sum);
    return counts;
  }

  /// The exit status of a command: 0 when nothing is wrong or unread, 1 when something is, 2 when
  /// the file or its key could not be used.
  public int status() {
    if (!errors.isEmpty()) return 2;
    boolean bad =
        relations.stream().anyMatch(r -> r.verdict().isWrong() || r.verdict() == Verdict.UNREAD);
    return bad ? 1 : 0;
  }
}
