package dev.jacobi.notation;

import dev.jacobi.notation.Box.Fences;
import dev.jacobi.notation.Box.Glyph;
import dev.jacobi.notation.Box.Role;
import dev.jacobi.notation.Syntax.Op;
import java.util.ArrayList;
import java.util.List;

/// Lays a formula out as it is printed: quotients as fractions, powers raised, entries as indices,
/// bound operators with their indices below.
final class Typesetter {
  static final Glyph PARTIAL = new Glyph("\\partial", "∂", Role.PREFIX);
  static final Glyph COMMA = new Glyph(",", ",", Role.COMMA);
  static final Glyph TRANSPOSED = new Glyph("\\top", "⊤", Role.OPERATOR);
  private static final Glyph MINUS_SIGN = new Glyph("-", "−", Role.PREFIX);
  private static final Glyph NOTHING = new Glyph("", "\u2062", Role.NOTHING);
  private static final Glyph SPACE = new Glyph("\\,", "", Role.SPACE);
  private static final Glyph DOT = Box.operator("\\cdot", "⋅");

  /// A laid-out formula, and how tightly it holds together now that it is drawn.
  record Piece(Box box, int level) {}

  private Typesetter() {}

  static Box typeset(Syntax formula) {
    return at(formula, Precedence.COMPARISON, true);
  }

  static Box chain(List<Syntax> sides) {
    List<Box> parts = new ArrayList<>(2 * sides.size());
    for (Syntax side : sides) {
      if (!parts.isEmpty()) {
        parts.add(Box.operator("=", "="));
      }
      parts.add(typeset(side));
    }
    return new Box.Row(parts);
  }

  /// A formula among others, in parentheses when it holds together less tightly than they ask, or
  /// when it would take in the factors that follow it.
  static Box at(Syntax formula, int least, boolean last) {
    Piece piece = draw(formula, last);
    boolean runsOn = formula instanceof Syntax.Bound && !last;
    return piece.level() < least || runsOn
        ? Box.parenthesised(draw(formula, true).box())
        : piece.box();
  }

  static Box base(Syntax formula) {
    return at(formula, Precedence.POSTFIX, false);
  }

  private static Piece atom(Box box) {
    return new Piece(box, Precedence.ATOM);
  }

  private static Piece draw(Syntax formula, boolean last) {
    return switch (formula) {
      case Syntax.Name(String text, _) -> atom(NameBoxes.of(text));
      case Syntax.Num(String digits, _) -> number(digits);
      case Syntax.Negate(Syntax of, _) -> negative(of, last);
      case Syntax.Binary binary -> binary(binary, last);
      case Syntax.Transpose(Syntax of, _) ->
          new Piece(Box.raised(base(of), TRANSPOSED), Precedence.POWER);
      case Syntax.Call(String function, List<Syntax> arguments, _) ->
          CallBoxes.of(function, arguments);
      case Syntax.Prime(String function, Syntax at, _) -> prime(function, at);
      case Syntax.Entry(Syntax of, List<Syntax> indices, _) -> entry(of, indices);
      case Syntax.Colon _ -> atom(new Glyph(":", ":", Role.NUMBER));
      case Syntax.Bound bound -> new Piece(BoundBoxes.of(bound), Precedence.PREFIX);
      case Syntax.Norm(Syntax of, String kind, _) -> atom(norm(of, kind));
      case Syntax.Indicator(Syntax condition, _) -> atom(indicator(condition));
      case Syntax.Compare compare -> new Piece(compare(compare), Precedence.COMPARISON);
      case Syntax.Block(List<List<Syntax>> rows, _) -> atom(block(rows));
      case Syntax.Derivative(Syntax of, Syntax wrt, _) ->
          new Piece(derivative(typeset(of), typeset(wrt)), Precedence.PREFIX);
    };
  }

  private static Piece number(String digits) {
    int exponent = Math.max(digits.indexOf('e'), digits.indexOf('E'));
    if (exponent < 0) {
      return atom(NameBoxes.number(digits));
    }
    Box power =
        Box.raised(NameBoxes.number("10"), NameBoxes.number(digits.substring(exponent + 1)));
    Box mantissa = NameBoxes.number(digits.substring(0, exponent));
    return new Piece(Box.row(mantissa, Box.operator("\\times", "×"), power), Precedence.PRODUCT);
  }

  /// The sign of a product stands before it without parentheses, unlike in text: nobody reads `-ab`
  /// as anything else.
  private static Piece negative(Syntax of, boolean last) {
    boolean product = of instanceof Syntax.Binary(Op op, _, _, _) && op == Op.TIMES;
    boolean twice = of instanceof Syntax.Negate;
    int least = product ? Precedence.PRODUCT : twice ? Precedence.POWER : Precedence.PREFIX;
    Box box = Box.row(MINUS_SIGN, at(of, least, last));
    return new Piece(box, product ? Precedence.SUM : Precedence.PREFIX);
  }

  private static Piece binary(Syntax.Binary binary, boolean last) {
    Syntax left = binary.left();
    Syntax right = binary.right();
    return switch (binary.op()) {
      case PLUS -> new Piece(sum(left, Box.operator("+", "+"), right), Precedence.SUM);
      case MINUS -> new Piece(sum(left, Box.operator("-", "−"), right), Precedence.SUM);
      case TIMES -> new Piece(product(left, right, last), Precedence.PRODUCT);
      case HADAMARD -> entrywise(binary, Box.operator("\\odot", "⊙"));
      case ENTRY_QUOTIENT -> entrywise(binary, Box.operator("\\oslash", "⊘"));
      case QUOTIENT ->
          new Piece(new Box.Fraction(typeset(left), typeset(right)), Precedence.PREFIX);
      case POWER -> new Piece(Box.raised(base(left), typeset(right)), Precedence.POWER);
      case ENTRY_POWER -> {
        Box exponent = Box.row(new Glyph("\\odot", "⊙", Role.PREFIX), base(right));
        yield new Piece(Box.raised(base(left), exponent), Precedence.POWER);
      }
    };
  }

  private static Box sum(Syntax left, Glyph sign, Syntax right) {
    Box first = at(left, Precedence.SUM, true);
    return Box.row(first, sign, unsigned(at(right, Precedence.PRODUCT, true)));
  }

  private static Box unsigned(Box box) {
    return first(box) == MINUS_SIGN ? Box.parenthesised(box) : box;
  }

  private static Box product(Syntax left, Syntax right, boolean last) {
    Box first = leftFactor(Op.TIMES, left);
    Box second = unsigned(at(right, Precedence.PREFIX, last));
    return Box.row(first, between(first, second), second);
  }

  private static Piece entrywise(Syntax.Binary product, Glyph sign) {
    Box first = leftFactor(product.op(), product.left());
    Box second = unsigned(at(product.right(), Precedence.PREFIX, false));
    return new Piece(Box.row(first, sign, second), Precedence.PRODUCT);
  }

  private static Box leftFactor(Op op, Syntax left) {
    boolean fraction = left instanceof Syntax.Binary(Op inner, _, _, _) && inner == Op.QUOTIENT;
    boolean misleads = !fraction && Precedence.misleadsOnLeft(op, left);
    return at(left, misleads ? Precedence.PREFIX : Precedence.PRODUCT, false);
  }

  private static Glyph between(Box left, Box right) {
    if (first(right) instanceof Glyph(_, String sign, Role role, _)
        && role == Role.NUMBER
        && Character.isDigit(sign.charAt(0))) {
      return DOT;
    }
    return isWord(last(left)) || isWord(first(right)) ? SPACE : NOTHING;
  }

  private static boolean isWord(Box box) {
    return box instanceof Glyph(_, _, Role role, _) && role == Role.WORD;
  }

  private static Box first(Box box) {
    return switch (box) {
      case Box.Row(List<Box> parts) -> parts.isEmpty() ? box : first(parts.getFirst());
      case Box.Scripts(Box base, _, _) -> first(base);
      case Box.Applied(Box function, _) -> first(function);
      case Box.Large(Glyph operator, _, _) -> operator;
      default -> box;
    };
  }

  private static Box last(Box box) {
    return switch (box) {
      case Box.Row(List<Box> parts) -> parts.isEmpty() ? box : last(parts.getLast());
      case Box.Scripts(Box base, _, _) -> last(base);
      case Box.Applied(_, Box arguments) -> arguments;
      default -> box;
    };
  }

  private static Piece prime(String function, Syntax at) {
    String name = function.replace("'", "");
    int primes = 1 + function.length() - name.length();
    Box mark = new Glyph("\\prime".repeat(primes), "′".repeat(primes), Role.OPERATOR);
    Box primed = Box.raised(CallBoxes.function(name), mark);
    return atom(new Box.Applied(primed, Box.parenthesised(typeset(at))));
  }

  private static Piece entry(Syntax of, List<Syntax> indices) {
    Piece piece = draw(of, false);
    boolean clear = piece.level() == Precedence.ATOM && !(piece.box() instanceof Box.Scripts);
    Box base = clear ? piece.box() : Box.parenthesised(piece.box());
    return new Piece(Box.lowered(base, indices(indices)), Precedence.POSTFIX);
  }

  /// Indices of one letter each stand together, `ij`; others need commas.
  static Box indices(List<Syntax> indices) {
    boolean letters = true;
    for (Syntax index : indices) {
      letters &= index instanceof Syntax.Name && typeset(index) instanceof Glyph;
    }
    return letters ? sideBySide(indices) : list(indices);
  }

  private static Box sideBySide(List<Syntax> formulas) {
    List<Box> parts = new ArrayList<>(formulas.size());
    for (Syntax formula : formulas) {
      parts.add(typeset(formula));
    }
    return parts.size() == 1 ? parts.getFirst() : new Box.Row(parts);
  }

  static Box list(List<Syntax> formulas) {
    List<Box> parts = new ArrayList<>(2 * formulas.size());
    for (Syntax formula : formulas) {
      if (!parts.isEmpty()) {
        parts.add(COMMA);
      }
      parts.add(typeset(formula));
    }
    return parts.size() == 1 ? parts.getFirst() : new Box.Row(parts);
  }

  /// `||x||` has no 2 below it: for a matrix it is Frobenius' norm, and a 2 would say otherwise.
  static Box norm(Syntax of, String kind) {
    Box inner = typeset(of);
    return switch (kind) {
      case "abs" -> new Box.Fence(Fences.BAR, inner);
      case "2" -> new Box.Fence(Fences.DOUBLE_BAR, inner);
      default -> {
        Box below = Character.isDigit(kind.charAt(0)) ? NameBoxes.number(kind) : NameBoxes.of(kind);
        yield Box.lowered(new Box.Fence(Fences.DOUBLE_BAR, inner), below);
      }
    };
  }

  private static Box indicator(Syntax condition) {
    Glyph one = new Glyph("\\mathbb{1}", "𝟙", Role.WORD);
    return new Box.Applied(one, new Box.Fence(Fences.SQUARE, typeset(condition)));
  }

  static Box compare(Syntax.Compare compare) {
    Glyph sign =
        switch (compare.relation()) {
          case LESS -> Box.operator("<", "<");
          case AT_MOST -> Box.operator("\\le", "≤");
          case EQUAL -> Box.operator("=", "=");
          case DIFFERENT -> Box.operator("\\neq", "≠");
          case AT_LEAST -> Box.operator("\\ge", "≥");
          case MORE -> Box.operator(">", ">");
        };
    Box left = at(compare.left(), Precedence.SUM, true);
    return Box.row(left, sign, at(compare.right(), Precedence.SUM, true));
  }

  private static Box block(List<List<Syntax>> rows) {
    List<List<Box>> cells = new ArrayList<>(rows.size());
    for (List<Syntax> row : rows) {
      List<Box> line = new ArrayList<>(row.size());
      for (Syntax entry : row) {
        line.add(typeset(entry));
      }
      cells.add(line);
    }
    return new Box.Matrix(cells);
  }

  static Box derivative(Box of, Box wrt) {
    return new Box.Fraction(Box.row(PARTIAL, of), Box.row(PARTIAL, wrt));
  }
}
