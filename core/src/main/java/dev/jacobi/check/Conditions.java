package dev.jacobi.check;

import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Written;
import dev.jacobi.notation.Written.Sign;
import java.util.Optional;

/// What may be a case of indices: `i = j`, `i ≠ j`.
final class Conditions {
  private Conditions() {}

  /// Whether it is a comparison of two letters and nothing else.
  static Optional<Syntax.Compare> of(Written w, Setting setting) {
    return w.chains().size() == 1 ? of(w.chains().getFirst(), setting) : Optional.empty();
  }

  static Optional<Syntax.Compare> of(Written.Chain c, Setting setting) {
    if (c.links().size() != 2 || c.continues()) return Optional.empty();
    Sign sign = c.links().get(1).sign();
    if (sign != Sign.EQUALS && sign != Sign.DIFFERENT) return Optional.empty();
    if (!(c.links().get(0).side() instanceof Written.Side.Formula l)) return Optional.empty();
    if (!(c.links().get(1).side() instanceof Written.Side.Formula r)) return Optional.empty();
    if (!isLetter(l.syntax(), setting) || !isLetter(r.syntax(), setting)) return Optional.empty();
    var relation = sign == Sign.EQUALS ? Syntax.Relation.EQUAL : Syntax.Relation.DIFFERENT;
    return Optional.of(new Syntax.Compare(relation, l.syntax(), r.syntax(), l.syntax().place()));
  }

  /// A letter that may be a place. That two numbers of the model are equal is no case.
  private static boolean isLetter(Syntax s, Setting setting) {
    return s instanceof Syntax.Name n
        && n.text().length() == 1
        && Character.isLowerCase(n.text().charAt(0))
        && (!setting.model.knows(n.text()) || setting.isInteger(n.text()));
  }
}
