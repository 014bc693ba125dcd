package dev.jacobi.notation;

import dev.jacobi.notation.LatexStatements.Statement;
import dev.jacobi.notation.Tex.Role;
import java.util.List;

/// What stands beside a formula to say which it is: `(1)`, `Forget gate:`.
final class LatexTags {
  private LatexTags() {}

  /// `Forget gate:`, `(forget gate)`: what stands before a formula to say what it is.
  static boolean isLabel(String words) {
    return words.endsWith(":") || words.startsWith("(") && words.endsWith(")");
  }

  /// `\textbf{Forget} \quad f = …`, `(1) \quad f = …`.
  static boolean isHeading(Statement first) {
    boolean number = first.items().size() == 1 && isNumbered(first.items().getFirst());
    return first.conditions().isEmpty()
        && !first.items().isEmpty()
        && (number || isRemark(first.items()));
  }

  static boolean isNumbered(Tex item) {
    return item instanceof Tex.Fence(String open, _, List<Tex> inner, _, _, _)
        && open.equals("(")
        && inner.size() == 1
        && (inner.getFirst().is(Role.NUMBER) || inner.getFirst().is(Role.SIGN));
  }

  static boolean isRemark(List<Tex> piece) {
    return piece.stream().allMatch(item -> item.is(Role.WORD));
  }

  /// `y = W x (1)`: a number in parentheses, apart from what it follows.
  static void withoutTag(List<Tex> piece) {
    boolean tag =
        piece.size() > 1
            && piece.getLast()
                instanceof Tex.Fence(String open, _, List<Tex> inner, boolean tight, _, _)
            && open.equals("(")
            && !tight
            && inner.size() == 1
            && inner.getFirst().is(Role.NUMBER)
            && LatexPieces.hasRelation(piece);
    Tex before = tag ? piece.get(piece.size() - 2) : null;
    if (tag && !before.is(Role.SIGN) && LatexStatements.relation(before) == null) {
      piece.removeLast();
    }
  }
}
