package dev.jacobi.check;

import dev.jacobi.check.Comparison.Kind;
import dev.jacobi.check.Comparison.Outcome;
import dev.jacobi.notation.LatexSpelling;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says of a relation that does not hold how it goes wrong: the cheapest edit of what was written
/// that makes it true, and a counterexample.
final class Wrong {
  private final Run run;
  private final Setting setting;
  private final List<Optional<Syntax>> sides;
  private final Comparison comparison;
  private final Outcome outcome;

  Wrong(
      Run run,
      Setting setting,
      List<Optional<Syntax>> sides,
      Comparison comparison,
      Outcome outcome) {
    this.run = run;
    this.setting = setting;
    this.sides = sides;
    this.comparison = comparison;
    this.outcome = outcome;
  }

  Relation relation(int q, Relation.Step step, int wrong, RelationBuilder b) {
    if (outcome.kind() == Kind.UNKNOWN) return b.unread(outcome.problem().orElseThrow()).build();
    boolean shapes = outcome.kind() == Kind.SHAPES;
    b.verdict(shapes ? Verdict.MALFORMED : Verdict.REFUTED).step(step).difference(outcome);
    if (shapes) b.message(Differentials.said(outcome.problem().orElseThrow().message()));
    if (step == Relation.Step.HOLDS && wrong > 0) {
      int line = run.sides.get(wrong).place().line();
      return b.follows(line).message("it follows from line " + line + ", which is wrong").build();
    }
    Syntax head = sides.get(0).orElseThrow();
    Syntax side = sides.get(q).orElseThrow();
    if (!shapes && outcome.problem().isPresent())
      return b.diagnosis(Code.CASE)
          .message(outcome.problem().get().message())
          .counterexample(counterexample(head, side, Optional.empty()))
          .build();
    var diagnosis = new Diagnosis(setting, comparison, run.cases, head);
    Optional<Diagnosis.Found> found = diagnosis.find(side).filter(f -> isSpoken(f.edited()));
    if (found.isEmpty() && !shapes && !run.code && !run.spelling.equals("text")) {
      Optional<Relation> least =
          new Stationary(setting, new ZeroPoints(setting, comparison)).unsaid(head, side, b);
      if (least.isPresent()) return least.get();
    }
    Optional<Syntax> right =
        found.map(Diagnosis.Found::edited).or(() -> diagnosis.right().filter(Wrong::isSpoken));
    right.ifPresent(s -> b.correct(correct(Differentials.said(s))));
    if (found.isPresent()) {
      b.diagnosis(found.get().code()).message(Differentials.said(found.get().sentence()));
    } else {
      b.diagnosis(shapes ? code() : Code.UNKNOWN)
          .message("the two sides differ; no single slip was found that explains it");
    }
    if (!shapes) b.counterexample(counterexample(head, side, right));
    return b.build();
  }

  private Map<String, Object> counterexample(Syntax head, Syntax side, Optional<Syntax> right) {
    Map<String, Object> values = new LinkedHashMap<>();
    new Counterexample(setting, comparison)
        .of(head, side, right, outcome.witness())
        .forEach((name, x) -> values.put(Differentials.said(name), x));
    return values;
  }

  /// Whether all its names are those of people.
  private static boolean isSpoken(Syntax s) {
    return !Interpreter.names(s).contains("byplace")
        && Interpreter.names(s).stream().allMatch(n -> !Differentials.said(n).startsWith("·"));
  }

  /// What does not fit: indices, or shapes.
  private Code code() {
    String message = outcome.problem().orElseThrow().message();
    return message.contains(" index") || message.contains(" indices") ? Code.INDEX : Code.SHAPE;
  }

  private static Relation.Correct correct(Syntax s) {
    return new Relation.Correct(TextSpelling.PLAIN.spell(s), new LatexSpelling().spell(s));
  }
}
