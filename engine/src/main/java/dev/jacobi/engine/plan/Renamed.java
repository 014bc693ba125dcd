package dev.jacobi.engine.plan;

import dev.jacobi.engine.plan.Step.Matrix;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Steps with other buffers in the place of theirs.
final class Renamed {
  private final UnaryOperator<Buffer> buffers;
  private final Scalars scalars = new Scalars();
  private final Rebuilt bodies = new Rebuilt(scalars, this::renamed);

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
              bodies.of(n.body()),
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

  private Optional<Scalar> renamed(Scalar s) {
    return s instanceof Scalar.Load l
        ? Optional.of(scalars.load(buffers.apply(l.buffer), l.address))
        : Optional.empty();
  }
}
