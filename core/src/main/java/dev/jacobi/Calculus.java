package dev.jacobi;

import dev.jacobi.calculus.Local;
import dev.jacobi.elaborate.Claims;
import dev.jacobi.elaborate.Elaborator;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Terms;

/// What reading a model asks of calculus: slopes of functions, and the derivatives that its own
/// definitions speak of, `g = dC/dx`.
final class Calculus implements Elaborator.Slope {
  @Override
  public Expr of(Terms t, Expr e, String name) {
    return Local.slope(t, e, name);
  }

  @Override
  public Claims.Derivatives in(Model model) {
    return (of, wrt) -> new Deriver(model).inFormula(of, wrt);
  }
}
