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

  Result of(Result r, Statement.Request request) {
    Map<Index, At> fixed = new HashMap<>();
    fix(request.of(), r.outer(), fixed);
    for (Syntax s : request.wrt()) if (r.wrt().getLast().equals(name(s))) fix(s, r.inner(), fixed);
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
        r.steps());
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

  private static String name(Syntax s) {
    return switch (s) {
      case Syntax.Name n -> Vocabulary.canonicalName(n.text());
      case Syntax.Entry e -> name(e.of());
      default -> "";
    };
  }
}
