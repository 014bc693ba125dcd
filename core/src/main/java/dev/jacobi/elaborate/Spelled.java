package dev.jacobi.elaborate;

import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;

/// A formula in the user's words, for messages.
final class Spelled {
  private static final int LONG = 30;

  private Spelled() {}

  static String of(Syntax s) {
    String text = TextSpelling.PLAIN.spell(s);
    return text.length() <= LONG ? text : text.substring(0, LONG - 1) + "…";
  }

  /// The same where something stands after it: a formula of several parts in brackets.
  static String factor(Syntax s) {
    return switch (s) {
      case Syntax.Binary _,
          Syntax.Negate _,
          Syntax.Bound _,
          Syntax.Compare _,
          Syntax.Derivative _ ->
          "(" + of(s) + ")";
      case Syntax.Name _, Syntax.Num _, Syntax.Transpose _, Syntax.Call _, Syntax.Prime _ -> of(s);
      case Syntax.Entry _, Syntax.Norm _, Syntax.Indicator _, Syntax.Block _, Syntax.Colon _ ->
          of(s);
    };
  }

  /// The stretch of both operands, where they stand on one line.
  static Place span(Syntax.Binary b) {
    Place l = b.left().place();
    Place r = b.right().place();
    Place start = leftmost(b.left());
    if (start.line() == r.line() && start.column() < r.column()) return start.to(r);
    return b.place().line() > 0 ? b.place() : l;
  }

  private static Place leftmost(Syntax s) {
    return s instanceof Syntax.Binary b ? leftmost(b.left()) : s.place();
  }
}
