package dev.jacobi.notation;

import dev.jacobi.notation.Tex.Leaf;
import dev.jacobi.notation.Tex.Role;
import java.util.ArrayList;
import java.util.List;

/// Takes the outermost layout away: alignments, boxes around equations, braces.
final class LatexLayout {
  private LatexLayout() {}

  /// Everything in a row, with [Role#CELL] and [Role#ROW] where an alignment had them.
  static List<Tex> flat(List<Tex> items) {
    List<Tex> flat = new ArrayList<>();
    for (Tex item : items) {
      switch (item) {
        case Tex.Group(List<Tex> inner, boolean visible, _, _) -> {
          List<Tex> opened = flat(inner);
          if (!visible || holdsStatements(opened)) {
            flat.addAll(opened);
          } else {
            flat.add(item);
          }
        }
        case Tex.Environment(String name, List<Tex> inner, int from, _) -> {
          if (isAlignment(name, inner)) {
            separate(flat, from);
            flat.addAll(flat(inner));
          } else {
            flat.add(item);
          }
        }
        case Tex.Fence(_, _, List<Tex> inner, _, _, _) -> {
          if (inner.size() == 1
              && inner.getFirst() instanceof Tex.Environment(String name, List<Tex> rows, _, _)
              && !name.equals("array")
              && isAlignment(name, rows)) {
            flat.addAll(flat(inner));
          } else {
            flat.add(item);
          }
        }
        default -> flat.add(item);
      }
    }
    return flat;
  }

  /// Two displays one after the other are two rows.
  private static void separate(List<Tex> before, int at) {
    boolean open =
        before.isEmpty()
            || LatexStatements.relation(before.getLast()) != null
            || before.getLast().is(Role.SIGN)
            || before.getLast().is(Role.CELL)
            || before.getLast().is(Role.ROW);
    if (!open) {
      before.add(new Leaf(Role.ROW, "\\\\", false, at, at));
    }
  }

  private static boolean holdsStatements(List<Tex> items) {
    return items.stream()
        .anyMatch(item ->
            LatexStatements.relation(item) != null || item.is(Role.CELL) || item.is(Role.ROW));
  }

  private static boolean isAlignment(String name, List<Tex> items) {
    return switch (name) {
      case "aligned", "align", "split", "gather", "gathered", "multline", "multlined" -> true;
      case "eqnarray", "equation", "alignat", "alignedat", "flalign", "displaymath" -> true;
      case "math", "IEEEeqnarray", "dmath", "center", "subequations", "empheq" -> true;
      case "array" -> isEquations(items);
      default -> false;
    };
  }

  /// An array with relations at the edges of its cells aligns equations.
  private static boolean isEquations(List<Tex> items) {
    for (int i = 0; i < items.size(); i++) {
      boolean edge =
          i == 0
              || items.get(i - 1).is(Role.CELL)
              || i + 1 == items.size()
              || items.get(i + 1).is(Role.CELL);
      if (edge && LatexStatements.relation(items.get(i)) != null) {
        return true;
      }
    }
    return false;
  }
}
