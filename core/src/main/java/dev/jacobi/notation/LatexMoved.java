package dev.jacobi.notation;

import java.util.ArrayList;
import java.util.List;

/// Things read from elsewhere, as if all stood in one stretch of the text.
record LatexMoved(int from, int to) {
  List<Tex> all(List<Tex> items) {
    List<Tex> moved = new ArrayList<>(items.size());
    for (Tex item : items) {
      moved.add(moved(item));
    }
    return moved;
  }

  private Tex moved(Tex item) {
    return switch (item) {
      case Tex.Leaf(Tex.Role role, String text, boolean tight, _, _) ->
          new Tex.Leaf(role, text, tight, from, to);
      case Tex.Group(List<Tex> items, boolean visible, _, _) ->
          new Tex.Group(all(items), visible, from, to);
      case Tex.Fence(String open, String close, List<Tex> items, boolean tight, _, _) ->
          new Tex.Fence(open, close, all(items), tight, from, to);
      case Tex.Fraction(List<Tex> over, List<Tex> under, _, _) ->
          new Tex.Fraction(all(over), all(under), from, to);
      case Tex.Root(List<Tex> degree, List<Tex> of, _, _) ->
          new Tex.Root(all(degree), all(of), from, to);
      case Tex.Accent(String accent, List<Tex> of, boolean tight, _, _) ->
          new Tex.Accent(accent, all(of), tight, from, to);
      case Tex.Scripted(Tex base, List<Tex> sub, List<Tex> sup, int primes, _, _) ->
          new Tex.Scripted(moved(base), all(sub), all(sup), primes, from, to);
      case Tex.Environment(String name, List<Tex> items, _, _) ->
          new Tex.Environment(name, all(items), from, to);
    };
  }
}
