package dev.jacobi.check;

import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Trees;
import dev.jacobi.notation.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
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

  /// The formula with sums over the letters of what is summed, where none is written: `\sum x_i^2`.
  /// The same where there are none.
  Syntax sums(Syntax s) {
    return sums(s, taken);
  }

  private Syntax sums(Syntax s, Set<String> outside) {
    if (s instanceof Syntax.Bound b) {
      Set<String> inside = new HashSet<>(outside);
      b.binders().forEach(x -> inside.add(Vocabulary.canonicalName(x.index())));
      return parts(b, inside);
    }
    if (s instanceof Syntax.Binary b && b.op() == Syntax.Op.TIMES) return product(b, outside);
    if (!(s instanceof Syntax.Call c) || c.arguments().size() != 1 || !isLarge(c.function()))
      return parts(s, outside);
    Set<String> letters = new LinkedHashSet<>(interpreter.letters(c.arguments()));
    letters.removeAll(outside);
    if (letters.isEmpty()) return parts(s, outside);
    Set<String> inside = new HashSet<>(outside);
    inside.addAll(letters);
    List<Syntax.Binder> binders =
        letters.stream().map(l -> new Syntax.Binder(l, List.of(), c.place())).toList();
    Syntax body = sums(c.arguments().getFirst(), inside);
    return new Syntax.Bound(c.function(), binders, List.of(), body, c.place());
  }

  /// `\sum (y_i - t_i) x_i` sums the product.
  private Syntax product(Syntax.Binary b, Set<String> outside) {
    Syntax left = sums(b.left(), outside);
    if (left instanceof Syntax.Bound sum && !(b.left() instanceof Syntax.Bound)) {
      List<String> letters = interpreter.letters(List.of(b.right()));
      if (sum.binders().stream().anyMatch(x -> letters.contains(x.index()))) {
        Syntax body = new Syntax.Binary(b.op(), sum.body(), b.right(), b.place());
        return sums(
            new Syntax.Bound(sum.operator(), sum.binders(), List.of(), body, sum.place()), outside);
      }
    }
    Syntax right = sums(b.right(), outside);
    boolean same = left == b.left() && right == b.right();
    return same ? b : new Syntax.Binary(b.op(), left, right, b.place());
  }

  private Syntax parts(Syntax s, Set<String> outside) {
    List<Syntax> changed = new ArrayList<>();
    boolean same = true;
    for (Syntax p : Trees.parts(s)) {
      Syntax c = sums(p, outside);
      same &= c == p;
      changed.add(c);
    }
    return same ? s : Trees.with(s, changed);
  }

  private static boolean isLarge(String function) {
    return function.equals("sum") || function.equals("prod");
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
