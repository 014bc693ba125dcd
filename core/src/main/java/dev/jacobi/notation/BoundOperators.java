package dev.jacobi.notation;

import dev.jacobi.notation.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/// Reads `sum[i=1..n, j; i != j] body`. The body is the product that follows, so that `sum[j]
/// W[i,j] x[j] + b[i]` adds b[i] once.
final class BoundOperators {
  private BoundOperators() {}

  /// Reads from the operator's name. `bound` holds the indices that are bound around it, and holds
  /// those of the operator too while its body is read.
  static Syntax read(Cursor cursor, Formulas formulas, List<String> bound) {
    Token operator = cursor.next();
    Token opener = cursor.next();
    int outside = bound.size();
    List<Syntax.Binder> binders = new ArrayList<>(2);
    do {
      binders.add(binder(cursor, formulas, bound));
    } while (cursor.skip(Kind.COMMA));
    List<Syntax> conditions = new ArrayList<>(0);
    if (cursor.skip(Kind.SEMICOLON)) {
      do {
        conditions.add(formulas.condition());
      } while (cursor.skip(Kind.COMMA));
    }
    cursor.close(Kind.CLOSE_SQUARE, opener);
    Syntax body = formulas.formula(Formulas.PRODUCT);
    bound.subList(outside, bound.size()).clear();
    return new Syntax.Bound(operator.text(), binders, conditions, body, cursor.since(operator));
  }

  private static Syntax.Binder binder(Cursor cursor, Formulas formulas, List<String> bound) {
    Token index = cursor.expect(Kind.NAME, "the name of an index");
    bound.add(index.text());
    if (!cursor.at(Kind.EQUALS) && !cursor.at(Kind.IN)) {
      refuseCondition(cursor, index);
      return new Syntax.Binder(index.text(), List.of(), index.place());
    }
    cursor.next();
    Syntax from = formulas.bracketed(Formulas.SUM);
    cursor.expect(Kind.RANGE, "`..` and the last value of " + index.text());
    Syntax to = formulas.bracketed(Formulas.SUM);
    return new Syntax.Binder(index.text(), List.of(from, to), cursor.since(index));
  }

  private static void refuseCondition(Cursor cursor, Token index) {
    switch (cursor.kind()) {
      case DIFFERENT, LESS, MORE, AT_MOST, AT_LEAST, EQUAL ->
          throw new NotationException(
              cursor.token().place(),
              "a condition on an index stands after `;`",
              "write [" + index.text() + "; " + index.text() + " " + cursor.token().text() + " …]");
      default -> {}
    }
  }
}
