package dev.jacobi.calculus;

import dev.jacobi.expr.At;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Factor.Apply;
import dev.jacobi.expr.Factor.Group;
import dev.jacobi.expr.Factor.Indicator;
import dev.jacobi.expr.Factor.Radical;
import dev.jacobi.expr.Factor.Relation;
import dev.jacobi.expr.Factor.Symbol;
import dev.jacobi.expr.Function;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import dev.jacobi.expr.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The derivative of a formula by an entry of one name, all other names held fixed: `∂ Σ_k A_ik x_k
/// / ∂x_j = A_ij`. Entries of the name give deltas, which contract at once.
///
/// Steps (`[s > 0]`, `[i = j]`) count as constant: their derivative is zero but at kinks.
final class Derivative {
  private final Terms t;
  private final String name;
  private final List<Index> entry;
  private final Map<Expr, Expr> done = new HashMap<>();

  Derivative(Terms t, String name, List<Index> entry) {
    this.t = t;
    this.name = name;
    this.entry = entry;
  }

  Expr of(Expr e) {
    if (!e.mayHold(name)) return t.zero();
    Expr d = done.get(e);
    if (d == null) {
      List<Expr> terms = new ArrayList<>();
      for (Monomial m : e.terms()) of(m, terms);
      d = t.add(terms);
      done.put(e, d);
    }
    return d;
  }

  /// The product rule.
  private void of(Monomial m, List<Expr> terms) {
    if (!m.mayHold(name)) return;
    var open = t.open(m);
    for (int q = 0; q < open.powers().size(); q++) {
      Expr d = of(open.powers().get(q));
      for (Monomial part : d.terms()) {
        List<Expr> product = new ArrayList<>();
        product.add(t.number(open.coefficient()));
        product.add(t.of(part));
        for (int r = 0; r < open.powers().size(); r++)
          if (r != q) product.add(power(open.powers().get(r)));
        terms.add(t.summedProduct(product, open.summed()));
      }
    }
  }

  private Expr power(Power p) {
    return t.pow(t.of(p.base()), p.exponent());
  }

  /// `d f^p = p f^(p-1) df + f^p log(f) dp`.
  private Expr of(Power p) {
    Expr df = of(p.base());
    Expr viaBase =
        df.isZero() || p.exponent().isOne()
            ? df
            : distribute(
                t.times(p.exponent(), t.pow(t.of(p.base()), t.minus(p.exponent(), t.one()))), df);
    if (p.exponent().isNumber()) return viaBase;
    Expr dp = of(p.exponent());
    if (dp.isZero()) return viaBase;
    Expr f = t.of(p.base());
    return t.plus(viaBase, distribute(t.times(power(p), t.apply(Function.LOG, f)), dp));
  }

  private Expr distribute(Expr factor, Expr sum) {
    List<Expr> terms = new ArrayList<>();
    for (Monomial m : sum.terms()) terms.add(t.times(factor, t.of(m)));
    return t.add(terms);
  }

  private Expr of(Factor f) {
    if (!f.mayHold(name)) return t.zero();
    return switch (f) {
      case Symbol s -> of(s);
      case Apply a -> {
        Expr sum = t.zero();
        Expr y = t.of(a);
        for (int q = 0; q < a.arguments().size(); q++) {
          Expr dx = of(a.argument(q));
          if (dx.isZero()) continue;
          Expr slope = a.function.derivative(t, a.arguments(), y, q);
          sum = t.plus(sum, distribute(slope, dx));
        }
        yield sum;
      }
      case Group g -> of(g.of);
      case Indicator _, Relation _, Radical _ -> t.zero();
    };
  }

  private Expr of(Symbol s) {
    if (!s.name.equals(name)) return t.zero();
    Expr product = t.one();
    for (int q = 0; q < entry.size(); q++)
      product = t.times(product, t.delta(s.slot(q), At.of(entry.get(q))));
    return product;
  }
}
