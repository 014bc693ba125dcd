package dev.jacobi.check;

import dev.jacobi.notation.Place;
import dev.jacobi.notation.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Collects what is said of one relation.
final class RelationBuilder {
  private final Place place;
  private final String spelling;
  private final String written;
  private final String section;
  private Verdict verdict = Verdict.UNREAD;
  private Relation.Step step = Relation.Step.NONE;
  private Optional<Integer> follows = Optional.empty();
  private Optional<String> tier = Optional.empty();
  private int points;
  private double maxError;
  private Optional<String> layout = Optional.empty();
  private final List<String> conditions = new ArrayList<>();
  private Set<String> uses = new LinkedHashSet<>();
  private Optional<Code> diagnosis = Optional.empty();
  private final List<String> sentences = new ArrayList<>();
  private Optional<Relation.Correct> correct = Optional.empty();
  private Map<String, Object> counterexample = new LinkedHashMap<>();
  private Optional<String> reason = Optional.empty();

  RelationBuilder(Place place, String spelling, String written, String section) {
    this.place = place;
    this.spelling = spelling;
    this.written = written;
    this.section = section;
  }

  RelationBuilder verdict(Verdict v) {
    this.verdict = v;
    return this;
  }

  RelationBuilder message(String sentence) {
    sentences.add(sentence);
    return this;
  }

  /// Both sides are equal; how that is known.
  RelationBuilder agreement(Comparison.Outcome o) {
    verdict = o.tier().isPresent() ? Verdict.PROVED : Verdict.AGREES;
    tier = o.tier();
    points = o.points();
    maxError = o.error();
    uses = new LinkedHashSet<>(o.uses());
    return this;
  }

  RelationBuilder difference(Comparison.Outcome o) {
    points = o.points();
    maxError = o.error();
    return this;
  }

  RelationBuilder step(Relation.Step s) {
    step = s;
    return this;
  }

  RelationBuilder follows(int line) {
    follows = Optional.of(line);
    return this;
  }

  RelationBuilder layout(String l) {
    layout = Optional.of(l);
    return this;
  }

  /// It holds only so.
  RelationBuilder condition(String c) {
    conditions.add(c);
    if (verdict.isTrue()) verdict = Verdict.CONDITIONAL;
    return this;
  }

  /// The value is right, the writing is not.
  RelationBuilder note(String defect) {
    sentences.add(defect);
    if (verdict == Verdict.PROVED || verdict == Verdict.AGREES) verdict = Verdict.NOTATION;
    return this;
  }

  RelationBuilder diagnosis(Code code) {
    diagnosis = Optional.of(code);
    return this;
  }

  RelationBuilder correct(Relation.Correct c) {
    correct = Optional.of(c);
    return this;
  }

  RelationBuilder counterexample(Map<String, Object> values) {
    counterexample = values;
    return this;
  }

  RelationBuilder unread(Problem p) {
    verdict = Verdict.UNREAD;
    reason = Optional.of(p.message());
    return this;
  }

  Relation build() {
    return new Relation(
        place,
        spelling,
        written,
        section,
        verdict,
        step,
        follows,
        tier,
        points,
        maxError,
        layout,
        conditions.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", conditions)),
        uses,
        diagnosis,
        String.join(". ", sentences),
        correct,
        counterexample,
        reason);
  }
}
