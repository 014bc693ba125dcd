package dev.jacobi.elaborate;

import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Terms;
import dev.jacobi.notation.Syntax;
import java.util.List;
import java.util.Optional;

/// The identity and the vector of ones as they stand on paper, without a size: `A - I`, `X 1`. They
/// have the one that fits what they meet.
final class Unsized {
  private final Expressions expressions;
  private final Terms t;

  Unsized(Expressions expressions) {
    this.expressions = expressions;
    this.t = expressions.t;
  }

  /// The two operands of a sum or product in which one has its size from the other; empty when none
  /// has, or nothing says what it is.
  Optional<List<Value>> operands(Syntax.Binary b, Scope scope) {
    Optional<Syntax.Name> left = bare(b.left(), scope);
    Optional<Syntax.Name> right = bare(b.right(), scope);
    if (left.isPresent() == right.isPresent()) return Optional.empty();
    boolean sum = b.op() == Syntax.Op.PLUS || b.op() == Syntax.Op.MINUS;
    if (!sum && b.op() != Syntax.Op.TIMES) return Optional.empty();
    Value met = expressions.value(left.isPresent() ? b.right() : b.left(), scope);
    Syntax.Name name = left.or(() -> right).orElseThrow();
    boolean down = isTurned(left.isPresent() ? b.left() : b.right());
    Optional<Extent> size = sum ? ofSum(name, met) : ofProduct(name, met, left.isPresent(), down);
    if (size.isEmpty()) return Optional.empty();
    Scope inner = scope.inner();
    inner.bind(name.text(), value(name.text(), size.get()));
    Value own = expressions.value(left.isPresent() ? b.left() : b.right(), inner);
    return Optional.of(left.isPresent() ? List.of(own, met) : List.of(met, own));
  }

  /// `I`, `-I`, `c I`, `1'`: nothing else in it has axes.
  private Optional<Syntax.Name> bare(Syntax s, Scope scope) {
    return switch (s) {
      case Syntax.Name n -> isFree(n, scope) ? Optional.of(n) : Optional.empty();
      case Syntax.Negate n -> bare(n.of(), scope);
      case Syntax.Transpose p -> bare(p.of(), scope);
      case Syntax.Binary b when b.op() == Syntax.Op.TIMES -> {
        Optional<Syntax.Name> right = bare(b.right(), scope);
        yield right.isPresent() && isNumber(b.left(), scope) ? right : Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  private boolean isFree(Syntax.Name n, Scope scope) {
    boolean either = n.text().equals("I") || n.text().equals("ones");
    return either
        && !expressions.model.knows(n.text())
        && scope.value(n.text()).isEmpty()
        && scope.letter(n.text()).isEmpty()
        && scope.extent(n.text()).isEmpty();
  }

  private boolean isNumber(Syntax s, Scope scope) {
    return bare(s, scope).isEmpty() && expressions.value(s, scope).isScalar();
  }

  private static boolean isTurned(Syntax s) {
    return switch (s) {
      case Syntax.Transpose p -> !isTurned(p.of());
      case Syntax.Negate n -> isTurned(n.of());
      case Syntax.Binary b -> isTurned(b.right());
      default -> false;
    };
  }

  private static Optional<Extent> ofSum(Syntax.Name name, Value met) {
    boolean square = met.order() == 2 && met.extent(0).equals(met.extent(1));
    return square && name.text().equals("I") ? Optional.of(met.extent(0)) : Optional.empty();
  }

  /// `I x`, `X I`, `1' X`, `X 1`.
  private static Optional<Extent> ofProduct(
      Syntax.Name name, Value met, boolean before, boolean turned) {
    boolean identity = name.text().equals("I");
    if (met.isScalar() || met.order() > 2 || !identity && before != turned) return Optional.empty();
    if (before) return Optional.of(met.extent(0));
    return met.order() == 2 ? Optional.of(met.extent(1)) : Optional.empty();
  }

  private Value value(String name, Extent size) {
    Index i = t.index(size, "");
    Expr one = t.one();
    if (name.equals("ones")) return new Value(one, List.of(i));
    Index j = t.index(size, "");
    return new Value(t.delta(i, j), List.of(i, j));
  }
}
