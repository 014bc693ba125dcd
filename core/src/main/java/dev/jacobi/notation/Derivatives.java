package dev.jacobi.notation;

import dev.jacobi.notation.Token.Kind;
import java.util.List;
import java.util.Optional;

/// Reads `dC/dW1`, `dy[i]/dx[j]` and `∂C/∂W1` as one operand, so that `3 dC/ds2 x'` is a product of
/// three.
final class Derivatives {
  private Derivatives() {}

  /// Whether `dA/dB` stands here with A and B known. It is then a derivative even if dA is a name
  /// too.
  static boolean startsHere(Cursor cursor, Names names) {
    if (!isDifferential(cursor.token(), names)) {
      return false;
    }
    int slash = 1;
    if (cursor.ahead(1).is(Kind.OPEN_SQUARE) && !cursor.ahead(1).spaced()) {
      int closing = cursor.closing(1);
      if (closing < 0) {
        return false;
      }
      slash = closing + 1;
    }
    return cursor.ahead(slash).is(Kind.QUOTIENT) && isDifferential(cursor.ahead(slash + 1), names);
  }

  private static boolean isDifferential(Token token, Names names) {
    return token.is(Kind.NAME)
        && token.text().length() > 1
        && token.text().charAt(0) == 'd'
        && Letters.startsName(token.text().codePointAt(1))
        && names.isKnown(token.text().substring(1));
  }

  static Syntax withLetters(Cursor cursor, Operands operands) {
    Token start = cursor.next();
    Syntax of = operands.reference(withoutD(start));
    cursor.next();
    Syntax wrt = operands.reference(withoutD(cursor.next()));
    return new Syntax.Derivative(of, wrt, cursor.since(start));
  }

  private static Token withoutD(Token token) {
    Place place = token.place();
    Place inner = new Place(place.line(), place.column() + 1, place.length() - 1);
    return new Token(Kind.NAME, token.text().substring(1), inner, false);
  }

  static Syntax withPartials(Cursor cursor, Operands operands) {
    Token start = cursor.next();
    Syntax of = differentiated(cursor, operands);
    if (!cursor.at(Kind.QUOTIENT) || !cursor.ahead(1).is(Kind.PARTIAL)) {
      throw new NotationException(
          cursor.token().place(),
          "expected `/∂` and a name, found " + cursor.token().described(),
          "a derivative is written ∂C/∂W1");
    }
    cursor.next();
    cursor.next();
    Syntax wrt = differentiated(cursor, operands);
    return new Syntax.Derivative(of, wrt, cursor.since(start));
  }

  /// `∂(of, wrt)`, as LaTeX fractions are said.
  static Syntax byFraction(Cursor cursor, Formulas formulas) {
    Token start = cursor.next();
    Token opener = cursor.next();
    Syntax of = formulas.bracketed(Formulas.COMPARISON);
    cursor.expect(Kind.COMMA, "one name to differentiate by");
    Syntax wrt = formulas.bracketed(Formulas.COMPARISON);
    cursor.close(Kind.CLOSE, opener);
    return new Syntax.Derivative(of, wrt, start.place());
  }

  /// `∂/∂(wrt)`, or `∂/∂(wrt, wrt)` for a second derivative, and what it differentiates: the
  /// bracket that follows, or the whole product.
  static Syntax byOperator(Cursor cursor, Formulas formulas) {
    Token start = cursor.next();
    Token opener = cursor.next();
    Syntax wrt = formulas.bracketed(Formulas.COMPARISON);
    Optional<Syntax> again =
        cursor.skip(Kind.COMMA)
            ? Optional.of(formulas.bracketed(Formulas.COMPARISON))
            : Optional.empty();
    cursor.close(Kind.CLOSE, opener);
    boolean bracket = start.text().equals("(");
    Syntax of = formulas.formula(bracket ? Formulas.PRODUCT + 1 : Formulas.PRODUCT);
    return again.isEmpty()
        ? new Syntax.Derivative(of, wrt, cursor.since(start))
        : new Syntax.Call("hess", List.of(of, wrt, again.get()), cursor.since(start));
  }

  private static Syntax differentiated(Cursor cursor, Operands operands) {
    if (cursor.at(Kind.NAME)) {
      return operands.reference(cursor.next());
    }
    String hint =
        cursor.at(Kind.SUPERSCRIPT) || cursor.at(Kind.POWER)
            ? "second derivatives are written hess(C, w) or hess(C, u, v)"
            : "give the formula a name, then differentiate that";
    throw new NotationException(
        cursor.token().place(),
        "expected a name after ∂, found " + cursor.token().described(),
        hint);
  }

  /// Whether a text ends with what could be the upper half of a derivative, `dC` or `dy[i]`, so
  /// that a quotient by `dx` after it would be read as one.
  static boolean mayEndUpperHalf(StringBuilder text) {
    int end = text.length();
    if (end > 0 && text.charAt(end - 1) == ']') {
      int depth = 0;
      do {
        end--;
        depth += text.charAt(end) == ']' ? 1 : text.charAt(end) == '[' ? -1 : 0;
      } while (end > 0 && depth > 0);
    }
    int start = end;
    while (start > 0 && Letters.continuesName(text.codePointBefore(start))) {
      start -= Character.charCount(text.codePointBefore(start));
    }
    return end - start > 1 && text.charAt(start) == 'd';
  }
}
