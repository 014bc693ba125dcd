package dev.jacobi.check;

import dev.jacobi.elaborate.Claims;
import dev.jacobi.elaborate.Manner.Layout;
import dev.jacobi.eval.Point;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.ValueSet;
import dev.jacobi.expr.Variable;
import dev.jacobi.notation.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What would save a relation that does not hold: that a vector sums to one. A document may leave
/// it unsaid where it calls the vector a label or a probability; a text may not.
final class Saved {
  private static final Set<String> LABELS =
      Set.of(
          "label",
          "labels",
          "one-hot",
          "onehot",
          "probability",
          "probabilities",
          "distribution",
          "etiqueta",
          "etiquetas",
          "probabilidad",
          "probabilidade",
          "probabilidades",
          "distribución",
          "wahrscheinlichkeit",
          "wahrscheinlichkeiten",
          "verteilung",
          "probabilité",
          "probabilités",
          "étiquette",
          "etichetta",
          "probabilità",
          "вероятность",
          "распределение");

  private static final Pattern HAN = Pattern.compile("标签|概率|分布|独热");

  private static final int POINTS = 2;

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
    Comparison plain = comparison(run.setting, head, side);
    for (Variable v : run.setting.model.variables().values()) {
      if (!mayBeLabel(v) || !restOn(head, side, v.name())) continue;
      if (isHopeless(plain, head, side, v)) continue;
      String fact = (v.shape().size() == 2 ? "rowsum(" : "sum(") + v.name() + ") = 1";
      Optional<Setting> other = run.setting.assuming(fact);
      if (other.isEmpty()) continue;
      Comparison.Outcome o = comparison(other.get(), head, side).compare(head, side);
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

  private Comparison comparison(Setting setting, Syntax head, Syntax side) {
    var letters = new Claims.Letters(new Interpreter(setting).letters(List.of(head, side)));
    return new Comparison(setting, letters, run.cases, layout, reading);
  }

  /// Whether the two differ where it sums to one, too: mostly they do, and what rests on it need
  /// not be derived anew.
  private boolean isHopeless(Comparison plain, Syntax head, Syntax side, Variable v) {
    boolean other = run.setting.model.facts().stream().anyMatch(f -> f.pattern().mayHold(v.name()));
    if (other || !run.cases.isEmpty()) return false;
    for (int n = 0; n < POINTS; n++) {
      Point p = run.setting.point(n);
      p.put(v.name(), summingToOne(p.array(v.name()), p.size(v.shape().getLast())));
      if (!plain.mayAgreeAt(head, side, p)) return true;
    }
    return false;
  }

  private static double[] summingToOne(double[] x, int row) {
    double[] y = new double[x.length];
    for (int from = 0; from < x.length; from += row) {
      double sum = 0;
      for (int q = from; q < from + row; q++) sum += Math.abs(x[q]);
      for (int q = from; q < from + row; q++) y[q] = Math.abs(x[q]) / sum;
    }
    return y;
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
    for (String w : run.vocabulary) if (LABELS.contains(w) || HAN.matcher(w).find()) return true;
    return false;
  }
}
