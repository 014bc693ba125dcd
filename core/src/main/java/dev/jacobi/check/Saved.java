package dev.jacobi.check;

import dev.jacobi.elaborate.Claims;
import dev.jacobi.elaborate.Manner.Layout;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.ValueSet;
import dev.jacobi.expr.Variable;
import dev.jacobi.notation.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What would save a relation that does not hold: that a vector sums to one. A document may leave
/// it unsaid where it calls the vector a label or a probability; a text may not.
final class Saved {
  private static final Set<String> LABELS =
      Set.of(
          "label", "labels", "one-hot", "onehot", "probability", "probabilities", "distribution");

  private final Run run;
  private final Layout layout;
  private final Comparison.Reading reading;

  Saved(Run run, Layout layout, Comparison.Reading reading) {
    this.run = run;
    this.layout = layout;
    this.reading = reading;
  }

  /// What is said of a relation that came out so.
  Optional<Relation> relation(
      Syntax head, Syntax side, Comparison own, Comparison.Outcome outcome, RelationBuilder b) {
    for (Variable v : run.setting.model.variables().values()) {
      if (!mayBeLabel(v) || !restOn(head, side, v.name())) continue;
      String fact = (v.shape().size() == 2 ? "rowsum(" : "sum(") + v.name() + ") = 1";
      Optional<Setting> other = run.setting.assuming(fact);
      if (other.isEmpty()) continue;
      var letters = new Claims.Letters(new Interpreter(other.get()).letters(List.of(head, side)));
      var comparison = new Comparison(other.get(), letters, run.cases, layout, reading);
      Comparison.Outcome o = comparison.compare(head, side);
      boolean proved = o.tier().isPresent(); // a kink may hide at a few points
      if (!o.isEqual() || !proved || o.turned()) continue;
      if (reading != Comparison.Reading.STRICT && saysLabel())
        return Optional.of(b.agreement(o).condition(fact).build());
      return Optional.of(
          b.verdict(Verdict.REFUTED)
              .diagnosis(Code.TERM)
              .message("it holds only where " + fact + ", which nothing says")
              .difference(outcome)
              .counterexample(
                  new Counterexample(run.setting, own)
                      .of(head, side, Optional.empty(), outcome.witness()))
              .build());
    }
    return Optional.empty();
  }

  private static boolean mayBeLabel(Variable v) {
    boolean vector = v.shape().size() == 1 || v.shape().size() == 2;
    boolean free =
        v.set() == ValueSet.REAL
            || v.set() == ValueSet.POSITIVE
            || v.set() == ValueSet.UNIT
            || v.set() == ValueSet.OPEN_UNIT;
    return vector && free && !v.shape().getLast().equals(Extent.ONE);
  }

  private boolean restOn(Syntax head, Syntax side, String name) {
    List<String> names = new ArrayList<>(Interpreter.names(head));
    names.addAll(Interpreter.names(side));
    return names.stream().anyMatch(n -> run.setting.restsOn(n, name));
  }

  private boolean saysLabel() {
    for (String w : run.vocabulary) if (LABELS.contains(w)) return true;
    return false;
  }
}
