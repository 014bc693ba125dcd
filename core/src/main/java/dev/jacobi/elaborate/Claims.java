package dev.jacobi.elaborate;

import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Index;
import dev.jacobi.notation.Problem;
import dev.jacobi.notation.Syntax;
import java.util.List;
import java.util.Optional;

/// Reads formulas among the names of a model that is elaborated already: claims, and formulas that
/// were printed and are read again.
public final class Claims {
  /// A formula's entry and its axes; or what is wrong with it.
  public record Read(Expr entry, List<Index> axes, Optional<Problem> problem) {}

  /// Gives derivatives that occur inside a formula: their entry and the axes of it, of then wrt.
  public interface Derivatives {
    /// Throws [IllegalArgumentException] with a message for the user when there is none.
    Value of(String of, List<String> wrt);

    /// A derivative's entry and axes.
    record Value(Expr entry, List<Index> axes) {}
  }

  private final Elaborator elaborator;

  Claims(Elaborator elaborator) {
    this.elaborator = elaborator;
  }

  /// Where derivatives come from; without it, a formula that holds one is a problem.
  public void derivatives(Derivatives source) {
    elaborator.derivatives(source);
  }

  /// Reads a formula whose free letters are those of `letters`, one for each axis of `shape` in
  /// order: the value by entry.
  public Read entry(Syntax s, List<String> letters, List<Index> axes) {
    try {
      Scope scope = Scope.top();
      for (int q = 0; q < letters.size(); q++)
        scope.bind(new Scope.Letter(letters.get(q), dev.jacobi.expr.At.of(axes.get(q))));
      Value v = elaborator.expressions().value(s, scope);
      return new Read(v.entry(), v.axes(), Optional.empty());
    } catch (ElaborationException e) {
      return new Read(elaborator.expressions().t.zero(), List.of(), Optional.of(e.problem()));
    }
  }

  public Read value(Syntax s) {
    return entry(s, List.of(), List.of());
  }
}
