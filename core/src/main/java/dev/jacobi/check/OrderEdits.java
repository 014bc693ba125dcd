package dev.jacobi.check;

import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Syntax.Op;
import java.util.ArrayList;
import java.util.List;

/// The factors of a matrix product in the other order, with or without transposes.
final class OrderEdits implements Edits {
  @Override
  public List<Edit> of(Syntax written) {
    return Edits.everywhere(Code.ORDER, written, OrderEdits::swapped);
  }

  private static List<Change> swapped(Syntax s) {
    if (!(s instanceof Syntax.Binary b) || b.op() != Op.TIMES) return List.of();
    List<Syntax> all = new ArrayList<>();
    all.add(new Syntax.Binary(Op.TIMES, b.right(), b.left(), b.place()));
    all.add(
        new Syntax.Binary(
            Op.TIMES,
            TransposeEdits.turned(b.right()),
            TransposeEdits.turned(b.left()),
            b.place()));
    all.add(new Syntax.Binary(Op.TIMES, TransposeEdits.turned(b.right()), b.left(), b.place()));
    all.add(new Syntax.Binary(Op.TIMES, b.right(), TransposeEdits.turned(b.left()), b.place()));
    if (b.left() instanceof Syntax.Binary l && l.op() == Op.TIMES) { // a b c → a c b
      Syntax swapped = new Syntax.Binary(Op.TIMES, l.left(), b.right(), l.place());
      all.add(new Syntax.Binary(Op.TIMES, swapped, l.right(), b.place()));
    }
    String said = "the factors of " + Edits.spelled(s) + " stand in the wrong order";
    return all.stream().map(x -> new Change(x, said)).toList();
  }
}
