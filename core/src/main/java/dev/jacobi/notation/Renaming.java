package dev.jacobi.notation;

import java.util.ArrayList;
import java.util.List;

/// Puts formulas in the place of names: arguments for parameters, index terms for letters.
public final class Renaming {
  private Renaming() {}

  /// The formula with each of the names replaced by the formula at its place in the other list.
  public static Syntax of(Syntax s, List<String> names, List<Syntax> by) {
    return switch (s) {
      case Syntax.Name n -> names.contains(n.text()) ? by.get(names.indexOf(n.text())) : n;
      case Syntax.Negate n -> new Syntax.Negate(of(n.of(), names, by), n.place());
      case Syntax.Binary b ->
          new Syntax.Binary(b.op(), of(b.left(), names, by), of(b.right(), names, by), b.place());
      case Syntax.Transpose p -> new Syntax.Transpose(of(p.of(), names, by), p.place());
      case Syntax.Call c ->
          new Syntax.Call(c.function(), each(c.arguments(), names, by), c.place());
      case Syntax.Prime p -> new Syntax.Prime(p.function(), of(p.at(), names, by), p.place());
      case Syntax.Entry e -> new Syntax.Entry(e.of(), each(e.indices(), names, by), e.place());
      case Syntax.Bound b ->
          new Syntax.Bound(
              b.operator(),
              b.binders(),
              each(b.conditions(), names, by),
              of(b.body(), names, by),
              b.place());
      case Syntax.Norm n -> new Syntax.Norm(of(n.of(), names, by), n.kind(), n.place());
      case Syntax.Indicator i -> new Syntax.Indicator(of(i.condition(), names, by), i.place());
      case Syntax.Compare c ->
          new Syntax.Compare(
              c.relation(), of(c.left(), names, by), of(c.right(), names, by), c.place());
      case Syntax.Block b ->
          new Syntax.Block(b.rows().stream().map(r -> each(r, names, by)).toList(), b.place());
      case Syntax.Derivative d ->
          new Syntax.Derivative(of(d.of(), names, by), of(d.wrt(), names, by), Place.NONE);
      case Syntax.Num _, Syntax.Colon _ -> s;
    };
  }

  private static List<Syntax> each(List<Syntax> all, List<String> names, List<Syntax> by) {
    List<Syntax> r = new ArrayList<>();
    for (Syntax s : all) r.add(of(s, names, by));
    return r;
  }
}
