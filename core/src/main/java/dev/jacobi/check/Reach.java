package dev.jacobi.check;

import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Trees;
import dev.jacobi.notation.Vocabulary;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How far an operator reaches. `\sum_i y_i \log p_i + (1 - y_i) \log (1 - p_i)` sums both terms,
/// since the second has the letter of the sum and nothing else says what it is;
/// `\frac{\partial}{\partial m} (y - m x) \cdot (y - m x)` may be the derivative of the product.
final class Reach {
  static final String DEFECT = "brackets are missing around what is summed";

  static final String DERIVED = "brackets are missing around what is differentiated";

  private final Interpreter interpreter;
  private final Set<String> taken;

  /// - `taken`: letters that mean something outside of the sum
  Reach(Interpreter interpreter, Collection<String> taken) {
    this.interpreter = interpreter;
    this.taken = new HashSet<>(taken);
  }

  /// The formula with sums that reach as far as they are meant to; the same where none does.
  Syntax over(Syntax s) {
    return Trees.map(
        s,
        x ->
            x instanceof Syntax.Binary b && (b.op() == Syntax.Op.PLUS || b.op() == Syntax.Op.MINUS)
                ? drawn(b).orElse(b)
                : x);
  }

  private Optional<Syntax> drawn(Syntax.Binary b) {
    List<String> letters = interpreter.letters(List.of(b.right()));
    return into(b.left(), b, letters);
  }

  /// What ends in a sum, with the term drawn into it.
  private Optional<Syntax> into(Syntax s, Syntax.Binary term, List<String> letters) {
    return switch (s) {
      case Syntax.Bound b when b.operator().equals("sum") && binds(b, letters) ->
          Optional.of(
              new Syntax.Bound(
                  b.operator(),
                  b.binders(),
                  b.conditions(),
                  new Syntax.Binary(term.op(), b.body(), term.right(), term.place()),
                  b.place()));
      case Syntax.Negate n -> into(n.of(), term, letters).map(x -> new Syntax.Negate(x, n.place()));
      case Syntax.Binary b when b.op() == Syntax.Op.TIMES ->
          into(b.right(), term, letters)
              .map(x -> new Syntax.Binary(b.op(), b.left(), x, b.place()));
      case Syntax.Binary b when b.op() == Syntax.Op.PLUS || b.op() == Syntax.Op.MINUS ->
          into(b.right(), term, letters)
              .map(x -> new Syntax.Binary(b.op(), b.left(), x, b.place()));
      default -> Optional.empty();
    };
  }

  private boolean binds(Syntax.Bound b, List<String> letters) {
    return b.binders().stream()
        .map(x -> Vocabulary.canonicalName(x.index()))
        .anyMatch(l -> letters.contains(l) && !taken.contains(l));
  }

  /// The formula with derivatives of formulas taken of the products they stand in; the same where
  /// there are none.
  static Syntax derivatives(Syntax s) {
    return Trees.map(
        s, x -> x instanceof Syntax.Binary b && b.op() == Syntax.Op.TIMES ? ofProduct(b) : x);
  }

  private static Syntax ofProduct(Syntax.Binary b) {
    boolean turned = b.left() instanceof Syntax.Transpose;
    Syntax left = b.left() instanceof Syntax.Transpose p ? p.of() : b.left();
    if (!(left instanceof Syntax.Derivative d) || d.of() instanceof Syntax.Name) return b;
    Syntax of = turned ? new Syntax.Transpose(d.of(), d.place()) : d.of();
    return new Syntax.Derivative(
        new Syntax.Binary(b.op(), of, b.right(), b.place()), d.wrt(), b.place());
  }
}
