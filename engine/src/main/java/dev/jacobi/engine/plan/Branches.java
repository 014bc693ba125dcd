package dev.jacobi.engine.plan;

import dev.jacobi.engine.plan.Scalar.Condition;
import dev.jacobi.expr.Monomial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `where(x > 0, a, b)` is `a 1[x > 0] + b − b 1[x > 0]` in index notation: two terms of a sum, of
/// which the second takes back what the first says of the other branch.
final class Branches {
  private final Scalars scalars;

  Branches(Scalars scalars) {
    this.scalars = scalars;
  }

  /// `b − b 1[x > 0]` is b where x is not positive, and 0 elsewhere, also where b is infinite.
  void join(List<Monomial> terms, List<Scalar> bodies) {
    for (int q = terms.size() - 1; q >= 0; q--)
      for (int p = 0; p < q && q < terms.size(); p++) {
        boolean cancel = terms.get(p).coefficient.plus(terms.get(q).coefficient).isZero();
        Optional<Scalar> other = cancel ? other(bodies.get(p), bodies.get(q)) : Optional.empty();
        if (cancel && other.isEmpty()) {
          other = other(bodies.get(q), bodies.get(p));
          if (other.isPresent()) terms.set(p, terms.get(q));
        }
        if (other.isEmpty()) continue;
        bodies.set(p, other.get());
        terms.remove(q);
        bodies.remove(q);
      }
  }

  private Optional<Scalar> other(Scalar all, Scalar some) {
    if (!(some instanceof Scalar.Choose c)) return Optional.empty();
    Scalar value = all instanceof Scalar.Choose a ? a.value : all;
    List<Condition> left = new ArrayList<>(c.conditions);
    if (all instanceof Scalar.Choose a && !left.containsAll(a.conditions)) return Optional.empty();
    if (all instanceof Scalar.Choose a) left.removeAll(a.conditions);
    boolean one = value == c.value && left.size() == 1;
    return one && left.getFirst() instanceof Condition.Compares x
        ? Optional.of(scalars.choose(List.of(x.opposite()), all))
        : Optional.empty();
  }
}
