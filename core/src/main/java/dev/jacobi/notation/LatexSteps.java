package dev.jacobi.notation;

import dev.jacobi.notation.Tex.Leaf;
import dev.jacobi.notation.Tex.Role;
import java.util.ArrayList;
import java.util.List;

/// The `\Delta w` of an update is one name, as ŵ is.
final class LatexSteps {
  private static final String DELTA = "Delta";

  private LatexSteps() {}

  static List<Tex> joined(List<Tex> items, LatexNames names) {
    if (items.stream().noneMatch(x -> x.is(Role.LETTER, DELTA)) || names.isValue(DELTA)) {
      return items;
    }
    List<Tex> joined = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      Tex item = items.get(i);
      Tex next = i + 1 < items.size() ? items.get(i + 1) : item;
      if (item.is(Role.LETTER, DELTA) && next != item && isLetter(next)) {
        joined.add(step(item, next));
        i++;
      } else {
        joined.add(item);
      }
    }
    return joined;
  }

  private static boolean isLetter(Tex item) {
    Tex base = item instanceof Tex.Scripted s ? s.base() : item;
    return base.is(Role.LETTER) || base instanceof Tex.Accent;
  }

  private static Tex step(Tex delta, Tex of) {
    Tex letter = of instanceof Tex.Scripted s ? s.base() : of;
    boolean tight = ((Leaf) delta).tight();
    Tex step = new Tex.Accent(DELTA, List.of(letter), tight, delta.from(), letter.to());
    return of instanceof Tex.Scripted s
        ? new Tex.Scripted(step, s.sub(), s.sup(), s.primes(), delta.from(), s.to())
        : step;
  }
}
