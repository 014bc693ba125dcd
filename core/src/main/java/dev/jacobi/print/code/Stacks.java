package dev.jacobi.print.code;

import dev.jacobi.expr.At;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Arrays that stand one behind the other along an axis, found by their structure: a sum of
/// entries, each shifted, that together fill the axis and nowhere meet.
final class Stacks {
  private final Formulas formulas;

  Stacks(Formulas formulas) {
    this.formulas = formulas;
  }

  /// A whole array that begins behind `start` places.
  private record Piece(String name, Extent start, Extent length) {}

  /// The formula as a concatenation, when it is one.
  Optional<Code> of(Expr e, List<Index> axes) {
    if (e.size() < 2) return Optional.empty();
    for (int q = 0; q < axes.size(); q++) {
      Optional<Code> code = along(e, axes, q);
      if (code.isPresent()) return code;
    }
    return Optional.empty();
  }

  private Optional<Code> along(Expr e, List<Index> axes, int axis) {
    List<Piece> left = new ArrayList<>();
    for (Monomial m : e.terms()) {
      Optional<Piece> p = piece(m, axes, axis);
      if (p.isEmpty()) return Optional.empty();
      left.add(p.get());
    }
    List<String> names = new ArrayList<>();
    Extent end = Extent.ZERO;
    while (!left.isEmpty()) {
      Extent start = end;
      Optional<Piece> next = left.stream().filter(p -> p.start.equals(start)).findFirst();
      if (next.isEmpty()) return Optional.empty();
      left.remove(next.get());
      names.add(formulas.scope.name(next.get().name));
      end = end.plus(next.get().length);
    }
    if (!end.equals(axes.get(axis).extent)) return Optional.empty();
    return Optional.of(Code.array(axes, formulas.language.concatenated(names, axis)));
  }

  private Optional<Piece> piece(Monomial m, List<Index> axes, int axis) {
    List<Factor.Symbol> symbols = new ArrayList<>();
    List<Factor.Relation> relations = new ArrayList<>();
    for (Power p : m.powers()) {
      if (!p.exponent().isOne()) return Optional.empty();
      if (p.base() instanceof Factor.Symbol s) symbols.add(s);
      else if (p.base() instanceof Factor.Relation r) relations.add(r);
      else return Optional.empty();
    }
    if (!m.coefficient.isOne() || m.hasSums() || symbols.size() != 1) return Optional.empty();
    Factor.Symbol s = symbols.get(0);
    boolean implied = relations.stream().allMatch(r -> formulas.entries.isImplied(s, r));
    if (!implied || s.arity() != axes.size()) return Optional.empty();
    List<Extent> shape = formulas.scope.shape(s.name);
    for (int q = 0; q < axes.size(); q++) {
      At at = s.slot(q);
      boolean whole = at.isPlain() && at.plain().extent.equals(shape.get(q));
      if (q != axis && !(whole && at.plain().equals(axes.get(q)))) return Optional.empty();
    }
    At at = s.slot(axis);
    boolean shifted =
        at.indices.length == 1 && at.indices[0].equals(axes.get(axis)) && at.coefficients[0] == 1;
    return shifted
        ? Optional.of(new Piece(s.name, at.offset.times(-1), shape.get(axis)))
        : Optional.empty();
  }
}
