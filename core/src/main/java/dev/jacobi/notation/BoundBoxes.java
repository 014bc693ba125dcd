package dev.jacobi.notation;

import dev.jacobi.notation.Box.Glyph;
import dev.jacobi.notation.Box.Role;
import java.util.ArrayList;
import java.util.List;

/// Lays out operators that bind indices: `Σ` with the index below and the end of its range above.
final class BoundBoxes {
  private static final Glyph SEMICOLON = new Glyph(";", ";", Role.COMMA);

  private BoundBoxes() {}

  static Box of(Syntax.Bound bound) {
    List<Box> parts = new ArrayList<>(bound.binders().size() + 1);
    if (isNested(bound)) {
      for (int i = 0; i < bound.binders().size(); i++) {
        boolean innermost = i == bound.binders().size() - 1;
        List<Syntax> conditions = innermost ? bound.conditions() : List.of();
        parts.add(large(bound.operator(), List.of(bound.binders().get(i)), conditions));
      }
    } else {
      parts.add(large(bound.operator(), bound.binders(), bound.conditions()));
    }
    boolean signed = bound.body() instanceof Syntax.Negate;
    int least = signed ? Precedence.POWER : Precedence.PRODUCT;
    parts.add(Typesetter.at(bound.body(), least, true));
    return new Box.Row(parts);
  }

  /// Several ranges need several signs, which is the same thing for what adds, multiplies or
  /// compares.
  private static boolean isNested(Syntax.Bound bound) {
    boolean ranged = false;
    for (Syntax.Binder binder : bound.binders()) {
      ranged |= !binder.range().isEmpty();
    }
    return ranged
        && switch (bound.operator()) {
          case "sum", "prod", "max", "min" -> true;
          default -> false;
        };
  }

  private static Box large(String operator, List<Syntax.Binder> binders, List<Syntax> conditions) {
    List<Box> under = new ArrayList<>(4);
    Box over = Box.EMPTY;
    if (!conditionNames(binders, conditions)) {
      for (Syntax.Binder binder : binders) {
        addBinder(under, binder, binders.size() == 1);
      }
      if (binders.size() == 1 && !binders.getFirst().range().isEmpty()) {
        over = Typesetter.typeset(binders.getFirst().range().getLast());
      }
    }
    for (int i = 0; i < conditions.size(); i++) {
      if (!under.isEmpty()) {
        under.add(i == 0 ? SEMICOLON : Typesetter.COMMA);
      }
      under.add(Typesetter.typeset(conditions.get(i)));
    }
    return new Box.Large(sign(operator), new Box.Row(under), over);
  }

  /// `sum[j; j != i]` is `Σ` over `j ≠ i`: the condition names the index.
  private static boolean conditionNames(List<Syntax.Binder> binders, List<Syntax> conditions) {
    return binders.size() == 1
        && binders.getFirst().range().isEmpty()
        && conditions.size() == 1
        && conditions.getFirst() instanceof Syntax.Compare(_, Syntax.Name(String name, _), _, _)
        && name.equals(binders.getFirst().index());
  }

  private static void addBinder(List<Box> under, Syntax.Binder binder, boolean alone) {
    if (!under.isEmpty()) {
      under.add(Typesetter.COMMA);
    }
    under.add(NameBoxes.of(binder.index()));
    if (!binder.range().isEmpty()) {
      under.add(Box.operator("=", "="));
      under.add(Typesetter.typeset(binder.range().getFirst()));
      if (!alone) {
        under.add(new Glyph("\\dots", "…", Role.OPERATOR));
        under.add(Typesetter.typeset(binder.range().getLast()));
      }
    }
  }

  private static Glyph sign(String operator) {
    return switch (operator) {
      case "sum" -> Box.operator("\\sum", "∑");
      case "prod" -> Box.operator("\\prod", "∏");
      case "max" -> new Glyph("\\max", "max", Role.WORD);
      case "min" -> new Glyph("\\min", "min", Role.WORD);
      default ->
          new Glyph("\\operatorname*{" + NameBoxes.escaped(operator) + "}", operator, Role.WORD);
    };
  }
}
