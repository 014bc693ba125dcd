package dev.jacobi.notation;

import dev.jacobi.notation.Tex.Leaf;
import dev.jacobi.notation.Tex.Role;
import dev.jacobi.notation.Written.Side;
import java.util.ArrayList;
import java.util.List;

/// What stands after `\in`: `\mathbb{R}^{a \times n}`, `[D_x, H]`, `(0,1)^K`, `\{1, \dots, K\}`.
final class LatexShapes {
  private LatexShapes() {}

  static boolean isSet(List<Tex> items) {
    Tex first = items.isEmpty() ? null : items.getFirst();
    return first != null
        && items.size() == 1
        && (first.is(Role.SET) || (first instanceof Tex.Scripted raw && core(raw).is(Role.SET)));
  }

  private static Tex core(Tex.Scripted raw) {
    return LatexScripts.merged(raw).base();
  }

  static Side read(List<Tex> items, LatexNames names, LatexTree.Places places) {
    Tex first = items.getFirst();
    Tex.Scripted scripted = LatexScripts.NONE;
    Tex base = first;
    if (first instanceof Tex.Scripted raw) {
      scripted = LatexScripts.merged(raw);
      base = scripted.base();
    }
    List<Tex> sup = LatexFormula.flat(scripted.sup());
    List<Tex> sub = LatexFormula.flat(scripted.sub());
    Place place = places.of(first.from(), items.getLast().to());
    boolean letter = base.is(Role.LETTER, "R");
    if (items.size() == 1 && (base.is(Role.SET) || letter)) {
      return reals(((Leaf) base).text(), sub, sup, names, places, place);
    }
    if (items.size() == 1 && base instanceof Tex.Fence fence) {
      return bracketed(fence, sup, names, places, place);
    }
    throw new NotationException(
        place, "this set is not known", "sets are \\mathbb{R}^n, [n, m], (0,1), \\{0,1\\}");
  }

  private static Side reals(
      String set,
      List<Tex> sub,
      List<Tex> sup,
      LatexNames names,
      LatexTree.Places places,
      Place at) {
    List<Tex> signs = new ArrayList<>(sub);
    List<Tex> extents = new ArrayList<>(sup);
    if (!extents.isEmpty() && extents.getFirst().is(Role.SIGN, "+")) {
      signs.add(extents.removeFirst());
    }
    boolean positive = !signs.isEmpty() && signs.getFirst().is(Role.SIGN, "+");
    if (!set.equals("R")) {
      throw new NotationException(at, "only sets of real numbers are understood", "");
    }
    return new Side.Shape(positive ? "R+" : "R", extents(extents, names, places));
  }

  private static Side bracketed(
      Tex.Fence fence, List<Tex> sup, LatexNames names, LatexTree.Places places, Place at) {
    List<Tex> inside = LatexFormula.flat(fence.items());
    String interval = interval(fence, inside);
    if (!interval.isEmpty()) {
      return new Side.Shape(interval, extents(sup, names, places));
    }
    boolean dots = inside.stream().anyMatch(item -> item.is(Role.DOTS));
    if (dots && sup.isEmpty()) {
      List<List<Tex>> parts = LatexScripts.split(inside);
      List<Syntax> ends =
          List.of(
              LatexFormula.read(parts.getFirst(), names, places),
              LatexFormula.read(parts.getLast(), names, places));
      return new Side.Shape("integers", ends);
    }
    if (fence.open().equals("{") || !sup.isEmpty() || inside.isEmpty()) {
      throw new NotationException(at, "this set is not known", "");
    }
    return new Side.Shape("R", extents(inside, names, places));
  }

  private static String interval(Tex.Fence fence, List<Tex> inside) {
    StringBuilder numbers = new StringBuilder();
    for (Tex item : inside) {
      if (!(item instanceof Leaf(Role role, String text, _, _, _))
          || (role != Role.NUMBER
              && role != Role.SIGN
              && role != Role.STOP
              && role != Role.ONE
              && !text.equals("inf"))) {
        return "";
      }
      numbers.append(text);
    }
    if (numbers.indexOf(",") < 0) {
      return "";
    }
    String written = LatexBrackets.written(fence, numbers.toString());
    return switch (written) {
      case "(0,inf)" -> "R+";
      case "{1,0}" -> "{0,1}";
      case "{1,-1}", "{+1,-1}", "{-1,+1}" -> "{-1,1}";
      default -> written;
    };
  }

  /// Extents with `×` or commas between.
  private static List<Syntax> extents(List<Tex> items, LatexNames names, LatexTree.Places places) {
    List<Syntax> extents = new ArrayList<>();
    List<Tex> extent = new ArrayList<>();
    for (Tex item : items) {
      boolean separates =
          item.is(Role.SIGN, "×")
              || item.is(Role.STOP, ",")
              || item.is(Role.SIGN, "*")
              || item.is(Role.SIGN, "·");
      if (separates && !extent.isEmpty()) {
        extents.add(extent(extent, names, places));
        extent = new ArrayList<>();
      } else if (!separates) {
        extent.add(item);
      }
    }
    if (!extent.isEmpty()) {
      extents.add(extent(extent, names, places));
    }
    return extents;
  }

  /// `D_x` is a name here, whether it is known or not.
  private static Syntax extent(List<Tex> items, LatexNames names, LatexTree.Places places) {
    Syntax extent = LatexFormula.read(items, names, places);
    if (extent instanceof Syntax.Entry(Syntax.Name(String name, Place place), _, _)
        && items.getFirst() instanceof Tex.Scripted scripted) {
      String below = LatexResolved.joined(LatexFormula.flat(scripted.sub()));
      return below.isEmpty() ? extent : new Syntax.Name(LatexResolved.lowered(name, below), place);
    }
    return extent;
  }
}
