package dev.jacobi.check;

import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Syntax.Op;
import java.util.ArrayList;
import java.util.List;

/// A sign turned: of the whole, then of one part.
final class SignEdits implements Edits {
  @Override
  public List<Edit> of(Syntax written) {
    List<Edit> all = new ArrayList<>();
    all.add(new Edit(Code.SIGN, negated(written), said(written)));
    all.addAll(Edits.everywhere(Code.SIGN, written, SignEdits::turned));
    return all;
  }

  private static String said(Syntax s) {
    if (s instanceof Syntax.Binary b) {
      if (b.op() == Op.MINUS && turnsAway(b))
        return Edits.spelled(b.left())
            + " and "
            + Edits.spelled(b.right())
            + " are exchanged: the sign is wrong";
      if (turnsAway(b)) return said(turnsAway(b.left()) ? b.left() : b.right());
    }
    return "the sign is wrong";
  }

  static Syntax negated(Syntax s) {
    if (s instanceof Syntax.Negate n) return n.of();
    if (s instanceof Syntax.Binary b) {
      if (b.op() == Op.MINUS && !(b.left() instanceof Syntax.Binary l && isSum(l)))
        return new Syntax.Binary(Op.MINUS, b.right(), b.left(), b.place());
      boolean product = b.op() == Op.TIMES || b.op() == Op.HADAMARD;
      if ((product || b.op() == Op.QUOTIENT) && turnsAway(b.left()))
        return new Syntax.Binary(b.op(), negated(b.left()), b.right(), b.place());
      if (product && turnsAway(b.right()))
        return new Syntax.Binary(b.op(), b.left(), negated(b.right()), b.place());
    }
    return new Syntax.Negate(s, s.place());
  }

  /// Whether its negative is as short: `-x`, `a - b`, or a product with such a factor.
  private static boolean turnsAway(Syntax s) {
    return switch (s) {
      case Syntax.Negate _ -> true;
      case Syntax.Binary b when b.op() == Op.MINUS ->
          !(b.left() instanceof Syntax.Binary l && isSum(l));
      case Syntax.Binary b when b.op() == Op.TIMES || b.op() == Op.HADAMARD ->
          turnsAway(b.left()) || turnsAway(b.right());
      default -> false;
    };
  }

  private static boolean isSum(Syntax.Binary b) {
    return b.op() == Op.PLUS || b.op() == Op.MINUS;
  }

  private static List<Change> turned(Syntax s) {
    return switch (s) {
      case Syntax.Binary b when b.op() == Op.PLUS ->
          List.of(
              new Change(
                  new Syntax.Binary(Op.MINUS, b.left(), b.right(), b.place()), wrong(b.right())),
              new Change(
                  new Syntax.Binary(Op.MINUS, b.right(), b.left(), b.place()), wrong(b.left())));
      case Syntax.Binary b when b.op() == Op.MINUS ->
          List.of(
              new Change(
                  new Syntax.Binary(Op.PLUS, b.left(), b.right(), b.place()), wrong(b.right())),
              new Change(
                  new Syntax.Binary(Op.MINUS, b.right(), b.left(), b.place()),
                  Edits.spelled(b.left())
                      + " and "
                      + Edits.spelled(b.right())
                      + " are exchanged: the sign of their difference is wrong"));
      case Syntax.Negate n -> List.of(new Change(n.of(), wrong(n.of())));
      default -> List.of();
    };
  }

  private static String wrong(Syntax part) {
    return "the sign of " + Edits.spelled(part) + " is wrong";
  }
}
