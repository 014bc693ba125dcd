package dev.jacobi.check.report;

import dev.jacobi.check.Checked;
import dev.jacobi.check.Relation;
import dev.jacobi.check.Relation.Step;
import dev.jacobi.check.Verdict;
import dev.jacobi.print.report.TraceText;
import dev.jacobi.print.report.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// What is said of a relation in words, the same in every format.
public final class Said {
  private static final String STEP_FAILS =
      "it is right, but does not follow from what stands before it";

  private Said() {}

  /// One more thing to know of a relation: what kind of thing, and the words.
  public record Note(String label, String words) {}

  /// Whether there is nothing to say of it but that it is right.
  public static boolean isPlain(Relation r) {
    boolean right =
        switch (r.verdict()) {
          case DEFINITION, PROVED, AGREES -> true;
          case CONDITIONAL, NOTATION, REFUTED, MALFORMED, UNREAD -> false;
        };
    return right && r.step() != Step.FAILS && r.layout().isEmpty() && r.condition().isEmpty();
  }

  /// `refuted (sign)`, `proved`.
  public static String headline(Relation r) {
    return r.verdict().word() + r.diagnosis().map(c -> " (" + c.word() + ")").orElse("");
  }

  /// The verdict in a sentence: the checker's own, if it has one.
  public static String sentence(Relation r) {
    if (!r.message().isBlank()) return oneLine(r.message());
    return switch (r.verdict()) {
      case DEFINITION -> "introduces a name, a shape or a case";
      case PROVED -> "true" + r.tier().map(t -> ", by the tier `" + t + "`").orElse("");
      case AGREES -> "true at each of " + points(r);
      case CONDITIONAL -> "true" + r.condition().map(c -> " if " + c).orElse(" in another layout");
      case NOTATION -> "the value is right, the writing is not";
      case REFUTED -> "not true";
      case MALFORMED -> "the shapes do not fit";
      case UNREAD -> "not understood" + r.reason().map(x -> ": " + oneLine(x)).orElse("");
    };
  }

  /// What else is known, in the order in which it helps.
  public static List<Note> notes(Relation r) {
    List<Note> notes = new ArrayList<>();
    if (!r.counterexample().isEmpty()) notes.add(new Note("at", values(r.counterexample())));
    r.follows().ifPresent(f -> notes.add(new Note("follows", "from the mistake in line " + f)));
    if (r.verdict().isTrue() && r.step() == Step.FAILS) notes.add(new Note("step", STEP_FAILS));
    if (!r.message().isBlank()) r.condition().ifPresent(c -> notes.add(new Note("if", c)));
    r.layout().ifPresent(l -> notes.add(new Note("layout", l)));
    if (!r.uses().isEmpty()) notes.add(new Note("uses", String.join(", ", r.uses())));
    if (!r.message().isBlank())
      r.reason().ifPresent(x -> notes.add(new Note("stopped by", oneLine(x))));
    boolean sampled = r.verdict() != Verdict.PROVED && r.counterexample().isEmpty();
    if (r.points() > 0 && sampled) notes.add(new Note("compared", points(r)));
    return notes;
  }

  private static String points(Relation r) {
    String at = r.points() + (r.points() == 1 ? " point" : " points");
    if (r.points() == 0) return "the points tried";
    return at + ", greatest relative difference " + small(r.maxError());
  }

  private static String small(double x) {
    return x > 0 && x < 0.01 ? Words.scientific(x) : TraceText.number(x);
  }

  /// `y = [0.2, 0.8], t = 0.5`.
  static String values(Map<String, Object> values) {
    List<String> parts = new ArrayList<>();
    values.forEach((name, value) -> parts.add(name + " = " + value(value)));
    return String.join(", ", parts);
  }

  private static String value(Object value) {
    return switch (value) {
      case Collection<?> list ->
          "[" + String.join(", ", list.stream().map(Said::value).toList()) + "]";
      case Number n -> TraceText.number(n.doubleValue());
      default -> value.toString();
    };
  }

  /// `3 relations: 1 definition, 2 proved`; verdicts that nothing has are left out.
  static String counts(List<Checked> files) {
    int all = files.stream().mapToInt(f -> f.relations().size()).sum();
    List<String> parts = new ArrayList<>();
    for (Verdict v : Verdict.values()) {
      int n = files.stream().mapToInt(f -> f.summary().get(v)).sum();
      if (n > 0) parts.add(n + " " + v.word());
    }
    String head = all + (all == 1 ? " relation" : " relations");
    return parts.isEmpty() ? "nothing to check" : head + ": " + String.join(", ", parts);
  }

  /// Without line breaks: what was written may go over several lines.
  static String oneLine(String s) {
    return s.strip().replaceAll("\\s+", " ");
  }
}
