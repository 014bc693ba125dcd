package dev.jacobi.notation;

import dev.jacobi.notation.Tex.Leaf;
import dev.jacobi.notation.Tex.Role;
import java.util.ArrayList;
import java.util.List;

/// Ranges of an index in words of mathematics: `k = 1, \dots, K`.
final class LatexRanges {
  private LatexRanges() {}

  /// `k = 1`.
  static boolean isStart(List<Tex> items) {
    return items.size() >= 3
        && items.getFirst().is(Role.LETTER)
        && items.get(1).is(Role.RELATION, "=")
        && items.stream().filter(item -> LatexStatements.relation(item) != null).count() == 1;
  }

  /// `k = 1 \cdots K`.
  static boolean isWhole(List<Tex> items) {
    if (!isStart(items) || !items.get(2).is(Role.NUMBER) || items.size() < 5) {
      return false;
    }
    return items.get(3).is(Role.DOTS) && !items.get(4).is(Role.SIGN);
  }

  /// `k = 1 … K` as `k ∈ {1, …, K}`.
  static List<Tex> membership(List<Tex> range) {
    Tex sign = range.get(1);
    int to = range.getLast().to();
    Tex comma = new Leaf(Role.STOP, ",", false, to, to);
    List<Tex> inside = new ArrayList<>();
    for (Tex item : range.subList(2, range.size())) {
      boolean dots = item.is(Role.DOTS);
      if (dots) {
        inside.add(comma);
      }
      inside.add(item);
      if (dots) {
        inside.add(comma);
      }
    }
    Tex set = new Tex.Fence("{", "{", inside, false, range.get(2).from(), to);
    Tex in = new Leaf(Role.RELATION, "∈", false, sign.from(), sign.to());
    return List.of(range.getFirst(), in, set);
  }
}
