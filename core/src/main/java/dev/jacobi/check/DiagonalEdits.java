package dev.jacobi.check;

import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Syntax.Op;
import java.util.ArrayList;
import java.util.List;

/// Only the diagonal of a Jacobian: `p (1 − p)` where `diag(p) − p p'` is meant, entry by entry or
/// met by an upstream vector.
final class DiagonalEdits implements Edits {
  @Override
  public List<Edit> of(Syntax written) {
    List<Edit> all =
        new ArrayList<>(
            Edits.everywhere(
                Code.DIAGONAL,
                written,
                "this is only the diagonal: each entry of the output rests on all of the input",
                DiagonalEdits::whole));
    for (Syntax s : List.of(written, new Syntax.Transpose(written, Place.NONE)))
      all.add(
          new Edit(
              Code.DIAGONAL,
              new Syntax.Call("diag", List.of(s), Place.NONE),
              "this is the diagonal alone: the derivative of an entrywise function is a diagonal"
                  + " matrix"));
    return all;
  }

  private static List<Syntax> whole(Syntax s) {
    if (s instanceof Syntax.Call c && c.function().equals("diag") && c.arguments().size() == 1)
      return outer(c.arguments().get(0));
    if (!(s instanceof Syntax.Binary b)) return List.of();
    boolean product = b.op() == Op.TIMES || b.op() == Op.HADAMARD;
    if (!product) return List.of();
    List<Syntax> all = new ArrayList<>();
    // g ∘ p ∘ (1 − p) → p ∘ (g − p'g)
    if (b.right() instanceof Syntax.Binary r && r.op() == Op.MINUS && isOne(r.left())) {
      Syntax p = r.right();
      List<Syntax> rest = new ArrayList<>();
      Syntax left = b.left();
      if (left instanceof Syntax.Binary l && Ellipsis.same(l.right(), p)) rest.add(l.left());
      if (left instanceof Syntax.Binary l && Ellipsis.same(l.left(), p)) rest.add(l.right());
      for (Syntax g : rest) {
        Syntax dot = Edits.product(new Syntax.Transpose(p, Place.NONE), g);
        all.add(Edits.hadamard(p, new Syntax.Binary(Op.MINUS, g, dot, Place.NONE)));
      }
      if (Ellipsis.same(left, p)) {
        Syntax outer = Edits.product(p, new Syntax.Transpose(p, Place.NONE));
        Syntax diag = new Syntax.Call("diag", List.of(p), Place.NONE);
        all.add(new Syntax.Binary(Op.MINUS, diag, outer, Place.NONE));
      }
    }
    return all;
  }

  /// `diag(p ∘ (1 − p))` → `diag(p) − p p'`, `diag(p ∘ p)` → `p p'`.
  private static List<Syntax> outer(Syntax s) {
    if (!(s instanceof Syntax.Binary b)) return List.of();
    List<Syntax> all = new ArrayList<>(whole(s));
    boolean square = b.right() instanceof Syntax.Num n && n.digits().equals("2");
    square &= b.op() == Op.POWER || b.op() == Op.ENTRY_POWER;
    Syntax right = square ? b.left() : b.right();
    if (square || b.op() == Op.HADAMARD)
      all.add(Edits.product(b.left(), new Syntax.Transpose(right, Place.NONE)));
    return all;
  }

  private static boolean isOne(Syntax s) {
    return s instanceof Syntax.Num n && n.digits().equals("1");
  }
}
