package dev.jacobi.engine.plan;

import java.util.List;

/// Programs of which one does what the other does have the same text here.
final class Keys {
  private final StringBuilder text = new StringBuilder();

  private Keys() {}

  static String of(Program p) {
    var k = new Keys();
    for (Buffer b : p.buffers()) k.text.append(b.id).append(b.kind()).append(b.shape);
    for (Step s : p.steps()) k.step(s);
    return k.text.toString();
  }

  private void step(Step s) {
    text.append('\n').append(s.getClass().getSimpleName()).append(s.out().id).append(' ');
    switch (s) {
      case Step.Nest n -> {
        text.append(n.reduction()).append(n.accumulates());
        loops(n.outer());
        loops(n.inner());
        address(n.address());
        text.append(Alpha.key(n.body()));
      }
      case Step.Gemm g -> {
        text.append(g.m()).append(',').append(g.n()).append(',').append(g.k()).append(' ');
        loops(g.batch());
        matrix(g.c());
        matrix(g.a());
        matrix(g.b());
        text.append(g.alpha().constant())
            .append(g.alpha().number().map(b -> b.id))
            .append(g.beta());
      }
      case Step.Symmetric x -> {
        text.append(x.m()).append(',').append(x.k()).append(x.weights().map(b -> b.id));
        matrix(x.c());
        matrix(x.a());
      }
      case Step.Rows r ->
          text.append(r.function()).append(r.in().id).append(' ').append(r.length());
      case Step.Square x -> text.append(x.function()).append(x.in().id);
      case Step.Solve x -> {
        text.append(x.factors().id).append(x.transposed()).append(x.columns());
        matrix(x.b());
      }
    }
  }

  private void loops(List<Var> vars) {
    for (Var v : vars) text.append(v).append(':').append(v.extent()).append(' ');
    text.append(';');
  }

  private void address(Affine a) {
    text.append(a).append(';');
  }

  private void matrix(Step.Matrix m) {
    text.append('b').append(m.buffer().id).append('[').append(m.rows()).append(',');
    text.append(m.columns()).append(']');
    address(m.base());
  }
}
