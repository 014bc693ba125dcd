package dev.jacobi.notation;

import dev.jacobi.notation.Syntax.Op;

/// How tightly the parts of a formula hold together: what the grammar reads and every spelling
/// writes.
final class Precedence {
  static final int COMPARISON = 1;
  static final int SUM = 2;
  static final int PRODUCT = 3;
  static final int PREFIX = 4;
  static final int POWER = 5;
  static final int POSTFIX = 6;
  static final int ATOM = 7;

  private Precedence() {}

  static int of(Op op) {
    return switch (op) {
      case PLUS, MINUS -> SUM;
      case TIMES, HADAMARD, QUOTIENT, ENTRY_QUOTIENT -> PRODUCT;
      case POWER, ENTRY_POWER -> POWER;
    };
  }

  /// The level of a formula as text. A bound operator and a derivative stand wherever a signed
  /// operand does, though the first runs on to the end of its product.
  static int of(Syntax formula) {
    return switch (formula) {
      case Syntax.Compare _ -> COMPARISON;
      case Syntax.Binary binary -> of(binary.op());
      case Syntax.Negate _, Syntax.Bound _, Syntax.Derivative _ -> PREFIX;
      case Syntax.Transpose _, Syntax.Entry _ -> POSTFIX;
      case Syntax.Name _, Syntax.Num _, Syntax.Call _, Syntax.Prime _, Syntax.Colon _ -> ATOM;
      case Syntax.Norm _, Syntax.Indicator _, Syntax.Block _ -> ATOM;
    };
  }

  /// Whether the left factor of a product gets parentheses that the grammar does not need, because
  /// a reader does: where matrix and entrywise products meet, and around a quotient that a factor
  /// follows.
  static boolean misleadsOnLeft(Op op, Syntax left) {
    if (!(left instanceof Syntax.Binary(Op inner, _, _, _)) || of(inner) != PRODUCT) {
      return false;
    }
    return switch (inner) {
      case TIMES -> op != Op.TIMES && op != Op.QUOTIENT;
      case HADAMARD -> op != Op.HADAMARD && op != Op.ENTRY_QUOTIENT;
      default -> true;
    };
  }
}
