package dev.jacobi.print.code;

import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Index;
import java.util.ArrayList;
import java.util.List;

/// Writes definitions, line by line.
final class Bodies {
  private final Formulas formulas;
  private final ArrayLanguage language;

  Bodies(Formulas formulas) {
    this.formulas = formulas;
    this.language = formulas.language;
  }

  /// Adds the lines that compute one array.
  void line(Plan.Line l, List<String> lines) {
    var scope = formulas.scope;
    String text = whole(of(l.body(), l.axes()), l.axes());
    lines.addAll(scope.takeLines());
    lines.add(scope.claim(l.symbol(), l.wish(), l.axes()) + " = " + text);
  }

  /// With axes of length 1 put in.
  private String inserted(Code c, List<Index> axes) {
    List<String> slots = new ArrayList<>();
    for (Index i : axes) slots.add(c.axes().contains(i) ? ":" : "None");
    List<Index> order = Formulas.ordered(c.axes(), axes);
    Code x = c.permuted(order, language);
    return x.at(Code.Level.ATOM) + "[" + String.join(", ", slots) + "]";
  }

  /// A value over all the axes of its line, in their order.
  private String whole(Code value, List<Index> axes) {
    Code c = formulas.number(value);
    if (c.order() == axes.size()) return c.permuted(axes, language).text();
    List<String> shape = new ArrayList<>();
    for (Index i : axes) shape.add(formulas.scope.size(i.extent).text());
    if (c.isScalar()) return language.filled(shape, c, formulas.scope);
    boolean ones = axes.stream().allMatch(i -> c.axes().contains(i) || i.extent.equals(Extent.ONE));
    if (ones) return inserted(c, axes);
    return language.broadcast(c.spread(axes, language).text(), shape);
  }

  private Code of(Definition.Body body, List<Index> axes) {
    return switch (body) {
      case Definition.Formula f ->
          new Stacks(formulas).of(f.expr(), axes).orElseGet(() -> formulas.of(f.expr(), axes));
      case Definition.Inverse i -> Code.array(axes, language.inverse(formulas.scope.name(i.of())));
      case Definition.Determinant d ->
          Code.array(axes, language.determinant(formulas.scope.name(d.of()), d.logarithm()));
      case Definition.Extreme e -> extreme(e, axes);
      case Definition.ProductOver p -> product(p, axes);
      case Definition.ArgMax a -> argMax(a, axes);
      case Definition.Unknown _ ->
          throw new IllegalStateException("an unknown function has no formula");
    };
  }

  private Code extreme(Definition.Extreme e, List<Index> axes) {
    Code x = formulas.number(formulas.of(e.expr(), axes));
    int axis = x.axes().indexOf(e.over());
    if (axis < 0) return x;
    return Code.array(without(x, axis), language.extreme(x.text(), axis, e.greatest()));
  }

  private Code product(Definition.ProductOver p, List<Index> axes) {
    Code x = formulas.number(formulas.of(p.expr(), axes));
    int axis = x.axes().indexOf(p.over());
    if (axis >= 0) return Code.array(without(x, axis), language.product(x.text(), axis));
    Code n = formulas.scope.size(p.over().extent);
    return x.with(x.at(Code.Level.ATOM) + " ** " + n.at(Code.Level.ATOM), Code.Level.POWER);
  }

  private Code argMax(Definition.ArgMax a, List<Index> axes) {
    Expr spread = formulas.scope.model().t.one();
    Code x = formulas.number(formulas.of(a.expr(), axes));
    int axis = x.axes().indexOf(a.over());
    if (axis < 0) {
      Code first = Code.array(List.of(a.at()), "(" + range(a) + " == 0)");
      return Products.multiplied(formulas, List.of(first, formulas.of(spread, axes)), axes);
    }
    List<Index> left = without(x, axis);
    left.add(a.at());
    String n = formulas.scope.size(a.at().extent).text();
    return Code.array(left, language.argMax(x.text(), axis, n, formulas.scope));
  }

  private String range(Definition.ArgMax a) {
    return language.range(formulas.scope.size(a.at().extent).text());
  }

  private static List<Index> without(Code x, int axis) {
    List<Index> left = new ArrayList<>(x.axes());
    left.remove(axis);
    return left;
  }
}
