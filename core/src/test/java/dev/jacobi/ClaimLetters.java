package dev.jacobi;

import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Model;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The free index letters of a formula by entry, each with the extent of the axis it stands on
/// first: in `dy[i]/dA[p,q] = delta[i,p] x[q]` they are i, p and q.
final class ClaimLetters {
  private final Model model;
  private final Map<String, Extent> extents = new LinkedHashMap<>();

  ClaimLetters(Model model) {
    this.model = model;
  }

  Map<String, Extent> of(List<Syntax> sides) {
    sides.forEach(s -> walk(s, Set.of()));
    return extents;
  }

  private void walk(Syntax s, Set<String> bound) {
    switch (s) {
      case Syntax.Name _, Syntax.Num _, Syntax.Colon _ -> {}
      case Syntax.Negate n -> walk(n.of(), bound);
      case Syntax.Binary b -> walkAll(List.of(b.left(), b.right()), bound);
      case Syntax.Transpose t -> walk(t.of(), bound);
      case Syntax.Call c -> walkAll(c.arguments(), bound);
      case Syntax.Prime p -> walk(p.at(), bound);
      case Syntax.Entry e -> entry(e, bound);
      case Syntax.Bound b -> bound(b, bound);
      case Syntax.Norm n -> walk(n.of(), bound);
      case Syntax.Indicator i -> walk(i.condition(), bound);
      case Syntax.Compare c -> walkAll(List.of(c.left(), c.right()), bound);
      case Syntax.Block b -> b.rows().forEach(row -> walkAll(row, bound));
      case Syntax.Derivative d -> walkAll(List.of(d.of(), d.wrt()), bound);
    }
  }

  private void walkAll(List<Syntax> all, Set<String> bound) {
    all.forEach(s -> walk(s, bound));
  }

  private void bound(Syntax.Bound b, Set<String> outer) {
    Set<String> inner = new LinkedHashSet<>(outer);
    b.binders().forEach(x -> inner.add(Vocabulary.canonicalName(x.index())));
    walkAll(b.conditions(), inner);
    walk(b.body(), inner);
  }

  private void entry(Syntax.Entry e, Set<String> bound) {
    walk(e.of(), bound);
    List<Extent> shape = shape(e.of());
    if (shape.size() > e.indices().size()) shape.removeIf(Extent.ONE::equals);
    if (shape.size() != e.indices().size()) return;
    for (int q = 0; q < shape.size(); q++)
      if (e.indices().get(q) instanceof Syntax.Name n) letter(n, shape.get(q), bound);
  }

  private void letter(Syntax.Name n, Extent extent, Set<String> bound) {
    String name = Vocabulary.canonicalName(n.text());
    boolean free = !bound.contains(name) && model.integer(name).isEmpty();
    if (free && !model.knows(name)) extents.putIfAbsent(name, extent);
  }

  private List<Extent> shape(Syntax s) {
    List<Extent> shape = new ArrayList<>();
    switch (s) {
      case Syntax.Name n when model.knows(Vocabulary.canonicalName(n.text())) ->
          shape.addAll(model.shape(Vocabulary.canonicalName(n.text())));
      case Syntax.Derivative d -> {
        shape.addAll(shape(d.of()));
        shape.addAll(shape(d.wrt()));
      }
      case Syntax.Call c when Set.of("grad", "jac", "hess").contains(c.function()) -> {
        boolean twice = c.function().equals("hess") && c.arguments().size() == 2;
        c.arguments().forEach(a -> shape.addAll(shape(a)));
        if (twice) shape.addAll(shape(c.arguments().getLast()));
      }
      default -> {}
    }
    return shape;
  }
}
