package dev.jacobi.elaborate;

import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Rational;
import dev.jacobi.expr.Terms;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import java.util.List;
import java.util.function.BinaryOperator;

/// Sums, products and powers by shape, as language.md says: which axes meet, and what does not fit.
final class Arithmetic {
  private final Terms t;

  Arithmetic(Terms t) {
    this.t = t;
  }

  Terms terms() {
    return t;
  }

  /// Two operands for an error to name: in the user's own words, which are spelled only then, and
  /// as factors of something that he may write instead.
  record Operands(Syntax first, Syntax second, String sign, Place place) {
    String left() {
      return Spelled.of(first);
    }

    String right() {
      return Spelled.of(second);
    }

    String leftFactor() {
      return Spelled.factor(first);
    }

    String rightFactor() {
      return Spelled.factor(second);
    }
  }

  Value add(Value a, Value b, Operands who) {
    return entrywise(a, b, t::plus, who);
  }

  Value subtract(Value a, Value b, Operands who) {
    return entrywise(a, b, t::minus, who);
  }

  Value hadamard(Value a, Value b, Operands who) {
    return entrywise(a, b, (x, y) -> t.times(x, y), who);
  }

  Value divide(Value a, Value b, Operands who) {
    return entrywise(a, b, t::over, who);
  }

  Value power(Value a, Value b, Operands who) {
    return entrywise(a, b, t::pow, who);
  }

  Value negate(Value a) {
    return a.withEntry(t.negate(a.entry()));
  }

  /// Equal shapes; a number with anything; a vector along the one axis of a matrix that has its
  /// extent.
  Value entrywise(Value a, Value b, BinaryOperator<Expr> f, Operands who) {
    if (b.isScalar()) return a.withEntry(f.apply(a.entry(), b.entry()));
    if (a.isScalar()) return b.withEntry(f.apply(a.entry(), b.entry()));
    List<Index> axes = common(a, b, who);
    return new Value(f.apply(on(a, axes, who), on(b, axes, who)), axes);
  }

  private List<Index> common(Value a, Value b, Operands who) {
    if (a.order() == b.order()) {
      List<Index> axes = new java.util.ArrayList<>();
      for (int q = 0; q < a.order(); q++) {
        boolean fits = a.extent(q).equals(b.extent(q)) || a.isUnit(q) || b.isUnit(q);
        if (!fits || (a.isUnit(q) != b.isUnit(q) && !oneBroadcasts(a, b)))
          throw mismatch(a, b, who);
        axes.add(a.isUnit(q) ? b.axes().get(q) : a.axes().get(q));
      }
      return axes;
    }
    return a.order() > b.order() ? a.axes() : b.axes();
  }

  /// A row over the rows of a matrix, or a one-column matrix over its columns; never both at once.
  private static boolean oneBroadcasts(Value a, Value b) {
    boolean aHas = false;
    boolean bHas = false;
    for (int q = 0; q < a.order(); q++) {
      aHas |= a.isUnit(q) && !b.isUnit(q);
      bHas |= b.isUnit(q) && !a.isUnit(q);
    }
    return aHas != bHas;
  }

  /// The entry of v in terms of the indices of `axes`.
  private Expr on(Value v, List<Index> axes, Operands who) {
    if (v.order() == axes.size()) return renamed(v, axes);
    if (v.order() != 1 || axes.size() != 2)
      throw new ElaborationException(
          who.place, "shapes do not fit: " + v.describe() + " and " + Value.describe(shape(axes)));
    boolean down = v.extent(0).equals(axes.get(0).extent);
    boolean along = v.extent(0).equals(axes.get(1).extent);
    String vector = v.axes() == axes ? who.left() : who.right();
    if (down && along)
      throw new ElaborationException(
          who.place,
          "a vector of length "
              + v.extent(0)
              + " fits both axes of a matrix of shape "
              + Value.shown(shape(axes)),
          "write `ones("
              + v.extent(0)
              + ") "
              + vector
              + "'` to add it to every row, `"
              + vector
              + " ones("
              + v.extent(0)
              + ")'` to every column");
    if (!down && !along)
      throw new ElaborationException(
          who.place,
          who.left()
              + " and "
              + who.right()
              + " do not fit: length "
              + v.extent(0)
              + " is no axis of "
              + Value.shown(shape(axes)));
    return renamed(v, List.of(axes.get(down ? 0 : 1)));
  }

  private static List<Extent> shape(List<Index> axes) {
    return axes.stream().map(i -> i.extent).toList();
  }

  private Expr renamed(Value v, List<Index> axes) {
    return v.axes().equals(axes) ? v.entry() : t.substitute(v.entry(), v.axes(), axes);
  }

  private ElaborationException mismatch(Value a, Value b, Operands who) {
    String hint = "";
    if (a.order() == 2 && a.extent(0).equals(b.extent(1)) && a.extent(1).equals(b.extent(0)))
      hint = "transpose one of them: `" + who.rightFactor() + "'`";
    return new ElaborationException(
        who.place,
        who.left()
            + " has "
            + a.describe()
            + " and "
            + who.right()
            + " has "
            + b.describe()
            + ": "
            + what(who)
            + " needs equal shapes",
        hint);
  }

  private static String what(Operands who) {
    return switch (who.sign) {
      case "PLUS", "MINUS" -> "a sum";
      case "HADAMARD" -> "an entrywise product, `.*`,";
      case "QUOTIENT", "ENTRY_QUOTIENT" -> "an entrywise quotient, `./`,";
      case "ENTRY_POWER" -> "an entrywise power";
      default -> "`" + who.sign + "`";
    };
  }

  /// The product by shape.
  Value multiply(Value a, Value b, Operands who) {
    if (a.isScalar() || b.isScalar()) return hadamard(a, b, who);
    if (a.order() > 2 || b.order() > 2)
      throw new ElaborationException(
          who.place,
          who.left()
              + " has "
              + a.describe()
              + " and "
              + who.right()
              + " has "
              + b.describe()
              + ": a product is of at most two axes each",
          "write it by entry, with sum[…]");
    if (a.order() == 1 && b.order() == 1) {
      if (b.isUnit(0)) return hadamard(a, b, who); // n × 1 times 1 × 1
      throw columns(a, b, who);
    }
    Extent inner = a.order() == 1 ? Extent.ONE : a.extent(1);
    if (!inner.equals(b.extent(0))) {
      if (a.order() == 2 && b.order() == 1 && a.isUnit(1) && b.isUnit(0))
        return hadamard(a, b, who);
      throw inner(a, b, inner, who);
    }
    if (a.order() == 1) // column times row: an outer product
    return new Value(t.times(a.entry(), b.entry()), List.of(a.axes().get(0), b.axes().get(1)));
    Index k = a.axes().get(1);
    Expr right = t.substitute(b.entry(), b.axes().get(0), k);
    Expr e = t.sum(t.times(a.entry(), right), k);
    List<Index> axes = new java.util.ArrayList<>();
    axes.add(a.axes().get(0));
    if (b.order() == 2) axes.add(b.axes().get(1));
    boolean number = a.isUnit(0) && (b.order() == 1 || b.isUnit(1));
    if (number) return Value.scalar(e);
    return new Value(e, axes);
  }

  /// NumPy's `x @ W` of a vector: it lies down where the axis of W has its extent.
  Value lying(Value a, Value b) {
    boolean meets = a.order() == 1 && b.order() > 0 && a.extent(0).equals(b.extent(0));
    boolean outer = b.order() == 2 && b.isUnit(0);
    return meets && !outer ? transpose(a, "", Place.NONE) : a;
  }

  private ElaborationException columns(Value a, Value b, Operands who) {
    boolean same = a.extent(0).equals(b.extent(0));
    String l = who.leftFactor();
    String r = who.rightFactor();
    return new ElaborationException(
        who.place,
        who.left()
            + " and "
            + who.right()
            + " are both columns, of length "
            + a.extent(0)
            + " and "
            + b.extent(0)
            + ": their product is not defined",
        same
            ? "`"
                + l
                + " .* "
                + r
                + "` entry by entry, `"
                + l
                + "' "
                + r
                + "` for the number, `"
                + l
                + " "
                + r
                + "'` for the matrix"
            : "`" + l + " " + r + "'` for the matrix of all products");
  }

  private ElaborationException inner(Value a, Value b, Extent inner, Operands who) {
    String l = who.leftFactor();
    String r = who.rightFactor();
    String hint = "";
    Extent last = b.order() == 1 ? Extent.ONE : b.extent(1);
    if (a.order() == 2 && a.extent(0).equals(b.extent(0)))
      hint = "transpose the first: `" + l + "' " + r + "`";
    else if (inner.equals(last)) hint = "transpose the second: `" + l + " " + r + "'`";
    else if (a.order() == 1 && b.order() == 2 && a.extent(0).equals(b.extent(0)))
      hint = "`" + l + "' " + r + "` is a row";
    else if (b.order() == 2 && last.equals(a.extent(0)))
      hint = "the other order fits: `" + r + " " + l + "`";
    else if (a.shape().equals(b.shape())) hint = "entry by entry: `" + l + " .* " + r + "`";
    return new ElaborationException(
        who.place,
        who.left()
            + " has "
            + a.describe()
            + " and "
            + who.right()
            + " has "
            + b.describe()
            + ": the inner extents differ",
        hint);
  }

  Value transpose(Value a, String who, Place place) {
    if (a.order() > 2)
      throw new ElaborationException(
          place,
          who + " has " + a.describe() + ": a transpose is of two axes",
          "write it by entry");
    return switch (a.order()) {
      case 0 -> a;
      case 1 -> new Value(a.entry(), List.of(t.index(Extent.ONE, ""), a.axes().get(0)));
      default ->
          a.order() == 2 && a.isUnit(0)
              ? new Value(a.entry(), List.of(a.axes().get(1)))
              : new Value(a.entry(), List.of(a.axes().get(1), a.axes().get(0)));
    };
  }

  /// A whole power of a square matrix.
  Value matrixPower(Value a, Rational exponent, Operands who) {
    if (!exponent.isSmallInteger() || exponent.intValue() > 64)
      throw new ElaborationException(
          who.place, "the power " + exponent + " of a matrix", "a whole power from -64 to 64");
    Value r = identity(a);
    for (int q = 0; q < exponent.intValue(); q++) r = q == 0 ? a : multiply(r, refreshed(a), who);
    return r;
  }

  private Value identity(Value a) {
    Index j = t.fresh(a.axes().get(1));
    return new Value(t.delta(a.axes().get(0), j), List.of(a.axes().get(0), j));
  }

  /// The same value over indices of its own, so that it can meet itself.
  Value refreshed(Value a) {
    List<Index> fresh = a.axes().stream().map(t::fresh).toList();
    return new Value(t.substitute(a.entry(), a.axes(), fresh), fresh, a.differential());
  }
}
