package dev.jacobi.engine;

import dev.jacobi.eval.Evaluator;
import dev.jacobi.eval.Point;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Function;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Schedule;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Whether the slow evaluator, which computes a softmax as it is written, meets an exponential that
/// is infinite: what it says then is no measure for compiled code.
final class Overflow {
  private static final double MOST = 700;

  private final Model names;
  private final Point point;
  private final Set<Expr> seen = new HashSet<>();

  Overflow(Model names, Point point) {
    this.names = names;
    this.point = point;
  }

  boolean happens(List<Schedule.Line> formulas) {
    try {
      return formulas.stream().anyMatch(l -> happens(l.body()));
    } catch (IllegalArgumentException | IllegalStateException unknown) {
      return false; // an array that is not there yet, such as an adjoint
    }
  }

  private boolean happens(Definition.Body body) {
    return switch (body) {
      case Definition.Formula f -> in(f.expr());
      case Definition.Extreme e -> in(e.expr());
      case Definition.ProductOver p -> in(p.expr());
      case Definition.ArgMax a -> in(a.expr());
      case Definition.Inverse _, Definition.Determinant _, Definition.Unknown _ -> false;
    };
  }

  private boolean in(Expr e) {
    if (!seen.add(e)) return false;
    for (Monomial m : e.terms())
      for (Monomial.Power p : names.t.open(m).powers())
        if (in(p.exponent()) || in(p.base())) return true;
    return false;
  }

  private boolean in(Factor f) {
    return switch (f) {
      case Factor.Group g -> in(g.of);
      case Factor.Indicator i -> in(i.of);
      case Factor.Apply a ->
          a.arguments().stream().anyMatch(this::in)
              || a.function == Function.EXP && isLarge(a.argument(0));
      case Factor.Symbol _, Factor.Relation _, Factor.Radical _ -> false;
    };
  }

  private boolean isLarge(Expr argument) {
    double[] x = new Evaluator(names, point).array(argument, List.of(argument.free()));
    return Arrays.stream(x).anyMatch(v -> v > MOST);
  }
}
