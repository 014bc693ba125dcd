package dev.jacobi.engine.plan;

import dev.jacobi.engine.plan.Scalar.Condition;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A body made anew around some of its nodes, which others take the place of.
final class Rebuilt {
  private final Scalars scalars;
  private final Function<Scalar, Optional<Scalar>> instead;
  private final Map<Scalar, Scalar> done = new HashMap<>();

  /// @param instead what stands in the place of a node; of the others, the parts are looked at
  Rebuilt(Scalars scalars, Function<Scalar, Optional<Scalar>> instead) {
    this.scalars = scalars;
    this.instead = instead;
  }

  Scalar of(Scalar s) {
    Scalar known = done.get(s);
    if (known != null) return known;
    Optional<Scalar> other = instead.apply(s);
    Scalar r = other.isPresent() ? other.get() : around(s);
    done.put(s, r);
    return r;
  }

  private Scalar around(Scalar s) {
    return switch (s) {
      case Scalar.Num n -> scalars.num(n.value);
      case Scalar.Load l -> scalars.load(l.buffer, l.address);
      case Scalar.Op o ->
          scalars.op(o.operator, o.parts().stream().map(this::of).toArray(Scalar[]::new));
      case Scalar.Call c -> scalars.call(c.function, of(c.argument()));
      case Scalar.Choose c ->
          scalars.choose(c.conditions.stream().map(this::of).toList(), of(c.value));
    };
  }

  private Condition of(Condition x) {
    return switch (x) {
      case Condition.Holds h -> h;
      case Condition.Compares c -> new Condition.Compares(of(c.number()), c.test());
    };
  }
}
