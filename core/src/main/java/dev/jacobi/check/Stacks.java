package dev.jacobi.check;

import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Trees;
import java.util.ArrayList;
import java.util.List;

/// `W [h, x]` and `W [h, x]^T` of two columns: one on top of the other, as texts on recurrent nets
/// write it.
final class Stacks {
  private final Comparison comparison;

  Stacks(Comparison comparison) {
    this.comparison = comparison;
  }

  /// The formula with lists of columns stacked; the same where there are none.
  Syntax named(Syntax s) {
    if (s instanceof Syntax.Block b && isList(b)) return stacked(b);
    if (s instanceof Syntax.Transpose p && p.of() instanceof Syntax.Block b && isList(b))
      return stacked(b);
    List<Syntax> changed = new ArrayList<>();
    boolean same = true;
    for (Syntax part : Trees.parts(s)) {
      Syntax c = named(part);
      same &= c == part;
      changed.add(c);
    }
    return same ? s : Trees.with(s, changed);
  }

  private boolean isList(Syntax.Block b) {
    if (b.rows().size() != 1 || b.rows().getFirst().size() < 2) return false;
    return b.rows().getFirst().stream().allMatch(cell -> comparison.meaning(cell).isColumn());
  }

  private static Syntax stacked(Syntax.Block b) {
    List<List<Syntax>> rows = b.rows().getFirst().stream().map(List::of).toList();
    return new Syntax.Block(rows, b.place());
  }
}
