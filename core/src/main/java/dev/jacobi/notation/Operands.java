package dev.jacobi.notation;

import dev.jacobi.notation.Syntax.Op;
import dev.jacobi.notation.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/// Reads what stands between operators: numbers, names, calls, brackets, norms, bound operators,
/// derivatives; and what follows them at once: `'`, indices, `^T`.
final class Operands {
  private final Cursor cursor;
  private final Names names;
  private final Formulas formulas;
  private final List<String> bound = new ArrayList<>();

  Operands(Cursor cursor, Names names, Formulas formulas) {
    this.cursor = cursor;
    this.names = names;
    this.formulas = formulas;
  }

  void bind(String name) {
    bound.add(name);
  }

  Syntax withPostfix() {
    Token start = cursor.token();
    Syntax operand = operand();
    while (true) {
      boolean grouped = cursor.previous().is(Kind.CLOSE);
      if (cursor.at(Kind.PRIME)) {
        cursor.next();
        operand = new Syntax.Transpose(operand, cursor.since(start));
      } else if (cursor.at(Kind.POWER) && atTransposedSign()) {
        cursor.next();
        cursor.next();
        operand = new Syntax.Transpose(operand, cursor.since(start));
      } else if (cursor.atTight(Kind.OPEN_SQUARE) && !cursor.previous().is(Kind.NUMBER)) {
        operand = entry(start, operand);
      } else if (cursor.at(Kind.SUPERSCRIPT)) {
        Token power = cursor.next();
        operand = new Syntax.Binary(Op.POWER, operand, exponent(power), power.place());
      } else if (cursor.at(Kind.POSITIVE_PART)) {
        operand = positivePart(start, operand, grouped);
      } else {
        return operand;
      }
    }
  }

  private boolean atTransposedSign() {
    Token sign = cursor.ahead(1);
    return sign.is(Kind.PRIME) || (sign.isWord("T") && !isValue("T"));
  }

  private boolean isValue(String name) {
    return bound.contains(name) || names.isValue(name);
  }

  private static Syntax exponent(Token power) {
    String digits = power.text();
    boolean negative = digits.startsWith("-");
    String size = negative ? digits.substring(1) : digits;
    if (size.isEmpty() || size.indexOf('-') >= 0 || (size.length() > 1 && size.indexOf('n') >= 0)) {
      throw new NotationException(power.place(), "this is not a power", "write it with ^");
    }
    Syntax exponent =
        size.equals("n")
            ? new Syntax.Name(size, power.place())
            : new Syntax.Num(size, power.place());
    return negative ? new Syntax.Negate(exponent, power.place()) : exponent;
  }

  private Syntax positivePart(Token start, Syntax operand, boolean grouped) {
    if (!grouped) {
      throw new NotationException(
          cursor.token().place(),
          "`^+` follows a parenthesis",
          "write (x)^+ for the positive part of x");
    }
    cursor.next();
    return new Syntax.Call("relu", List.of(operand), cursor.since(start));
  }

  private Syntax entry(Token start, Syntax of) {
    Token opener = cursor.next();
    List<Syntax> indices = new ArrayList<>(2);
    do {
      indices.add(index());
    } while (cursor.skip(Kind.COMMA));
    cursor.close(Kind.CLOSE_SQUARE, opener);
    return new Syntax.Entry(of, indices, cursor.since(start));
  }

  private Syntax index() {
    if (cursor.at(Kind.COLON)) {
      return new Syntax.Colon(cursor.next().place());
    }
    Syntax index = formulas.bracketed(Formulas.COMPARISON);
    if (cursor.at(Kind.COLON) || cursor.at(Kind.RANGE)) {
      throw new NotationException(
          cursor.token().place(),
          "part of an axis cannot be taken",
          "an index is one place (x[i]) or the whole axis (X[i,:])");
    }
    return index;
  }

  private Syntax operand() {
    return switch (cursor.kind()) {
      case NAME -> named();
      case NUMBER -> atIndicator() ? indicator() : number();
      case OPEN -> group();
      case OPEN_SQUARE -> block();
      case BAR -> absolute();
      case DOUBLE_BAR -> norm();
      case ROOT -> root();
      case PARTIAL -> Derivatives.withPartials(cursor, this);
      case DERIVATIVE -> Derivatives.byFraction(cursor, formulas);
      case DIFFERENTIATE -> Derivatives.byOperator(cursor, formulas);
      default -> throw missing();
    };
  }

  private NotationException missing() {
    Token found = cursor.token();
    Token before = cursor.previous();
    if (found.is(Kind.END) && before.place().length() > 0 && before != found) {
      return new NotationException(
          before.place(), "nothing follows " + before.described(), "a formula goes on after it");
    }
    String hint =
        switch (found.kind()) {
          case OPEN_CURLY -> "formulas are grouped with ( )";
          case EQUALS -> "one `=` states an equation; compare with `==`";
          case IF -> "one value or another is `where(condition, a, b)`";
          case IN -> "`" + found.text() + "` is a word of the language, not a name";
          default -> "";
        };
    return new NotationException(
        found.place(), "expected a name, a number or `(`, found " + found.described(), hint);
  }

  private Syntax number() {
    Token number = cursor.next();
    return new Syntax.Num(number.text(), number.place());
  }

  /// `1[`, with nothing between.
  boolean atIndicator() {
    Token bracket = cursor.ahead(1);
    return cursor.token().text().equals("1") && bracket.is(Kind.OPEN_SQUARE) && !bracket.spaced();
  }

  private Syntax indicator() {
    Token start = cursor.next();
    Token opener = cursor.next();
    Syntax condition = formulas.condition();
    cursor.close(Kind.CLOSE_SQUARE, opener);
    return new Syntax.Indicator(condition, cursor.since(start));
  }

  private Syntax named() {
    Token name = cursor.token();
    Token after = cursor.ahead(1);
    if (Derivatives.startsHere(cursor, names)) {
      return Derivatives.withLetters(cursor, this);
    }
    if (after.is(Kind.OPEN_SQUARE)
        && Vocabulary.BOUND_OPERATORS.contains(name.text())
        && !isValue(name.text())) {
      return BoundOperators.read(cursor, formulas, bound);
    }
    cursor.next();
    if (after.is(Kind.OPEN) && !after.spaced() && isCalled(name.text())) {
      return call(name);
    }
    if (after.is(Kind.PRIME) && !after.spaced() && isPrimed(name.text())) {
      return prime(name);
    }
    if (after.is(Kind.SUPERSCRIPT) && isRaised(name.text())) {
      Token power = cursor.next();
      return new Syntax.Binary(Op.POWER, call(name), exponent(power), power.place());
    }
    return new Syntax.Name(name.text(), name.place());
  }

  private boolean isCalled(String name) {
    return !bound.contains(name) && names.isCalled(name);
  }

  private boolean isPrimed(String name) {
    int primes = 1;
    while (cursor.ahead(primes).is(Kind.PRIME)) {
      primes++;
    }
    Token bracket = cursor.ahead(primes);
    return bracket.is(Kind.OPEN)
        && !bracket.spaced()
        && !bound.contains(name)
        && names.isFunction(name);
  }

  /// `tanh²(z)`.
  private boolean isRaised(String name) {
    Token bracket = cursor.ahead(1);
    return bracket.is(Kind.OPEN)
        && !bracket.spaced()
        && !cursor.token().spaced()
        && !cursor.token().text().startsWith("-")
        && !isValue(name)
        && names.isFunction(name);
  }

  private Syntax call(Token name) {
    Token opener = cursor.next();
    List<Syntax> arguments = new ArrayList<>(2);
    if (cursor.at(Kind.CLOSE)) {
      throw new NotationException(
          opener.place(), "`" + name.text() + "` is called without an argument", "");
    }
    formulas.list(opener, Kind.CLOSE, arguments);
    return new Syntax.Call(name.text(), arguments, cursor.since(name));
  }

  private Syntax prime(Token name) {
    StringBuilder function = new StringBuilder(name.text());
    for (cursor.next(); cursor.at(Kind.PRIME); cursor.next()) {
      function.append('\'');
    }
    Token opener = cursor.next();
    Syntax at = formulas.bracketed(Formulas.COMPARISON);
    cursor.close(Kind.CLOSE, opener);
    return new Syntax.Prime(function.toString(), at, cursor.since(name));
  }

  private Syntax group() {
    Token before = cursor.previous();
    Token opener = cursor.next();
    Syntax inner = formulas.bracketed(Formulas.COMPARISON);
    if (cursor.at(Kind.COMMA)) {
      throw tuple(before, opener);
    }
    cursor.close(Kind.CLOSE, opener);
    return inner;
  }

  private NotationException tuple(Token before, Token opener) {
    if (before.is(Kind.NAME) && !opener.spaced()) {
      String hides = Vocabulary.isFunction(before.text()) ? ", which hides the function" : "";
      return new NotationException(
          before.place(),
          before.described()
              + " is declared or defined as a value"
              + hides
              + " and takes no arguments",
          "give the value another name");
    }
    return new NotationException(
        cursor.token().place(),
        "a comma in parentheses that call no function",
        "a vector is written [a; b]; a call has no space before its (");
  }

  private Syntax block() {
    Token opener = cursor.next();
    List<List<Syntax>> rows = new ArrayList<>(2);
    do {
      List<Syntax> row = new ArrayList<>(2);
      do {
        row.add(formulas.bracketed(Formulas.COMPARISON));
      } while (cursor.skip(Kind.COMMA));
      rows.add(row);
    } while (cursor.skip(Kind.SEMICOLON));
    cursor.close(Kind.CLOSE_SQUARE, opener);
    for (List<Syntax> row : rows) {
      if (row.size() != rows.getFirst().size()) {
        throw new NotationException(
            cursor.since(opener),
            "rows of " + rows.getFirst().size() + " and of " + row.size() + " entries",
            "`,` goes on in a row, `;` begins the next");
      }
    }
    return new Syntax.Block(rows, cursor.since(opener));
  }

  private Syntax absolute() {
    Token opener = cursor.next();
    Syntax of = formulas.barred(Formulas.Bars.SINGLE);
    cursor.close(Kind.BAR, opener);
    return new Syntax.Norm(of, "abs", cursor.since(opener));
  }

  private Syntax norm() {
    Token opener = cursor.next();
    Syntax of = formulas.barred(Formulas.Bars.DOUBLE);
    cursor.close(Kind.DOUBLE_BAR, opener);
    String kind = "2";
    if (cursor.atTight(Kind.UNDERSCORE)) {
      cursor.next();
      if (!cursor.at(Kind.NUMBER) && !cursor.at(Kind.NAME)) {
        throw cursor.expected("the kind of the norm: 1, 2, inf or F");
      }
      String written = cursor.next().text();
      kind = written.equals("F") ? "2" : written;
    }
    return new Syntax.Norm(of, kind, cursor.since(opener));
  }

  private Syntax root() {
    Token start = cursor.next();
    Syntax of = formulas.radicand();
    return new Syntax.Call("sqrt", List.of(of), cursor.since(start));
  }

  /// A name, or an entry of one, for the forms that take nothing else.
  Syntax reference(Token name) {
    Syntax reference = new Syntax.Name(name.text(), name.place());
    return cursor.atTight(Kind.OPEN_SQUARE) ? entry(name, reference) : reference;
  }
}
