package dev.jacobi.notation;

import dev.jacobi.notation.Syntax.Op;
import dev.jacobi.notation.Syntax.Relation;
import dev.jacobi.notation.Token.Kind;
import java.util.List;

/// The grammar of formulas, by operator precedence: a formula is an operand, then as many operators
/// with operands as bind at least as tightly as its surroundings allow. [Operands] reads the
/// operands.
///
/// Loosest first: comparisons; `+ -`; every product and quotient, left to right; unary `-`; `^`,
/// right-associative; postfix `'` and indices.
final class Formulas {
  static final int COMPARISON = 1;
  static final int SUM = 2;
  static final int PRODUCT = 3;
  private static final int NOT_INFIX = 0;

  private static final int MAX_DEPTH = 200;
  private static final int MAX_CHAIN = 2000;

  /// Bars that the innermost bracket holds open: a bar closes where an operator is expected, if its
  /// like is open, and opens otherwise.
  enum Bars {
    NONE,
    SINGLE,
    DOUBLE
  }

  private final Cursor cursor;
  private final Operands operands;
  private Bars bars = Bars.NONE;
  private boolean inExtents;
  private int depth;

  Formulas(Cursor cursor, Names names) {
    this.cursor = cursor;
    this.operands = new Operands(cursor, names, this);
  }

  /// A formula with everything it may hold.
  Syntax formula() {
    return formula(COMPARISON);
  }

  /// A formula inside brackets: bars outside are not closed within.
  Syntax bracketed(int loosest) {
    Bars outer = bars;
    boolean outerExtents = inExtents;
    bars = Bars.NONE;
    inExtents = false;
    Syntax formula = formula(loosest);
    bars = outer;
    inExtents = outerExtents;
    return formula;
  }

  /// A formula between bars.
  Syntax barred(Bars opened) {
    Bars outer = bars;
    bars = opened;
    Syntax formula = formula(COMPARISON);
    if (cursor.at(Kind.DOUBLE_BAR) && opened == Bars.SINGLE) {
      cursor.splitDoubleBar();
    }
    bars = outer;
    return formula;
  }

  /// An extent of a shape, where `×` is a comma.
  Syntax extent() {
    inExtents = true;
    Syntax extent = formula(SUM);
    inExtents = false;
    return extent;
  }

  /// A name that is a value in this statement: an index, a parameter. `k(x)` is then a product.
  void bind(String name) {
    operands.bind(name);
  }

  /// A name or an entry of one.
  Syntax reference() {
    return operands.reference(cursor.next());
  }

  /// A formula whose operators bind no looser than a level.
  Syntax formula(int loosest) {
    Token start = cursor.token();
    Syntax left = unary();
    for (int links = 0; ; links++) {
      int level = level();
      if (level < loosest) {
        return left;
      }
      if (links > MAX_CHAIN) {
        throw new NotationException(
            cursor.token().place(),
            "more than " + MAX_CHAIN + " operators in one formula",
            "give parts of it names of their own");
      }
      if (level > COMPARISON) {
        left = binary(start, left, level);
      } else {
        return comparison(left);
      }
    }
  }

  private int level() {
    return switch (cursor.kind()) {
      case EQUAL, DIFFERENT, AT_MOST, AT_LEAST, LESS, MORE -> COMPARISON;
      case PLUS, MINUS -> SUM;
      case TIMES, HADAMARD, QUOTIENT, ENTRY_QUOTIENT, CALL -> PRODUCT;
      case DERIVATIVE, DIFFERENTIATE -> PRODUCT;
      case CROSS -> inExtents ? NOT_INFIX : PRODUCT;
      case NAME -> inExtents && cursor.atWord("x") ? NOT_INFIX : PRODUCT;
      case NUMBER, OPEN, OPEN_SQUARE, ROOT, PARTIAL -> PRODUCT;
      case BAR -> bars == Bars.SINGLE ? NOT_INFIX : PRODUCT;
      case DOUBLE_BAR -> bars == Bars.NONE ? PRODUCT : NOT_INFIX;
      default -> NOT_INFIX;
    };
  }

  private Syntax binary(Token start, Syntax left, int level) {
    if (cursor.at(Kind.CALL)) {
      String function = cursor.next().text();
      Syntax right = formula(level + 1);
      return new Syntax.Call(function, List.of(left, right), cursor.since(start));
    }
    Op op = explicitOperator();
    if (op == Op.TIMES && !isTimesSign()) {
      return juxtaposition(start, left);
    }
    Place place = cursor.next().place();
    return new Syntax.Binary(op, left, formula(level + 1), place);
  }

  private Op explicitOperator() {
    return switch (cursor.kind()) {
      case PLUS -> Op.PLUS;
      case MINUS -> Op.MINUS;
      case HADAMARD -> Op.HADAMARD;
      case QUOTIENT -> Op.QUOTIENT;
      case ENTRY_QUOTIENT -> Op.ENTRY_QUOTIENT;
      default -> Op.TIMES;
    };
  }

  private boolean isTimesSign() {
    return cursor.at(Kind.TIMES) || cursor.at(Kind.CROSS);
  }

  private Syntax juxtaposition(Token start, Syntax left) {
    Token right = cursor.token();
    if (right.is(Kind.NUMBER) && cursor.previous().is(Kind.NUMBER) && !operands.atIndicator()) {
      String first = cursor.previous().text();
      throw new NotationException(
          cursor.previous().place().to(right.place()),
          "two numbers side by side",
          "write " + first + " * " + right.text() + " for a product");
    }
    Syntax factor = formula(PRODUCT + 1);
    return new Syntax.Binary(Op.TIMES, left, factor, cursor.since(start));
  }

  private Syntax comparison(Syntax left) {
    Token sign = cursor.next();
    Syntax right = formula(SUM);
    if (level() == COMPARISON) {
      throw new NotationException(
          cursor.token().place(),
          "a comparison has two sides",
          "compare twice, as (a < b) .* (b < c)");
    }
    return new Syntax.Compare(relation(sign.kind()), left, right, sign.place());
  }

  private static Relation relation(Kind kind) {
    return switch (kind) {
      case LESS -> Relation.LESS;
      case AT_MOST -> Relation.AT_MOST;
      case DIFFERENT -> Relation.DIFFERENT;
      case AT_LEAST -> Relation.AT_LEAST;
      case MORE -> Relation.MORE;
      default -> Relation.EQUAL;
    };
  }

  /// A comparison that selects: `i != j` after `if`, after the `;` of a bound operator, or in
  /// `1[…]`. A single `=` compares here, as nothing else could be meant.
  Syntax condition() {
    Syntax condition = bracketed(COMPARISON);
    if (cursor.at(Kind.EQUALS)) {
      Place place = cursor.next().place();
      return new Syntax.Compare(Relation.EQUAL, condition, bracketed(SUM), place);
    }
    if (!(condition instanceof Syntax.Compare)) {
      throw cursor.expected("a comparison such as `!=` or `>`");
    }
    return condition;
  }

  /// An operand with its sign: `-x^2` is -(x^2), and `-x y` is (-x) y.
  private Syntax unary() {
    deeper();
    Syntax operand;
    if (cursor.at(Kind.MINUS)) {
      Place place = cursor.next().place();
      operand = new Syntax.Negate(unary(), place);
    } else {
      cursor.skip(Kind.PLUS);
      operand = power();
    }
    depth--;
    return operand;
  }

  /// What stands under `√`: one operand, without its powers.
  Syntax radicand() {
    deeper();
    Syntax radicand = operands.withPostfix();
    depth--;
    return radicand;
  }

  private void deeper() {
    if (++depth > MAX_DEPTH) {
      throw new NotationException(
          cursor.token().place(),
          "nested more than " + MAX_DEPTH + " deep",
          "give the inner part a name of its own");
    }
  }

  private Syntax power() {
    Syntax base = operands.withPostfix();
    if (!cursor.at(Kind.POWER) && !cursor.at(Kind.ENTRY_POWER)) {
      return base;
    }
    Token sign = cursor.next();
    Op op = sign.is(Kind.POWER) ? Op.POWER : Op.ENTRY_POWER;
    return new Syntax.Binary(op, base, exponent(), sign.place());
  }

  private Syntax exponent() {
    if (cursor.at(Kind.NUMBER) && cursor.ahead(1).is(Kind.PRIME)) {
      throw new NotationException(
          cursor.ahead(1).place(),
          "this would transpose the exponent",
          "put the power in parentheses: (A^2)'");
    }
    if (cursor.at(Kind.OPEN_CURLY)) {
      Token opener = cursor.next();
      Syntax exponent = bracketed(COMPARISON);
      cursor.close(Kind.CLOSE_CURLY, opener);
      return exponent;
    }
    return unary();
  }

  /// Formulas with commas between, up to a closing bracket.
  void list(Token opener, Kind closer, List<Syntax> into) {
    do {
      into.add(bracketed(COMPARISON));
    } while (cursor.skip(Kind.COMMA));
    cursor.close(closer, opener);
  }
}
