package dev.jacobi.check;

import dev.jacobi.expr.Extent;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.notation.Trees;
import dev.jacobi.notation.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `Σ_{i=0}^{n−1} x_i` over an axis of length n: indices of a document that counts from 0, as code
/// does. The terms are the same counted from 1, where the letter is nothing but an index.
final class FromZero {
  private final Setting setting;

  FromZero(Setting setting) {
    this.setting = setting;
  }

  Optional<Syntax> shifted(Syntax.Bound b) {
    List<Syntax.Binder> binders = new ArrayList<>();
    boolean any = false;
    for (Syntax.Binder x : b.binders()) {
      Optional<Syntax> end = end(x).filter(e -> isOnlyIndex(b.body(), x.index(), e));
      any |= end.isPresent();
      binders.add(
          end.map(e -> new Syntax.Binder(x.index(), List.of(one(), e), x.place())).orElse(x));
    }
    return any
        ? Optional.of(new Syntax.Bound(b.operator(), binders, b.conditions(), b.body(), b.place()))
        : Optional.empty();
  }

  private static Syntax one() {
    return new Syntax.Num("1", Place.NONE);
  }

  /// How many there are: of `0 … n − 1` n, and of `0 … n`, which means all, n too.
  private static Optional<Syntax> end(Syntax.Binder x) {
    if (x.range().size() != 2
        || !(x.range().get(0) instanceof Syntax.Num from)
        || !from.digits().equals("0")) return Optional.empty();
    Syntax to = x.range().get(1);
    boolean less =
        to instanceof Syntax.Binary m
            && m.op() == Syntax.Op.MINUS
            && m.right() instanceof Syntax.Num n
            && n.digits().equals("1");
    return Optional.of(less ? ((Syntax.Binary) to).left() : to);
  }

  /// Whether the letter stands nowhere but as an index of axes that end there.
  private boolean isOnlyIndex(Syntax body, String letter, Syntax end) {
    int[] all = {0};
    int[] indices = {0};
    Trees.walk(
        body,
        x -> {
          if (x instanceof Syntax.Name n && n.text().equals(letter)) all[0]++;
          if (x instanceof Syntax.Entry e && e.of() instanceof Syntax.Name array)
            for (int q = 0; q < e.indices().size(); q++)
              if (e.indices().get(q) instanceof Syntax.Name n
                  && n.text().equals(letter)
                  && isEnd(Vocabulary.canonicalName(array.text()), q, end)) indices[0]++;
        });
    return all[0] > 0 && all[0] == indices[0];
  }

  private boolean isEnd(String array, int axis, Syntax end) {
    if (!setting.model.knows(array)) return false;
    List<Extent> shape = setting.model.shape(array);
    return axis < shape.size() && shape.get(axis).toString().equals(TextSpelling.PLAIN.spell(end));
  }
}
