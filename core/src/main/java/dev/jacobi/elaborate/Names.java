package dev.jacobi.elaborate;

import dev.jacobi.notation.Syntax;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/// Walks a formula's syntax.
final class Names {
  private Names() {}

  /// Every name that occurs, called functions among them.
  static Set<String> of(Syntax s) {
    Set<String> names = new LinkedHashSet<>();
    walk(
        s,
        x -> {
          if (x instanceof Syntax.Name n) names.add(n.text());
          if (x instanceof Syntax.Call c) names.add(c.function());
          if (x instanceof Syntax.Prime p) names.add(p.function().replace("'", ""));
        });
    return names;
  }

  /// Visits the formula and all its parts, outside in.
  static void walk(Syntax s, Consumer<Syntax> visit) {
    visit.accept(s);
    switch (s) {
      case Syntax.Negate n -> walk(n.of(), visit);
      case Syntax.Binary b -> {
        walk(b.left(), visit);
        walk(b.right(), visit);
      }
      case Syntax.Transpose p -> walk(p.of(), visit);
      case Syntax.Call c -> c.arguments().forEach(a -> walk(a, visit));
      case Syntax.Prime p -> walk(p.at(), visit);
      case Syntax.Entry e -> {
        walk(e.of(), visit);
        e.indices().forEach(i -> walk(i, visit));
      }
      case Syntax.Bound b -> {
        b.binders().forEach(x -> x.range().forEach(r -> walk(r, visit)));
        b.conditions().forEach(c -> walk(c, visit));
        walk(b.body(), visit);
      }
      case Syntax.Norm n -> walk(n.of(), visit);
      case Syntax.Indicator i -> walk(i.condition(), visit);
      case Syntax.Compare c -> {
        walk(c.left(), visit);
        walk(c.right(), visit);
      }
      case Syntax.Block b -> b.rows().forEach(r -> r.forEach(e -> walk(e, visit)));
      case Syntax.Derivative d -> {
        walk(d.of(), visit);
        walk(d.wrt(), visit);
      }
      case Syntax.Name _, Syntax.Num _, Syntax.Colon _ -> {}
    }
  }
}
