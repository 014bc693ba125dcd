package dev.jacobi.check;

import dev.jacobi.expr.Variable;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Trees;
import dev.jacobi.notation.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `−log y if t = 1, −log(1 − y) if t = 0` where t may be any number: almost everywhere neither
/// case holds, so that numbers tell nothing of either.
final class ValueCases {
  private final Setting setting;

  ValueCases(Setting setting) {
    this.setting = setting;
  }

  /// The name that tells the cases of a formula apart by its value; none where there is no such.
  Optional<String> of(Syntax side) {
    List<String> found = new ArrayList<>();
    Trees.walk(
        side,
        x -> {
          if (x instanceof Syntax.Call c
              && c.function().equals("where")
              && c.arguments().getFirst() instanceof Syntax.Compare condition
              && condition.relation() == Syntax.Relation.EQUAL
              && condition.right() instanceof Syntax.Num) value(condition.left(), found);
        });
    return found.stream().findFirst();
  }

  private void value(Syntax s, List<String> found) {
    Syntax array = s instanceof Syntax.Entry e ? e.of() : s;
    if (!(array instanceof Syntax.Name n)) return;
    String name = Vocabulary.canonicalName(n.text());
    Variable v = setting.model.variables().get(name);
    boolean any = v == null ? setting.model.knows(name) : !v.set().hasFewValues();
    if (any) found.add(name);
  }
}
