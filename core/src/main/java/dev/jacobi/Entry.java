package dev.jacobi;

import dev.jacobi.expr.At;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Result;
import dev.jacobi.notation.Statement;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One entry of a result: `derive C wrt W[1,2]`, `jacobian y[k] wrt x`. An index that is a number
/// or a declared integer fixes its axis; a letter keeps it.
final class Entry {
  private final Model model;

  Entry(Model model) {
    this.model = model;
  }

  /// The part of a result that is meant by what is differentiated and by what, as they are written;
  /// the axes of a Hessian are those of two names that it is by.
  Result of(Result r, Syntax of, List<Syntax> wrt) {
    Map<Index, At> fixed = new HashMap<>();
    fix(wrt.size() > 1 ? wrt.getFirst() : of, r.outer(), fixed);
    fix(wrt.getLast(), r.inner(), fixed);
    if (fixed.isEmpty()) return r;
    Expr entry = model.t.substitute(r.entry(), fixed);
    Expr named = model.t.substitute(r.named(), fixed);
    return new Result(
        r.kind(),
        r.of(),
        r.wrt(),
        left(r.outer(), fixed),
        left(r.inner(), fixed),
        entry,
        named,
        r.layers(),
        r.uses(),
        r.steps(),
        Optional.of(new Result.Part(r.outer(), r.inner(), fixed)));
  }

  /// What each result of a request is by, in the order of its results.
  static List<List<Syntax>> targets(Statement.Request r) {
    List<List<Syntax>> all = new ArrayList<>();
    if (r.mixed()) return List.of(r.wrt());
    for (Syntax first : r.wrt()) {
      if (!r.kind().equals("hessian")) all.add(List.of(first));
      else for (Syntax second : r.wrt()) all.add(List.of(first, second));
    }
    return all;
  }

  private static List<Index> left(List<Index> axes, Map<Index, At> fixed) {
    List<Index> left = new ArrayList<>(axes);
    left.removeAll(fixed.keySet());
    return left;
  }

  private void fix(Syntax s, List<Index> axes, Map<Index, At> fixed) {
    if (!(s instanceof Syntax.Entry e) || e.indices().size() != axes.size()) return;
    for (int q = 0; q < axes.size(); q++) {
      int axis = q;
      at(e.indices().get(q)).ifPresent(at -> fixed.put(axes.get(axis), at));
    }
  }

  private Optional<At> at(Syntax s) {
    return switch (s) {
      case Syntax.Num n when n.digits().chars().allMatch(Character::isDigit) ->
          Optional.of(At.of(Extent.of(Long.parseLong(n.digits()))));
      case Syntax.Name n -> model.integer(Vocabulary.canonicalName(n.text())).map(At::of);
      default -> Optional.empty();
    };
  }
}
