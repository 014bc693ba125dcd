package dev.jacobi.check;

import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Syntax.Op;
import java.util.ArrayList;
import java.util.List;

/// The factors of a matrix product in the other order, with or without transposes.
final class OrderEdits implements Edits {
  @Override
  public List<Edit> of(Syntax written) {
    List<Edit> all = new ArrayList<>();
    for (Syntax s : Edits.everywhere(written, OrderEdits::swapped))
      all.add(new Edit(Code.ORDER, s, "the factors stand in the wrong order"));
    return all;
  }

  private static List<Syntax> swapped(Syntax s) {
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
    return all;
  }
}
