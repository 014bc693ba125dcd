package dev.jacobi.expr;

import java.util.List;

/// `f`, `f'`, `f''`: a function of one number of which nothing else is known, an activation left
/// open, and its derivatives, which stay givens.
public record Opaque(String name, int order) implements Pointwise {

  /// Why nothing can be computed with it, and what mends that.
  public String noValue() {
    return "of " + name + " nothing is known but its name: give it a body, `" + name + "(u) = …`";
  }

  @Override
  public int arity() {
    return 1;
  }

  @Override
  public Function.Sign sign() {
    return Function.Sign.ANY;
  }

  @Override
  public Function.Parity parity() {
    return Function.Parity.NONE;
  }

  @Override
  public String identity() {
    return name + "'".repeat(order);
  }

  @Override
  public Expr derivative(Terms t, List<Expr> x, Expr y, int q) {
    return t.apply(new Opaque(name, order + 1), x.getFirst());
  }
}
