package dev.jacobi.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The parts of a formula, one by one: for those who walk through it, or write it again with a part
/// changed.
public final class Trees {
  private Trees() {}

  /// The formulas it is made of, from left to right; binders' ranges are not among them.
  public static List<Syntax> parts(Syntax s) {
    return switch (s) {
      case Syntax.Negate n -> List.of(n.of());
      case Syntax.Binary b -> List.of(b.left(), b.right());
      case Syntax.Transpose p -> List.of(p.of());
      case Syntax.Call c -> c.arguments();
      case Syntax.Prime p -> List.of(p.at());
      case Syntax.Entry e -> {
        List<Syntax> all = new ArrayList<>(List.of(e.of()));
        all.addAll(e.indices());
        yield all;
      }
      case Syntax.Bound b -> {
        List<Syntax> all = new ArrayList<>(b.conditions());
        all.add(b.body());
        yield all;
      }
      case Syntax.Norm n -> List.of(n.of());
      case Syntax.Indicator i -> List.of(i.condition());
      case Syntax.Compare c -> List.of(c.left(), c.right());
      case Syntax.Block b -> b.rows().stream().flatMap(List::stream).toList();
      case Syntax.Derivative d -> List.of(d.of(), d.wrt());
      case Syntax.Name _, Syntax.Num _, Syntax.Colon _ -> List.of();
    };
  }

  /// The same formula with other parts: as many, in the same order.
  public static Syntax with(Syntax s, List<Syntax> parts) {
    return switch (s) {
      case Syntax.Negate n -> new Syntax.Negate(parts.get(0), n.place());
      case Syntax.Binary b -> new Syntax.Binary(b.op(), parts.get(0), parts.get(1), b.place());
      case Syntax.Transpose p -> new Syntax.Transpose(parts.get(0), p.place());
      case Syntax.Call c -> new Syntax.Call(c.function(), parts, c.place());
      case Syntax.Prime p -> new Syntax.Prime(p.function(), parts.get(0), p.place());
      case Syntax.Entry e ->
          new Syntax.Entry(parts.get(0), parts.subList(1, parts.size()), e.place());
      case Syntax.Bound b ->
          new Syntax.Bound(
              b.operator(),
              b.binders(),
              parts.subList(0, parts.size() - 1),
              parts.getLast(),
              b.place());
      case Syntax.Norm n -> new Syntax.Norm(parts.get(0), n.kind(), n.place());
      case Syntax.Indicator i -> new Syntax.Indicator(parts.get(0), i.place());
      case Syntax.Compare c ->
          new Syntax.Compare(c.relation(), parts.get(0), parts.get(1), c.place());
      case Syntax.Block b -> {
        List<List<Syntax>> rows = new ArrayList<>();
        int at = 0;
        for (List<Syntax> row : b.rows()) {
          rows.add(parts.subList(at, at + row.size()));
          at += row.size();
        }
        yield new Syntax.Block(rows, b.place());
      }
      case Syntax.Derivative d -> new Syntax.Derivative(parts.get(0), parts.get(1), d.place());
      case Syntax.Name _, Syntax.Num _, Syntax.Colon _ -> s;
    };
  }

  /// The formula with each part changed, innermost first; the same object where nothing changes.
  public static Syntax map(Syntax s, UnaryOperator<Syntax> change) {
    List<Syntax> parts = parts(s);
    List<Syntax> changed = new ArrayList<>(parts.size());
    boolean same = true;
    for (Syntax p : parts) {
      Syntax c = map(p, change);
      same &= c == p;
      changed.add(c);
    }
    return change.apply(same ? s : with(s, changed));
  }

  /// Visits the formula and all its parts, outside in.
  public static void walk(Syntax s, Consumer<Syntax> visit) {
    visit.accept(s);
    for (Syntax p : parts(s)) walk(p, visit);
  }

  /// How many nodes it has.
  public static int size(Syntax s) {
    int n = 1;
    for (Syntax p : parts(s)) n += size(p);
    return n;
  }
}
