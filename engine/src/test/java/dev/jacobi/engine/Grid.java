package dev.jacobi.engine;

import dev.jacobi.Model;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Result;
import dev.jacobi.expr.Schedule;
import dev.jacobi.expr.Variable;
import dev.jacobi.notation.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The sizes at which a model is compared: all dimensions alike, or, where the slow evaluator would
/// take too long, one after the other with the rest small.
final class Grid {
  private static final int SMALL = 3;

  private final dev.jacobi.expr.Model names;
  private final double most;
  private final List<Schedule.Line> lines;

  /// @param most how many entries the evaluator may compute for all requests together
  Grid(Model model, double most) {
    this.names = model.read().model();
    this.most = most;
    List<Result> results = new ArrayList<>();
    for (Statement.Request r : model.read().requests())
      model.derive(r).forEach(d -> results.add(d.result()));
    Schedule s = Schedule.of(names, results, Outputs.requestedBy(model).values());
    lines = new ArrayList<>(s.forward());
    lines.addAll(s.backward());
  }

  Set<Map<String, Integer>> sizes(int size) {
    Set<Map<String, Integer>> all = new LinkedHashSet<>();
    Map<String, Integer> alike = sizes(size, size, "");
    if (work(alike) <= most) {
      all.add(alike);
      return all;
    }
    for (String large : names.dimensions()) {
      Map<String, Integer> one = sizes(SMALL, size, large);
      if (work(one) <= most) all.add(one);
    }
    return all;
  }

  private Map<String, Integer> sizes(int size, int special, String which) {
    Map<String, Integer> sizes = new HashMap<>();
    for (String d : names.dimensions()) sizes.put(d, d.equals(which) ? special : size);
    for (int round = 0; round < 12; round++)
      for (Extent e : extents())
        if (!e.isNumber() && e.value(sizes::get) < 1)
          for (var term : e.terms().entrySet())
            if (term.getValue() > 0) for (String n : term.getKey()) sizes.merge(n, 1, Integer::sum);
    return sizes;
  }

  private List<Extent> extents() {
    List<Extent> all = new ArrayList<>();
    for (Variable v : names.variables().values()) all.addAll(v.shape());
    for (Definition d : names.definitions().values()) all.addAll(d.shape());
    return all;
  }

  // ---- about how many entries the evaluator computes

  private double work(Map<String, Integer> sizes) {
    double sum = 0;
    Set<Expr> seen = new HashSet<>();
    for (Schedule.Line l : lines) {
      sum += product(l.axes(), sizes);
      switch (l.body()) {
        case Definition.Formula f -> sum += work(f.expr(), sizes, seen);
        case Definition.Extreme e -> sum += work(e.expr(), sizes, seen);
        case Definition.ProductOver p -> sum += work(p.expr(), sizes, seen);
        case Definition.ArgMax a -> sum += work(a.expr(), sizes, seen);
        case Definition.Inverse _, Definition.Determinant _ ->
            sum += Math.pow(l.axes().isEmpty() ? 8 : product(l.axes(), sizes), 1.5);
        case Definition.Unknown _ -> {}
      }
    }
    return sum;
  }

  private double work(Expr e, Map<String, Integer> sizes, Set<Expr> seen) {
    if (!seen.add(e)) return 0;
    double sum = product(List.of(e.free()), sizes);
    for (Monomial m : e.terms()) {
      var open = names.t.open(m);
      Set<Index> all = new HashSet<>(Arrays.asList(m.free()));
      all.addAll(open.summed());
      sum += open.powers().size() * product(all, sizes);
      for (Monomial.Power p : open.powers()) {
        sum += work(p.exponent(), sizes, seen);
        switch (p.base()) {
          case Factor.Group g -> sum += work(g.of, sizes, seen);
          case Factor.Indicator i -> sum += work(i.of, sizes, seen);
          case Factor.Apply a -> {
            for (Expr x : a.arguments()) sum += work(x, sizes, seen);
          }
          case Factor.Symbol _, Factor.Relation _, Factor.Radical _ -> {}
        }
      }
    }
    return sum;
  }

  private static double product(Iterable<Index> indices, Map<String, Integer> sizes) {
    double n = 1;
    for (Index i : indices) n *= i.extent.value(sizes::get);
    return n;
  }
}
