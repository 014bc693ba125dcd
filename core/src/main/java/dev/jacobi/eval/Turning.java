package dev.jacobi.eval;

import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Fact;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Facts that a function of which nothing else is known stays itself when axes change places, `F =
/// F'` or `dg/dU = (dg/dU)'`: entries that are the same have one number, and so one draw.
final class Turning {
  private final Model model;
  private final Point point;

  /// Which axis stands where each does, of the value or of an argument.
  private record Turn(int[] axes, List<Extent> shape) {}

  Turning(Model model, Point point) {
    this.model = model;
    this.point = point;
  }

  /// The least number of an entry of the function's value that is the same as this.
  int ofValue(String function, int entry) {
    for (Fact f : model.facts()) {
      Optional<Turn> t = turn(f, function, "");
      if (t.isPresent()) return least(t.get(), entry);
    }
    return entry;
  }

  /// The least number of an entry of an argument by which the function has the same derivative.
  int ofArgument(String function, String argument, int entry) {
    for (Fact f : model.facts()) {
      Optional<Turn> t = turn(f, function, argument);
      if (t.isPresent()) return least(t.get(), entry);
    }
    return entry;
  }

  /// What the fact says of the value, where the argument is empty, or of the first derivative by
  /// the argument.
  private Optional<Turn> turn(Fact f, String function, String argument) {
    Optional<Factor.Symbol> l = symbol(f.pattern());
    Optional<Factor.Symbol> r = symbol(f.replacement());
    if (l.isEmpty() || r.isEmpty() || !l.get().name.equals(r.get().name)) return Optional.empty();
    Definition d = model.definitions().get(l.get().name);
    if (d == null || !(d.body() instanceof Definition.Unknown u)) return Optional.empty();
    List<String> by = argument.isEmpty() ? List.of() : List.of(argument);
    if (!u.of().equals(function) || !u.by().equals(by)) return Optional.empty();
    int inner = argument.isEmpty() ? 0 : model.shape(argument).size();
    int outer = d.shape().size() - inner;
    int from = argument.isEmpty() ? 0 : outer;
    int to = argument.isEmpty() ? outer : d.shape().size();
    int[] axes = new int[to - from];
    for (int q = 0; q < d.shape().size(); q++) {
      int at = l.get().slots().indexOf(r.get().slot(q));
      if (q < from || q >= to ? at != q : at < from || at >= to) return Optional.empty();
      if (q >= from && q < to) axes[q - from] = at - from;
    }
    return Optional.of(new Turn(axes, new ArrayList<>(d.shape().subList(from, to))));
  }

  private static Optional<Factor.Symbol> symbol(Expr e) {
    boolean alone = e.size() == 1 && e.term(0).powers().size() == 1 && !e.term(0).hasSums();
    if (!alone || !e.term(0).coefficient.isOne()) return Optional.empty();
    var p = e.term(0).powers().get(0);
    return p.exponent().isOne() && p.base() instanceof Factor.Symbol s
        ? Optional.of(s)
        : Optional.empty();
  }

  private int least(Turn t, int entry) {
    int least = entry;
    for (int e = turned(t, entry); e != entry; e = turned(t, e)) least = Math.min(least, e);
    return least;
  }

  private int turned(Turn t, int entry) {
    int n = t.axes.length;
    int[] places = new int[n];
    for (int q = n - 1; q >= 0; q--) {
      int size = point.size(t.shape.get(q));
      places[q] = entry % size;
      entry /= size;
    }
    int turned = 0;
    for (int q = 0; q < n; q++) turned = turned * point.size(t.shape.get(q)) + places[t.axes[q]];
    return turned;
  }
}
