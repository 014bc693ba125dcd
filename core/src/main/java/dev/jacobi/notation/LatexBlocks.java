package dev.jacobi.notation;

import dev.jacobi.notation.Tex.Leaf;
import dev.jacobi.notation.Tex.Role;
import dev.jacobi.notation.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/// Brackets of every kind, matrices, cases, indicators.
final class LatexBlocks {
  private final LatexFormula formula;

  LatexBlocks(LatexFormula formula) {
    this.formula = formula;
  }

  void fence(Tex.Fence fence) {
    List<Tex> items = LatexFormula.flat(fence.items());
    if (fence.open().equals("{")
        && fence.close().equals(".")
        && items.size() == 1
        && items.getFirst() instanceof Tex.Environment cases) {
      new LatexCases(formula, this).read(cases);
      return;
    }
    switch (fence.open()) {
      case "|", "||" -> norm(fence, LatexScripts.NONE);
      case "<" -> enclosed("dot", items, fence);
      case "_" -> enclosed("floor", items, fence);
      case "[" -> {
        if (hasRelation(items)) {
          indicator(items, fence);
        } else {
          listed(items, fence);
        }
      }
      default -> listed(items, fence);
    }
  }

  private void enclosed(String function, List<Tex> items, Tex at) {
    formula.call(function, at);
    formula.all(items);
    formula.close(at);
  }

  /// `(…)`; with commas or semicolons it is a row or a stack.
  private void listed(List<Tex> items, Tex.Fence fence) {
    List<List<Tex>> parts = LatexScripts.split(items);
    if (!fence.open().equals(fence.close()) && !fence.close().equals(".")) {
      throw formula.unread(fence, "these brackets do not belong together", "");
    }
    if (parts.size() < 2) {
      formula.open(fence);
      formula.all(parts.isEmpty() ? items : parts.getFirst());
      formula.close(fence);
      return;
    }
    formula.emit(Kind.OPEN_SQUARE, "[", fence);
    for (Tex item : items) {
      if (item.is(Role.STOP, ";")) {
        formula.emit(Kind.SEMICOLON, ";", item);
      } else if (item.is(Role.STOP, ",")) {
        formula.emit(Kind.COMMA, ",", item);
      }
      if (parts.getFirst().getFirst() == item) {
        formula.all(parts.removeFirst());
        if (parts.isEmpty()) {
          break;
        }
      }
    }
    formula.emit(Kind.CLOSE_SQUARE, "]", fence);
  }

  /// Says a norm or an absolute value with its kind; false when the fence is neither.
  boolean norm(Tex.Fence fence, Tex.Scripted scripted) {
    boolean twice = fence.open().equals("||");
    if (!twice && !fence.open().equals("|")) {
      return false;
    }
    int start = formula.out.size();
    List<Tex> items = LatexFormula.flat(fence.items());
    List<Tex> sub = LatexFormula.flat(scripted.sub());
    if (!twice && items.size() == 1 && formula.order(items.getFirst()) == 2) {
      enclosed("det", items, fence);
    } else {
      formula.emit(twice ? Kind.DOUBLE_BAR : Kind.BAR, twice ? "||" : "|", fence);
      formula.all(items);
      formula.emit(twice ? Kind.DOUBLE_BAR : Kind.BAR, twice ? "||" : "|", fence);
      if (twice && !sub.isEmpty()) {
        kind(sub, fence);
      }
    }
    Tex.Scripted rest =
        new Tex.Scripted(
            fence,
            twice ? List.of() : sub,
            scripted.sup(),
            scripted.primes(),
            scripted.from(),
            scripted.to());
    formula.scripts(start, rest);
    return true;
  }

  private void kind(List<Tex> sub, Tex at) {
    if (sub.size() == 1 && sub.getFirst() instanceof Leaf(Role role, String text, _, _, _)) {
      formula.emit(Kind.UNDERSCORE, "_", at, false);
      formula.emit(role == Role.NUMBER ? Kind.NUMBER : Kind.NAME, text, at, false);
    } else {
      throw formula.unread(at, "this kind of norm is not known", "the norms are 1, 2, inf and F");
    }
  }

  static boolean hasRelation(List<Tex> items) {
    for (Tex item : items) {
      if (item.is(Role.RELATION)) {
        return true;
      }
    }
    return false;
  }

  void indicator(List<Tex> condition, Tex at) {
    formula.emit(Kind.NUMBER, "1", at);
    formula.emit(Kind.OPEN_SQUARE, "[", at, false);
    condition(condition, at);
    formula.emit(Kind.CLOSE_SQUARE, "]", at);
  }

  /// `a < b`; `0 < x < 1` is both of its comparisons.
  void condition(List<Tex> items, Tex at) {
    List<Integer> relations = new ArrayList<>(1);
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).is(Role.RELATION)) {
        relations.add(i);
      }
    }
    if (relations.size() != 2) {
      formula.all(items);
      return;
    }
    formula.open(at);
    formula.all(items.subList(0, relations.getLast()));
    formula.close(at);
    formula.emit(Kind.HADAMARD, ".*", at);
    formula.open(at);
    formula.all(items.subList(relations.getFirst() + 1, items.size()));
    formula.close(at);
  }

  void environment(Tex.Environment environment) {
    switch (environment.name()) {
      case "cases", "dcases", "rcases", "numcases" ->
          new LatexCases(formula, this).read(environment);
      case "vmatrix" -> {
        formula.call("det", environment);
        matrix(environment);
        formula.close(environment);
      }
      case "Vmatrix" -> {
        formula.emit(Kind.DOUBLE_BAR, "||", environment);
        matrix(environment);
        formula.emit(Kind.DOUBLE_BAR, "||", environment);
      }
      case "matrix", "bmatrix", "pmatrix", "Bmatrix", "smallmatrix", "array", "psmallmatrix" ->
          matrix(environment);
      case "bsmallmatrix", "subarray" -> matrix(environment);
      default -> {
        formula.open(environment);
        formula.all(environment.items());
        formula.close(environment);
      }
    }
  }

  private void matrix(Tex.Environment environment) {
    formula.emit(Kind.OPEN_SQUARE, "[", environment);
    List<List<List<Tex>>> rows = rows(environment.items());
    for (int i = 0; i < rows.size(); i++) {
      if (i > 0) {
        formula.emit(Kind.SEMICOLON, ";", environment);
      }
      for (int j = 0; j < rows.get(i).size(); j++) {
        if (j > 0) {
          formula.emit(Kind.COMMA, ",", environment);
        }
        formula.all(rows.get(i).get(j));
      }
    }
    formula.emit(Kind.CLOSE_SQUARE, "]", environment);
  }

  /// Rows of cells; a row without anything in it is none.
  static List<List<List<Tex>>> rows(List<Tex> items) {
    List<List<List<Tex>>> rows = new ArrayList<>();
    List<List<Tex>> row = new ArrayList<>();
    List<Tex> cell = new ArrayList<>();
    for (Tex item : LatexFormula.flat(items)) {
      if (item.is(Role.CELL)) {
        row.add(cell);
        cell = new ArrayList<>();
      } else if (item.is(Role.ROW)) {
        row.add(cell);
        rows.add(row);
        cell = new ArrayList<>();
        row = new ArrayList<>();
      } else {
        cell.add(item);
      }
    }
    row.add(cell);
    rows.add(row);
    rows.removeIf(r -> r.size() == 1 && r.getFirst().isEmpty());
    return rows;
  }
}
