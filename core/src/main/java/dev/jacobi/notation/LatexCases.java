package dev.jacobi.notation;

import dev.jacobi.notation.Tex.Leaf;
import dev.jacobi.notation.Tex.Role;
import dev.jacobi.notation.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/// `\begin{cases} a & \text{if } c \\ b & \text{otherwise} \end{cases}` is `where(c, a, b)`; more
/// rows nest. The last row is what holds when no other does, whatever is written beside it.
final class LatexCases {
  private final LatexFormula formula;
  private final LatexBlocks blocks;

  LatexCases(LatexFormula formula, LatexBlocks blocks) {
    this.formula = formula;
    this.blocks = blocks;
  }

  private record Case(List<Tex> value, List<Tex> condition) {}

  void read(Tex.Environment environment) {
    List<Case> cases = new ArrayList<>();
    for (List<List<Tex>> row : LatexBlocks.rows(environment.items())) {
      Case one = of(row);
      if (cases.isEmpty() || !isNothing(one.value())) {
        cases.add(one);
      }
    }
    for (int i = 0; i + 1 < cases.size(); i++) {
      Case row = cases.get(i);
      if (row.condition().isEmpty()) {
        throw formula.unread(
            environment, "row " + (i + 1) + " of these cases has no condition", "");
      }
      formula.call("where", environment);
      condition(row.condition(), environment);
      formula.emit(Kind.COMMA, ",", environment);
      formula.all(row.value());
      formula.emit(Kind.COMMA, ",", environment);
    }
    formula.open(environment);
    formula.all(cases.isEmpty() ? List.of() : cases.getLast().value());
    formula.close(environment);
    for (int i = 0; i + 1 < cases.size(); i++) {
      formula.close(environment);
    }
  }

  /// `\text{undefined}`: where there is nothing, nothing is claimed.
  private boolean isNothing(List<Tex> value) {
    return value.size() == 1
        && value.getFirst() instanceof Leaf(Role role, String text, _, _, _)
        && role == Role.WORD
        && formula.names.known(List.of(text)).isEmpty();
  }

  private static Case of(List<List<Tex>> row) {
    List<Tex> value = new ArrayList<>(row.getFirst());
    List<Tex> condition = new ArrayList<>();
    for (int i = 1; i < row.size(); i++) {
      condition.addAll(row.get(i));
    }
    for (int i = 0; i < value.size() && row.size() == 1; i++) {
      if (value.get(i).is(Role.WORD) || value.get(i).is(Role.STOP, ",")) {
        condition.addAll(value.subList(i, value.size()));
        value = new ArrayList<>(value.subList(0, i));
      }
    }
    while (!value.isEmpty() && value.getLast().is(Role.STOP)) {
      value.removeLast();
    }
    return new Case(value, LatexFormula.flat(condition));
  }

  /// Comparisons with `and` or a comma between; words are only between.
  private void condition(List<Tex> items, Tex at) {
    List<List<Tex>> parts = new ArrayList<>();
    List<Tex> part = new ArrayList<>();
    for (Tex item : items) {
      boolean between =
          item instanceof Leaf(Role role, _, _, _, _)
              && (role == Role.WORD
                  || role == Role.STOP
                  || role == Role.WIDE
                  || role == Role.ARROW);
      if (between && !part.isEmpty()) {
        parts.add(part);
        part = new ArrayList<>();
      } else if (!between) {
        part.add(item);
      }
    }
    if (!part.isEmpty()) {
      parts.add(part);
    }
    if (parts.isEmpty()) {
      throw formula.unread(at, "only the last of these cases may go without a condition", "");
    }
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) {
        formula.emit(Kind.HADAMARD, ".*", at);
      }
      if (parts.size() == 1) {
        blocks.condition(parts.get(i), at);
      } else {
        formula.open(at);
        blocks.condition(parts.get(i), at);
        formula.close(at);
      }
    }
  }
}
