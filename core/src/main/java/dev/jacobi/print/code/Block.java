package dev.jacobi.print.code;

import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Index;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The body of a loop nest in the making: the loops that are open around it, its lines, and the
/// sums that lines before have left in variables.
final class Block {
  private final Optional<Block> around;
  private final Map<Index, String> variables = new HashMap<>();
  private final Map<Expr, String> sums = new HashMap<>();
  private final List<String> lines = new ArrayList<>();

  Block() {
    this.around = Optional.empty();
  }

  /// The body of a loop over an index inside another block.
  Block(Block around, Index i, String variable) {
    this.around = Optional.of(around);
    variables.put(i, variable);
  }

  /// The variable of an index, counted from 0.
  Optional<String> variable(Index i) {
    String v = variables.get(i);
    return v != null ? Optional.of(v) : around.flatMap(b -> b.variable(i));
  }

  boolean uses(String variable) {
    return variables.containsValue(variable) || around.map(b -> b.uses(variable)).orElse(false);
  }

  /// The outermost block in which all these indices have variables: what rests on them alone
  /// belongs there.
  Block home(Index[] indices) {
    for (Index i : indices) if (variables.containsKey(i)) return this;
    return around.map(b -> b.home(indices)).orElse(this);
  }

  Optional<String> sum(Expr e) {
    String v = sums.get(e);
    return v != null ? Optional.of(v) : around.flatMap(b -> b.sum(e));
  }

  void keep(Expr e, String variable) {
    sums.put(e, variable);
  }

  void line(String text) {
    lines.add(text);
  }

  void lines(List<String> more) {
    for (String l : more) lines.add(l.isEmpty() ? l : "  " + l);
  }

  List<String> lines() {
    return lines;
  }
}
