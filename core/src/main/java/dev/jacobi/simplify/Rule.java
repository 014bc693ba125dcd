package dev.jacobi.simplify;

import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Index;
import java.util.List;

/// `pattern → replacement` for every value of the variables: a definition read backwards, or a
/// fact.
///
/// `owner` is the name whose definition it is (empty for a fact), so that it is not folded into
/// itself; `text` is how it is cited (`y = softmax(x)`, `sum(t) = 1`). A rule of `exact` kind
/// states an equality that shortens by itself; it is not asked to lower the cost.
record Rule(
    String owner,
    List<Index> variables,
    Expr pattern,
    Expr replacement,
    String text,
    boolean fact) {

  /// Whether the pattern is one factor by itself, `f ^ p`; then it is met under every exponent that
  /// is a whole multiple of p.
  boolean isFactor() {
    return pattern.size() == 1
        && pattern.term(0).powers().size() == 1
        && !pattern.term(0).hasSums()
        && !fact;
  }

  Rule {
    variables = List.copyOf(variables);
  }
}
