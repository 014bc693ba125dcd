package dev.jacobi.check;

import dev.jacobi.notation.Syntax;
import java.util.ArrayList;
import java.util.List;

/// A transpose too much or too little: of the answer, then of an operand.
final class TransposeEdits implements Edits {
  @Override
  public List<Edit> of(Syntax written) {
    List<Edit> all = new ArrayList<>();
    if (written instanceof Syntax.Num) return all;
    all.add(new Edit(Code.TRANSPOSE, turned(written), "the whole is to be transposed"));
    all.addAll(Edits.everywhere(Code.TRANSPOSE, written, TransposeEdits::operand));
    return all;
  }

  private static List<Change> operand(Syntax s) {
    if (!isOperand(s)) return List.of();
    String said =
        s instanceof Syntax.Transpose t
            ? Edits.spelled(t.of()) + " is not to be transposed"
            : Edits.spelled(s) + " is to be transposed";
    return List.of(new Change(turned(s), said));
  }

  private static boolean isOperand(Syntax s) {
    return s instanceof Syntax.Name
        || s instanceof Syntax.Transpose
        || s instanceof Syntax.Derivative
        || s instanceof Syntax.Call
        || s instanceof Syntax.Binary b
            && (b.op() == Syntax.Op.MINUS
                || b.op() == Syntax.Op.PLUS
                || b.op() == Syntax.Op.HADAMARD);
  }

  static Syntax turned(Syntax s) {
    if (s instanceof Syntax.Transpose t) return t.of();
    if (s instanceof Syntax.Binary b && b.op() == Syntax.Op.TIMES)
      return new Syntax.Binary(Syntax.Op.TIMES, turned(b.right()), turned(b.left()), b.place());
    return new Syntax.Transpose(s, s.place());
  }
}
