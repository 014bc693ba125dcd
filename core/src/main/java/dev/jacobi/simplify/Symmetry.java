package dev.jacobi.simplify;

import dev.jacobi.expr.At;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Factor.Symbol;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
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
    for (var m : e.terms()) {
      Expr inside = inBrackets(m);
      for (var x : inside.terms()) terms.add(canonical(t.of(x)));
    }
    return t.add(terms);
  }

  /// Each bracket by itself first: its terms may merge.
  private Expr inBrackets(Monomial m) {
    boolean any = false;
    for (Power p : m.powers()) any |= p.base() instanceof Factor.Group;
    if (!any) return t.of(m);
    var open = t.open(m);
    List<Expr> factors = new ArrayList<>(List.of(t.number(open.coefficient())));
    for (Power p : open.powers()) {
      Expr base = p.base() instanceof Factor.Group g ? apply(g.of) : t.of(p.base());
      factors.add(t.pow(base, p.exponent()));
    }
    return t.summedProduct(factors, open.summed());
  }

  private static java.util.Set<String> names(Expr e) {
    var names = new java.util.LinkedHashSet<String>();
    Rewrite.names(e, names);
    return names;
  }

  /// The least of the term's readings, flipping each occurrence: the free indices in order and
  /// first, then as hashes have it.
  private Expr canonical(Expr term) {
    int occurrences = count(term);
    if (occurrences > 6) return term;
    Expr best = term;
    double cost = Double.POSITIVE_INFINITY; // terms of a bracket may merge
    int least = Integer.MAX_VALUE;
    for (int mask = 0; mask < 1 << occurrences; mask++) {
      var flip = new Flip(mask);
      Expr x = flip.apply(term);
      double c = Cost.of(x);
      if (c > cost || c == cost && flip.disorder > least) continue;
      if (c == cost && flip.disorder == least && x.order() >= best.order()) continue;
      best = x;
      cost = c;
      least = flip.disorder;
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

  private class Flip extends Rewrite.Symbols {
    private final int mask;
    private int seen = 0;
    private int disorder = 0;

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
      At a = s.slot(flip ? 1 : 0);
      At b = s.slot(flip ? 0 : 1);
      if (place(a) > place(b)) disorder++;
      return t.symbol(s.name, a, b);
    }
  }

  /// Free indices by age, then all else.
  private static int place(At at) {
    return at.isPlain() && !at.plain().isSummed() ? at.plain().id : Integer.MAX_VALUE;
  }
}
