package dev.jacobi.elaborate;

import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Index;
import dev.jacobi.notation.Problem;
import dev.jacobi.notation.Syntax;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads formulas among the names of a model that is elaborated already: claims, and formulas that
/// were printed and are read again.
public final class Claims {
  /// A formula's entry and its axes; or what is wrong with it.
  public record Read(Expr entry, List<Index> axes, Optional<Problem> problem) {}

  /// Gives derivatives that occur inside a formula: their entry and the axes of it, of then wrt.
  public interface Derivatives {
    /// Throws [IllegalArgumentException] with a message for the user when there is none.
    Value of(String of, List<String> wrt);

    /// The derivative of a formula by a name: its axes, then those of the name. The formula may
    /// hold other indices free.
    default Value of(Expr entry, List<Index> axes, String wrt) {
      throw new IllegalArgumentException("a derivative is of a name, by a name");
    }

    /// A derivative's entry and axes.
    record Value(Expr entry, List<Index> axes) {}
  }

  private final Elaborator elaborator;

  Claims(Elaborator elaborator) {
    this.elaborator = elaborator;
  }

  boolean isFunction(String name) {
    return elaborator.function(name).isPresent() || elaborator.isOpaque(name);
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

  /// Free letters that several formulas share: `y_i = …` and what follows it in a chain.
  public static final class Letters {
    private final Scope scope = Scope.top();
    private final List<String> names;

    public Letters(Collection<String> names) {
      this.names = List.copyOf(names);
      for (String n : names) scope.bind(new Scope.Letter(n));
    }

    /// The index that a letter stands for, once a formula has shown on which axis it runs.
    public Optional<Index> index(String name) {
      return scope.letter(name).filter(Scope.Letter::isKnown).map(l -> l.at().plain());
    }

    /// Lets a letter run over an extent.
    public void run(String name, Index over) {
      scope.letter(name).orElseThrow().is(dev.jacobi.expr.At.of(over));
    }

    public List<String> names() {
      return names;
    }

    /// Of how many letters it is known over what they run.
    public int known() {
      int n = 0;
      for (String name : names)
        if (scope.letter(name).filter(Scope.Letter::isKnown).isPresent()) n++;
      return n;
    }
  }

  /// A formula as it was understood, or why it was not: `unknown` when it speaks of a name that
  /// nothing declares, else its shapes do not fit.
  public record Meaning(
      Expr entry,
      List<Index> axes,
      Set<String> defects,
      Optional<Problem> problem,
      boolean unknown) {
    public boolean isNumber() {
      return problem.isEmpty() && axes.isEmpty();
    }

    public boolean isColumn() {
      return problem.isEmpty() && axes.size() == 1;
    }

    public boolean isMatrix() {
      return problem.isEmpty() && axes.size() == 2;
    }

    public boolean isSquare() {
      return isMatrix() && axes.get(0).extent.equals(axes.get(1).extent);
    }

    /// The shape in words, `shape a × n`.
    public String shape() {
      return Value.describe(axes.stream().map(i -> i.extent).toList());
    }
  }

  /// Reads a formula among free letters: strictly, or as people write it, in a layout.
  public Meaning read(Syntax s, Letters letters, Manner manner) {
    var expressions = elaborator.expressions();
    Manner before = expressions.manner();
    expressions.manner(manner);
    try {
      expressions.sums.learn(s, letters.scope);
      Value v = expressions.value(s, letters.scope);
      return new Meaning(v.entry(), v.axes(), manner.defects(), Optional.empty(), false);
    } catch (ElaborationException e) {
      boolean unknown = e instanceof ElaborationException.Unknown;
      return new Meaning(
          expressions.t.zero(), List.of(), Set.of(), Optional.of(e.problem()), unknown);
    } finally {
      expressions.manner(before);
    }
  }

  public Read value(Syntax s) {
    return entry(s, List.of(), List.of());
  }
}
