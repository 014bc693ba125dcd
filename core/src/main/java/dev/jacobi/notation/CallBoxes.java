package dev.jacobi.notation;

import dev.jacobi.notation.Box.Fences;
import dev.jacobi.notation.Box.Glyph;
import dev.jacobi.notation.Box.Role;
import dev.jacobi.notation.Typesetter.Piece;
import java.util.List;

/// Lays out calls: those that mathematics draws in a way of its own (`inv(A)` as A⁻¹, `exp(x)` as
/// eˣ), and all others as a name before parentheses.
final class CallBoxes {
  private static final int SHORT = 6;
  private static final Glyph NABLA = new Glyph("\\nabla", "∇", Role.PREFIX);

  private CallBoxes() {}

  static Piece of(String function, List<Syntax> arguments) {
    String name = Vocabulary.canonicalName(function);
    return switch (arguments.size()) {
      case 1 -> ofOne(name, function, arguments.getFirst(), arguments);
      case 2 -> ofTwo(name, function, arguments.getFirst(), arguments);
      case 3 ->
          name.equals("hess")
              ? new Piece(mixed(arguments), Precedence.PREFIX)
              : plain(function, arguments);
      default -> plain(function, arguments);
    };
  }

  private static Piece ofOne(
      String name, String function, Syntax argument, List<Syntax> arguments) {
    return switch (name) {
      case "exp" ->
          size(argument) <= SHORT
              ? new Piece(
                  Box.raised(new Glyph("e", "e", Role.VARIABLE), Typesetter.typeset(argument)),
                  Precedence.POWER)
              : plain(function, arguments);
      case "inv" -> raised(argument, NameBoxes.number("-1"));
      case "transpose" -> raised(argument, Typesetter.TRANSPOSED);
      case "sqrt" -> atom(new Box.Root(Typesetter.typeset(argument)));
      case "floor" -> atom(new Box.Fence(Fences.FLOOR, Typesetter.typeset(argument)));
      case "abs" -> atom(Typesetter.norm(argument, "abs"));
      case "norm", "norm2", "normF" -> atom(Typesetter.norm(argument, "2"));
      case "norm1" -> atom(Typesetter.norm(argument, "1"));
      case "norminf" -> atom(Typesetter.norm(argument, "inf"));
      case "I", "eye" -> sized(new Glyph("I", "I", Role.VARIABLE), arguments);
      case "ones" -> sized(new Glyph("\\mathbf{1}", "𝟏", Role.VARIABLE), arguments);
      case "zeros" -> sized(new Glyph("\\mathbf{0}", "𝟎", Role.VARIABLE), arguments);
      default -> plain(function, arguments);
    };
  }

  private static Piece ofTwo(String name, String function, Syntax first, List<Syntax> arguments) {
    Syntax second = arguments.get(1);
    return switch (name) {
      case "dot" -> atom(new Box.Fence(Fences.ANGLE, Typesetter.list(arguments)));
      case "ones" -> sized(new Glyph("\\mathbf{1}", "𝟏", Role.VARIABLE), arguments);
      case "zeros" -> sized(new Glyph("\\mathbf{0}", "𝟎", Role.VARIABLE), arguments);
      case "delta" -> atom(Box.lowered(NameBoxes.of("delta"), Typesetter.indices(arguments)));
      case "jac" ->
          new Piece(Typesetter.derivative(operand(first), operand(second)), Precedence.PREFIX);
      case "grad" -> {
        Box nabla = Box.lowered(NABLA, Typesetter.typeset(second));
        yield new Piece(Box.row(nabla, operand(first)), Precedence.PREFIX);
      }
      case "hess" -> {
        Box nabla = new Box.Scripts(NABLA, Typesetter.typeset(second), NameBoxes.number("2"));
        yield new Piece(Box.row(nabla, operand(first)), Precedence.PREFIX);
      }
      default -> plain(function, arguments);
    };
  }

  private static Piece atom(Box box) {
    return new Piece(box, Precedence.ATOM);
  }

  private static Box operand(Syntax formula) {
    return Typesetter.base(formula);
  }

  private static Piece raised(Syntax base, Box mark) {
    return new Piece(Box.raised(Typesetter.base(base), mark), Precedence.POWER);
  }

  private static Piece sized(Glyph sign, List<Syntax> extents) {
    Box below = Typesetter.typeset(extents.getFirst());
    if (extents.size() == 2) {
      Box across = Typesetter.typeset(extents.get(1));
      below = Box.row(below, Box.operator("\\times", "×"), across);
    }
    return atom(Box.lowered(sign, below));
  }

  private static Box mixed(List<Syntax> arguments) {
    Box twice = Box.raised(Typesetter.PARTIAL, NameBoxes.number("2"));
    Box u = operand(arguments.get(1));
    Box v = operand(arguments.get(2));
    Box under = Box.row(Typesetter.PARTIAL, u, Typesetter.PARTIAL, v);
    return new Box.Fraction(Box.row(twice, operand(arguments.getFirst())), under);
  }

  private static Piece plain(String function, List<Syntax> arguments) {
    Box inside = Box.parenthesised(Typesetter.list(arguments));
    return atom(new Box.Applied(function(function), inside));
  }

  /// A function's name: LaTeX's own where it has one, a letter where it is a letter, otherwise an
  /// upright word.
  static Box function(String name) {
    String canonical = Vocabulary.canonicalName(name);
    return switch (canonical) {
      case "exp", "log", "ln", "sin", "cos", "tan", "sinh", "cosh", "tanh", "max", "min", "det" ->
          new Glyph("\\" + canonical, canonical, Role.WORD);
      case "asin", "acos", "atan" -> {
        String arc = "arc" + canonical.substring(1);
        yield new Glyph("\\" + arc, arc, Role.WORD);
      }
      case "log2", "log10" ->
          Box.lowered(
              new Glyph("\\log", "log", Role.WORD), NameBoxes.number(canonical.substring(3)));
      case "logdet" ->
          Box.row(new Glyph("\\log", "log", Role.WORD), new Glyph("\\det", "det", Role.WORD));
      default -> {
        Box letters = NameBoxes.of(canonical);
        yield isLetter(letters) && !Vocabulary.FUNCTIONS.contains(canonical)
            ? letters
            : new Glyph("\\operatorname{" + NameBoxes.escaped(canonical) + "}", name, Role.WORD);
      }
    };
  }

  private static boolean isLetter(Box box) {
    return switch (box) {
      case Box.Scripts(Box base, _, _) -> isLetter(base);
      case Box.Accent(_, _, Box of) -> isLetter(of);
      case Glyph(_, _, Role role, _) -> role != Role.WORD;
      default -> false;
    };
  }

  /// How much a formula holds; more than fits in an exponent when it is not one line of letters.
  private static int size(Syntax formula) {
    return switch (formula) {
      case Syntax.Name _, Syntax.Num _ -> 1;
      case Syntax.Entry(Syntax of, List<Syntax> indices, _) -> size(of) + indices.size();
      case Syntax.Negate(Syntax of, _) -> 1 + size(of);
      case Syntax.Transpose(Syntax of, _) -> 1 + size(of);
      case Syntax.Binary(Syntax.Op op, Syntax left, Syntax right, _) ->
          switch (op) {
            case TIMES, PLUS, MINUS -> 1 + size(left) + size(right);
            default -> SHORT + 1;
          };
      default -> SHORT + 1;
    };
  }
}
