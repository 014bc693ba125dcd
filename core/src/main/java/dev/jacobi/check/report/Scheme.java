package dev.jacobi.check.report;

import dev.jacobi.check.Checked;
import dev.jacobi.check.Relation;
import dev.jacobi.check.Relation.Step;
import dev.jacobi.check.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How verdicts become points.
///
/// - `questions`: by the beginning of a section's heading, as `2.1`; the longest that fits counts
/// - `others`: what any other section is worth; none when they are worth nothing
/// - `verdicts`: the share of the points that a relation earns, from 0 to 1
/// - `follows`: the share of a wrong relation that only inherits a mistake
/// - `step`: the most that a right relation earns if its own step is wrong
public record Scheme(
    Map<String, Question> questions,
    Optional<Question> others,
    Map<Verdict, Double> verdicts,
    double follows,
    double step) {

  /// What a question is worth, and how many judged relations a whole answer has at least: a shorter
  /// one earns less.
  public record Question(double points, int lines) {}

  /// Where a relation stands outside every section.
  static final String NO_SECTION = "(no section)";

  public Scheme {
    questions = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(questions));
    verdicts = Map.copyOf(verdicts);
  }

  /// Ten points for every section, half of them for what only inherits a mistake.
  public static Scheme usual() {
    return new Scheme(Map.of(), Optional.of(new Question(10, 0)), usualCredit(), 0.5, 0.5);
  }

  /// Of the usual scheme: everything for what is true, three quarters for what is badly written.
  public static Map<Verdict, Double> usualCredit() {
    Map<Verdict, Double> credit = new EnumMap<>(Verdict.class);
    for (Verdict v : Verdict.values()) credit.put(v, v.isTrue() ? 1.0 : 0.0);
    credit.put(Verdict.NOTATION, 0.75);
    return credit;
  }

  /// The points of a submission, question by question.
  public Grade grade(Checked file) {
    Map<String, List<Relation>> answers = new LinkedHashMap<>();
    for (String q : questions.keySet()) answers.put(q, new ArrayList<>());
    for (Relation r : file.relations())
      if (r.verdict() != Verdict.DEFINITION)
        question(r.section())
            .ifPresent(q -> answers.computeIfAbsent(q, _ -> new ArrayList<>()).add(r));
    List<Grade.Mark> marks = new ArrayList<>();
    answers.forEach((q, relations) -> marks.add(mark(q, relations)));
    return new Grade(file, marks);
  }

  /// The question that a section answers; none when it is worth nothing.
  Optional<String> question(String section) {
    String heading = Said.oneLine(section);
    Optional<String> best =
        questions.keySet().stream()
            .filter(q -> starts(heading, q))
            .max(java.util.Comparator.comparingInt(String::length));
    if (best.isPresent() || others.isEmpty()) return best;
    return Optional.of(heading.isEmpty() ? NO_SECTION : heading);
  }

  /// `2.1` starts `2.1 Softmax` and `2.1(a)`, not `2.10 Layers`.
  private static boolean starts(String heading, String question) {
    if (!heading.regionMatches(true, 0, question, 0, question.length())) return false;
    return heading.length() == question.length()
        || !Character.isLetterOrDigit(heading.charAt(question.length()));
  }

  private Grade.Mark mark(String question, List<Relation> answer) {
    Question worth = questions.containsKey(question) ? questions.get(question) : others.get();
    double earned = 0;
    int unread = 0;
    for (Relation r : answer) {
      earned += credit(r);
      if (r.verdict() == Verdict.UNREAD) unread++;
    }
    double each = worth.points() / Math.max(1, Math.max(worth.lines(), answer.size()));
    double open = answer.isEmpty() ? worth.points() : unread * each;
    return new Grade.Mark(question, earned * each, worth.points(), open, answer);
  }

  /// The share of its points that a relation earns.
  double credit(Relation r) {
    double credit = verdicts.getOrDefault(r.verdict(), 0.0);
    boolean inherits = r.follows().isPresent() || r.step() == Step.HOLDS;
    if (r.verdict().isWrong() && inherits) return Math.max(credit, follows);
    return r.step() == Step.FAILS ? Math.min(credit, step) : credit;
  }
}
