package dev.jacobi.engine.plan;

import dev.jacobi.engine.plan.Scalar.Condition;
import dev.jacobi.engine.plan.Step.Matrix;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Steps with other buffers in the place of theirs.
final class Renamed {
  private final UnaryOperator<Buffer> buffers;
  private final Scalars scalars = new Scalars();
  private final Map<Scalar, Scalar> done = new HashMap<>();

  Renamed(UnaryOperator<Buffer> buffers) {
    this.buffers = buffers;
  }

  Step of(Step s) {
    return switch (s) {
      case Step.Nest n ->
          new Step.Nest(
              buffers.apply(n.out()),
              n.address(),
              n.outer(),
              n.inner(),
              n.reduction(),
              of(n.body()),
              n.accumulates());
      case Step.Gemm g ->
          new Step.Gemm(
              of(g.c()),
              of(g.a()),
              of(g.b()),
              g.m(),
              g.n(),
              g.k(),
              g.batch(),
              new Step.Factor(g.alpha().constant(), g.alpha().number().map(buffers)),
              g.beta());
      case Step.Symmetric x ->
          new Step.Symmetric(of(x.c()), of(x.a()), x.weights().map(buffers), x.m(), x.k());
      case Step.Map m -> new Step.Map(buffers.apply(m.out()), m.function(), buffers.apply(m.in()));
      case Step.Rows r ->
          new Step.Rows(
              buffers.apply(r.out()), r.function(), buffers.apply(r.in()), r.rows(), r.length());
      case Step.Square x ->
          new Step.Square(buffers.apply(x.out()), x.function(), buffers.apply(x.in()), x.n());
      case Step.Solve x ->
          new Step.Solve(
              buffers.apply(x.out()),
              buffers.apply(x.factors()),
              x.transposed(),
              of(x.b()),
              x.n(),
              x.columns());
    };
  }

  private Matrix of(Matrix m) {
    return new Matrix(buffers.apply(m.buffer()), m.base(), m.rows(), m.columns());
  }

  private Scalar of(Scalar s) {
    Scalar known = done.get(s);
    if (known != null) return known;
    Scalar r =
        switch (s) {
          case Scalar.Num n -> scalars.num(n.value);
          case Scalar.Load l -> scalars.load(buffers.apply(l.buffer), l.address);
          case Scalar.Op o ->
              scalars.op(o.operator, o.parts().stream().map(this::of).toArray(Scalar[]::new));
          case Scalar.Call c -> scalars.call(c.function, of(c.argument()));
          case Scalar.Choose c ->
              scalars.choose(c.conditions.stream().map(this::of).toList(), of(c.value));
        };
    done.put(s, r);
    return r;
  }

  private Condition of(Condition x) {
    return switch (x) {
      case Condition.Holds h -> h;
      case Condition.Compares c -> new Condition.Compares(of(c.number()), c.comparison());
    };
  }
}
