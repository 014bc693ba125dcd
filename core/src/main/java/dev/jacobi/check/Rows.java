package dev.jacobi.check;

import dev.jacobi.expr.Extent;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Trees;
import dev.jacobi.notation.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A matrix with one index: `u_k` is row k, as a column; or column k, where k runs over the
/// columns.
final class Rows {
  private final Setting setting;
  private final Map<String, String> ranges = new HashMap<>();

  Rows(Setting setting) {
    this.setting = setting;
  }

  Syntax named(Syntax s) {
    Trees.walk(s, this::range);
    return Trees.map(s, x -> x instanceof Syntax.Entry e ? entry(e) : x);
  }

  /// Whether a row is transposed in it: `u_k^T`.
  boolean isTurned(Syntax s) {
    boolean[] turned = {false};
    Trees.walk(
        s,
        x ->
            turned[0] |=
                x instanceof Syntax.Transpose p
                    && p.of() instanceof Syntax.Entry e
                    && (entry(e) != e || e.indices().getLast() instanceof Syntax.Colon));
    return turned[0];
  }

  private void range(Syntax s) {
    if (!(s instanceof Syntax.Bound b)) return;
    for (Syntax.Binder x : b.binders())
      if (x.range().size() == 2 && x.range().getLast() instanceof Syntax.Name n)
        ranges.put(x.index(), n.text());
  }

  private Syntax entry(Syntax.Entry e) {
    if (!(e.of() instanceof Syntax.Name n) || e.indices().size() != 1) return e;
    String name = Vocabulary.canonicalName(n.text());
    if (!setting.model.knows(name)) return e;
    List<Extent> shape = setting.model.shape(name);
    if (shape.size() != 2 || shape.contains(Extent.ONE)) return e;
    Syntax place = e.indices().getFirst();
    if (place instanceof Syntax.Colon) return e;
    String over = place instanceof Syntax.Name k ? ranges.getOrDefault(k.text(), "") : "";
    boolean column = shape.get(1).toString().equals(over) && !shape.get(0).toString().equals(over);
    Syntax axis = new Syntax.Colon(e.place());
    return new Syntax.Entry(n, column ? List.of(axis, place) : List.of(place, axis), e.place());
  }
}
