package dev.jacobi.elaborate;

import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Function;
import dev.jacobi.expr.Rational;
import dev.jacobi.expr.Terms;
import dev.jacobi.notation.Syntax;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The inverse and the determinant of what is written as a product of square matrices, a multiple,
/// a power, a transpose or an inverse, made of those of its parts: `inv(A B) = inv(B) inv(A)`,
/// `det(A B) = det(A) det(B)`. So the derivative of `det(A X)` by X speaks of `inv(X)`.
final class SquareFactors {
  private final Expressions expressions;
  private final Terms t;

  SquareFactors(Expressions expressions) {
    this.expressions = expressions;
    this.t = expressions.t;
  }

  // ---- inverses

  /// Empty when the matrix is not written so.
  Optional<Value> inverse(Syntax s, Scope scope) {
    return switch (s) {
      case Syntax.Binary b ->
          switch (b.op()) {
            case TIMES -> inverseOfProduct(b, scope);
            case QUOTIENT -> {
              Value c = expressions.value(b.right(), scope);
              yield c.isScalar() ? multiple(c.entry(), b.left(), scope) : Optional.empty();
            }
            case POWER -> power(b, scope).map(p -> raised(inverted(b.left(), scope), p, b));
            case PLUS, MINUS, HADAMARD, ENTRY_QUOTIENT, ENTRY_POWER -> Optional.empty();
          };
      case Syntax.Negate n -> multiple(t.number(-1), n.of(), scope);
      case Syntax.Transpose p -> matrix(p.of(), scope).map(_ -> turned(inverted(p.of(), scope)));
      case Syntax.Call c when isCall(c, "inv") -> matrix(c.arguments().get(0), scope);
      case Syntax.Call c when isCall(c, "I") -> matrix(c, scope);
      case Syntax.Call c when isKronecker(c, scope) ->
          Optional.of(
              expressions.value(
                  new Syntax.Call(
                      c.function(),
                      c.arguments().stream().map(SquareFactors::inv).toList(),
                      c.place()),
                  scope));
      default -> Optional.empty();
    };
  }

  private Optional<Value> inverseOfProduct(Syntax.Binary b, Scope scope) {
    Value l = expressions.value(b.left(), scope);
    Value r = expressions.value(b.right(), scope);
    if (l.isScalar() && isSquare(r)) return multiple(t.reciprocal(l.entry()), b.right(), scope);
    if (r.isScalar() && isSquare(l)) return multiple(t.reciprocal(r.entry()), b.left(), scope);
    if (!isSquare(l) || !isSquare(r)) return Optional.empty();
    var who = Expressions.operands(b);
    return Optional.of(
        expressions.arithmetic.multiply(
            inverted(b.right(), scope), inverted(b.left(), scope), who));
  }

  private Optional<Value> multiple(Expr c, Syntax of, Scope scope) {
    return matrix(of, scope)
        .map(_ -> inverted(of, scope))
        .map(v -> v.withEntry(t.times(c, v.entry())));
  }

  private Value inverted(Syntax s, Scope scope) {
    return inverse(s, scope)
        .orElseGet(
            () -> expressions.functions.arrays.inverse(expressions.value(s, scope), s, s.place()));
  }

  // ---- determinants

  Optional<Expr> determinant(Syntax s, boolean logarithm, Scope scope) {
    return switch (s) {
      case Syntax.Binary b ->
          switch (b.op()) {
            case TIMES -> determinantOfProduct(b, logarithm, scope);
            case QUOTIENT -> {
              Value c = expressions.value(b.right(), scope);
              yield c.isScalar()
                  ? scaled(t.reciprocal(c.entry()), b.left(), logarithm, scope)
                  : Optional.empty();
            }
            case POWER ->
                power(b, scope)
                    .map(p ->
                        logarithm
                            ? t.scale(of(b.left(), true, scope), p)
                            : t.pow(of(b.left(), false, scope), p));
            case PLUS, MINUS, HADAMARD, ENTRY_QUOTIENT, ENTRY_POWER -> Optional.empty();
          };
      case Syntax.Transpose p -> part(p.of(), logarithm, scope, x -> x);
      case Syntax.Call c when isCall(c, "inv") ->
          part(c.arguments().get(0), logarithm, scope, logarithm ? t::negate : t::reciprocal);
      case Syntax.Call c when isCall(c, "I") -> Optional.of(logarithm ? t.zero() : t.one());
      case Syntax.Call c when isKronecker(c, scope) -> {
        Expr x = ofKronecker(c, 0, logarithm, scope);
        Expr y = ofKronecker(c, 1, logarithm, scope);
        yield Optional.of(logarithm ? t.plus(x, y) : t.times(x, y));
      }
      default -> Optional.empty();
    };
  }

  private Optional<Expr> determinantOfProduct(Syntax.Binary b, boolean logarithm, Scope scope) {
    Value l = expressions.value(b.left(), scope);
    Value r = expressions.value(b.right(), scope);
    if (l.isScalar()) return scaled(l.entry(), b.right(), logarithm, scope);
    if (r.isScalar()) return scaled(r.entry(), b.left(), logarithm, scope);
    if (!isSquare(l) || !isSquare(r)) return Optional.empty();
    Expr x = of(b.left(), logarithm, scope);
    Expr y = of(b.right(), logarithm, scope);
    return Optional.of(logarithm ? t.plus(x, y) : t.times(x, y));
  }

  /// `det(c A) = c^n det(A)`.
  private Optional<Expr> scaled(Expr c, Syntax of, boolean logarithm, Scope scope) {
    Optional<Value> matrix = matrix(of, scope);
    if (matrix.isEmpty()) return Optional.empty();
    Expr n = t.extent(matrix.get().extent(0));
    Expr rest = of(of, logarithm, scope);
    if (!logarithm) return Optional.of(t.times(t.pow(c, n), rest));
    return Optional.of(t.plus(t.times(n, t.apply(Function.LOG, t.apply(Function.ABS, c))), rest));
  }

  private Optional<Expr> part(
      Syntax s, boolean logarithm, Scope scope, UnaryOperator<Expr> change) {
    return matrix(s, scope).map(_ -> change.apply(of(s, logarithm, scope)));
  }

  private Expr of(Syntax s, boolean logarithm, Scope scope) {
    return determinant(s, logarithm, scope)
        .orElseGet(() ->
            expressions.functions.arrays.determinantOf(
                expressions.value(s, scope), s, logarithm, scope));
  }

  /// What one factor gives: its own determinant, to the power of the other's extent.
  private Expr ofKronecker(Syntax.Call c, int q, boolean logarithm, Scope scope) {
    Expr own = of(c.arguments().get(q), logarithm, scope);
    Expr n = t.extent(expressions.value(c.arguments().get(1 - q), scope).extent(0));
    return logarithm ? t.times(n, own) : t.pow(own, n);
  }

  // ---- parts

  private boolean isKronecker(Syntax.Call c, Scope scope) {
    return c.function().equals("kron")
        && c.arguments().size() == 2
        && expressions.functions.isBuiltIn("kron")
        && c.arguments().stream().allMatch(s -> matrix(s, scope).isPresent());
  }

  private static Syntax inv(Syntax s) {
    return new Syntax.Call("inv", List.of(s), s.place());
  }

  private Optional<Value> matrix(Syntax s, Scope scope) {
    return Optional.of(expressions.value(s, scope)).filter(SquareFactors::isSquare);
  }

  private static boolean isSquare(Value v) {
    return v.order() == 2 && v.extent(0).equals(v.extent(1)) && !v.isUnit(0);
  }

  private boolean isCall(Syntax.Call c, String function) {
    return c.function().equals(function)
        && c.arguments().size() == 1
        && expressions.functions.isBuiltIn(function);
  }

  /// The whole power that a square matrix is raised to.
  private Optional<Rational> power(Syntax.Binary b, Scope scope) {
    if (matrix(b.left(), scope).isEmpty()) return Optional.empty();
    Expr p = expressions.value(b.right(), scope).entry();
    return p.isNumber() && p.isWhole() ? Optional.of(p.number()) : Optional.empty();
  }

  private Value raised(Value inverse, Rational p, Syntax.Binary b) {
    return expressions.arithmetic.matrixPower(inverse, p, Expressions.operands(b));
  }

  private static Value turned(Value v) {
    return new Value(v.entry(), v.axes().reversed());
  }
}
