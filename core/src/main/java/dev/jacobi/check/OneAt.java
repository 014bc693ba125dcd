package dev.jacobi.check;

import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Variable;
import dev.jacobi.notation.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What holds where a letter is the place of the one: `C = -\log p_k`, with k the class that is
/// right. A letter is taken so where the words say it, or where the head of the chain has none of
/// its name.
final class OneAt {
  private final Run run;
  private final Interpreter interpreter;

  OneAt(Run run, Interpreter interpreter) {
    this.run = run;
    this.interpreter = interpreter;
  }

  /// The outcome under the first letter that makes both equal.
  Optional<Comparison.Outcome> outcome(Syntax head, Syntax side, Comparison comparison) {
    Optional<Variable> hot = run.setting.oneHot();
    if (hot.isEmpty() || !isVector(hot.get())) return Optional.empty();
    List<String> own = interpreter.letters(List.of(head));
    List<String> letters = new ArrayList<>();
    List<String> beside = interpreter.letters(List.of(side));
    for (String l : comparison.letters())
      if (run.hot.contains(l) || beside.contains(l) && !own.contains(l)) letters.add(l);
    for (String l : letters) {
      Comparison.Outcome o = comparison.oneAt(l).compare(head, side);
      if (o.isEqual() && !o.turned() && o.hot().isPresent()) return Optional.of(o);
    }
    return Optional.empty();
  }

  private static boolean isVector(Variable v) {
    return v.shape().stream().filter(e -> !e.equals(Extent.ONE)).count() == 1;
  }
}
