package dev.jacobi.learn.exchange;

import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Monomial;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Which way round a model uses a matrix of weights: `W x` has its outputs along the first axis, as
/// PyTorch's linear layers have; `X W` along the second.
enum Orientation {
  OUT_BY_IN,
  IN_BY_OUT,
  UNKNOWN;

  static Orientation of(Model model, String name) {
    Set<Orientation> found = EnumSet.noneOf(Orientation.class);
    for (Definition d : model.definitions().values())
      if (d.body() instanceof Definition.Formula f) collect(model, f.expr(), name, found);
    return found.size() == 1 ? found.iterator().next() : UNKNOWN;
  }

  private static void collect(Model model, Expr e, String name, Set<Orientation> found) {
    for (Monomial m : e.terms()) {
      var open = model.t.open(m);
      for (Monomial.Power p : open.powers()) {
        switch (p.base()) {
          case Factor.Symbol s -> {
            if (s.name.equals(name) && s.arity() == 2) found.add(of(s, open.summed()));
          }
          case Factor.Apply a -> a.arguments().forEach(x -> collect(model, x, name, found));
          case Factor.Group g -> collect(model, g.of, name, found);
          case Factor.Indicator i -> collect(model, i.of, name, found);
          case Factor.Relation _, Factor.Radical _ -> {}
        }
      }
    }
    found.remove(UNKNOWN); // a penalty on all entries says nothing
  }

  private static Orientation of(Factor.Symbol s, List<Index> summed) {
    boolean first = s.slot(0).isPlain() && summed.contains(s.slot(0).plain());
    boolean second = s.slot(1).isPlain() && summed.contains(s.slot(1).plain());
    if (first == second) return UNKNOWN;
    return second ? OUT_BY_IN : IN_BY_OUT;
  }
}
