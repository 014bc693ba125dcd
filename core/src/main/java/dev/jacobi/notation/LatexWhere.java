package dev.jacobi.notation;

import dev.jacobi.notation.Tex.Role;
import java.util.ArrayList;
import java.util.List;

/// Takes the conditions out of subscripts: `\theta_{i \neq k}` is `\theta_i` where `i \neq k`.
final class LatexWhere {
  private final List<List<Tex>> conditions;

  LatexWhere(List<List<Tex>> conditions) {
    this.conditions = conditions;
  }

  List<Tex> all(List<Tex> items) {
    List<Tex> plain = new ArrayList<>(items.size());
    for (Tex item : items) {
      plain.add(plain(item));
    }
    return plain;
  }

  private Tex plain(Tex item) {
    return switch (item) {
      case Tex.Group(List<Tex> items, boolean visible, int from, int to) ->
          new Tex.Group(all(items), visible, from, to);
      case Tex.Fence(String open, String close, List<Tex> items, boolean tight, int from, int to) ->
          new Tex.Fence(open, close, all(items), tight, from, to);
      case Tex.Fraction(List<Tex> over, List<Tex> under, int from, int to) ->
          new Tex.Fraction(all(over), all(under), from, to);
      case Tex.Scripted s -> scripted(s);
      default -> item;
    };
  }

  private Tex scripted(Tex.Scripted s) {
    List<Tex> sub = LatexFormula.flat(s.sub());
    boolean name = LatexNaming.base(s.base()) != null;
    boolean condition =
        name
            && sub.size() > 2
            && sub.getFirst().is(Role.LETTER)
            && (sub.get(1).is(Role.RELATION, "!=")
                || sub.get(1).is(Role.RELATION, "=")
                || sub.get(1).is(Role.RELATION, "∈"));
    if (condition && sub.size() == 3 && !sub.get(1).is(Role.RELATION, "∈")) {
      conditions.add(sub);
    }
    List<Tex> below = condition ? sub.subList(0, 1) : s.sub();
    return new Tex.Scripted(plain(s.base()), below, s.sup(), s.primes(), s.from(), s.to());
  }
}
