package dev.jacobi.check;

import dev.jacobi.notation.Place;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One relation of a document, judged.
///
/// - `place`: where it stands in the file, from its relation sign on (from its left side on for the
///   first of a chain)
/// - `written`: that stretch of the file, as it was written; `spelling` says how (`tex` or `text`)
/// - `section`: the heading it stands under, or the section of the key
/// - `verdict`: against the truth, which is the head of its chain; `step`: whether it follows from
///   the line above it and the writer's own earlier lines
/// - `follows`: the line of the mistake that this one only inherits
/// - `tier`: how it was proved (`canonical`, `expanded`, `facts`, …), for [Verdict#PROVED]
/// - `points` and `maxError`: in how many points both sides were compared, and the greatest
///   relative difference (no unit)
/// - `layout`, `condition`: what it holds under, where that is not the document's own
/// - `uses`: facts it rests on, as `sum(y) = 1`
/// - `diagnosis` and `message`: the mistake's code, and what is said of the relation in a sentence
///   or two
/// - `correct`: what should stand there
/// - `counterexample`: the names that matter with readable numbers; a value is a number, or nested
///   lists of them
/// - `reason`: for [Verdict#UNREAD], what stopped the reader
public record Relation(
    Place place,
    String spelling,
    String written,
    String section,
    Verdict verdict,
    Step step,
    Optional<Integer> follows,
    Optional<String> tier,
    int points,
    double maxError,
    Optional<String> layout,
    Optional<String> condition,
    Set<String> uses,
    Optional<Code> diagnosis,
    String message,
    Optional<Correct> correct,
    Map<String, Object> counterexample,
    Optional<String> reason) {

  /// A formula in both spellings.
  public record Correct(String text, String latex) {}

  /// How a relation stands to what was written before it.
  public enum Step {
    /// It follows from the line above.
    HOLDS,
    /// It does not follow: the place of the mistake.
    FAILS,
    /// There is nothing before it to follow from, or it could not be told.
    NONE;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
