package dev.jacobi.simplify;

import dev.jacobi.expr.At;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor.Symbol;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Rewrite;
import dev.jacobi.expr.Terms;
import java.util.ArrayList;
import java.util.List;

/// `A_ji → A_ij` for a symmetric A, in whichever of the two ways more terms merge; used only after
/// differentiation, since the gradient by a symmetric variable is the unconstrained one.
final class Symmetry {
  private final Model model;
  private final Terms t;

  Symmetry(Model model) {
    this.model = model;
    this.t = model.t;
  }

  Expr apply(Expr e) {
    boolean any = false;
    for (String name : names(e)) any |= model.isSymmetric(name);
    if (!any) return e;
    List<Expr> terms = new ArrayList<>();
    for (var m : e.terms()) terms.add(canonical(t.of(m)));
    return t.add(terms);
  }

  private static java.util.Set<String> names(Expr e) {
    var names = new java.util.LinkedHashSet<String>();
    Rewrite.names(e, names);
    return names;
  }

  /// The least of the term's readings, flipping each occurrence.
  private Expr canonical(Expr term) {
    Expr best = term;
    int occurrences = count(term);
    if (occurrences > 6) return term;
    for (int mask = 1; mask < 1 << occurrences; mask++) {
      Expr x = flipped(term, mask);
      if (x.order() < best.order()) best = x;
    }
    return best;
  }

  private int count(Expr e) {
    int[] n = {0};
    new Flip(0) {
      @Override
      protected Expr replacement(Symbol s) {
        n[0]++;
        return t.of(s);
      }
    }.apply(e);
    return n[0];
  }

  private Expr flipped(Expr e, int mask) {
    return new Flip(mask).apply(e);
  }

  private class Flip extends Rewrite.Symbols {
    private final int mask;
    private int seen = 0;

    Flip(int mask) {
      super(Symmetry.this.t);
      this.mask = mask;
    }

    @Override
    protected boolean replaces(String name) {
      return model.isSymmetric(name);
    }

    @Override
    protected Expr replacement(Symbol s) {
      boolean flip = (mask >> seen++ & 1) == 1;
      At a = s.slot(0);
      At b = s.slot(1);
      return flip ? t.symbol(s.name, b, a) : t.of(s);
    }
  }
}
