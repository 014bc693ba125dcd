package dev.jacobi.notation;

import java.util.List;

/// A formula as it is written: the user's own spelling, with places. The parser makes it, the
/// elaborator gives it meaning, and the printers answer in it, so that one set of spellings (text,
/// LaTeX, MathML) serves both what was read and what was derived.
///
/// Matrix notation and index notation are the same tree: `W x` is a product of two names, `sum[j]
/// W[i,j] x[j]` a bound operator over entries.
public sealed interface Syntax {

  Place place();

  /// A name: a variable, an extent, an index, a constant (`pi`, `inf`). Greek letters are spelled
  /// out or not, as the user wrote them.
  record Name(String text, Place place) implements Syntax {}

  /// A number, in the digits the user wrote: `3`, `0.5`, `2e1`.
  record Num(String digits, Place place) implements Syntax {}

  /// `-x`.
  record Negate(Syntax of, Place place) implements Syntax {}

  /// Two operands and an operator; `place` is the operator's.
  record Binary(Op op, Syntax left, Syntax right, Place place) implements Syntax {}

  /// `x'`.
  record Transpose(Syntax of, Place place) implements Syntax {}

  /// `f(a, b)`. A known function, or a user's; `f` followed at once by `(`.
  record Call(String function, List<Syntax> arguments, Place place) implements Syntax {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /// `f'(u)`: the derivative of a function of scalars, at u; the second is that of `f'`.
  record Prime(String function, Syntax at, Place place) implements Syntax {}

  /// `x[i]`, `W[i,:]`, `x[i + k]`; an index is any formula of indices, or [Colon].
  record Entry(Syntax of, List<Syntax> indices, Place place) implements Syntax {
    public Entry {
      indices = List.copyOf(indices);
    }
  }

  /// `:` as an index: the whole axis.
  record Colon(Place place) implements Syntax {}

  /// `sum[i=1..n, j; i != j] body`, and the same for prod, max, min, mean, softmax, logsumexp.
  /// Conditions are [Compare].
  record Bound(
      String operator, List<Binder> binders, List<Syntax> conditions, Syntax body, Place place)
      implements Syntax {
    public Bound {
      binders = List.copyOf(binders);
      conditions = List.copyOf(conditions);
    }
  }

  /// One bound index, with its range when one is written: an empty list, or `[from, to]`.
  record Binder(String index, List<Syntax> range, Place place) {
    public Binder {
      range = List.copyOf(range);
    }
  }

  /// `||x||` (kind `"2"`), `||x||_1` (kind `"1"`), `||x||_inf`, `|u|` (kind `"abs"`).
  record Norm(Syntax of, String kind, Place place) implements Syntax {}

  /// `1[s > 0]`: entrywise 0 or 1. The condition is a [Compare].
  record Indicator(Syntax condition, Place place) implements Syntax {}

  /// `a < b`, one of the six comparisons, entrywise.
  record Compare(Relation relation, Syntax left, Syntax right, Place place) implements Syntax {}

  /// `[a, b; c, d]`: entries, or blocks to stack. Rows of equal length.
  record Block(List<List<Syntax>> rows, Place place) implements Syntax {
    public Block {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /// `dC/dW1`, `∂y[i]/∂x[j]`: of and wrt are a [Name] or an [Entry] of one. LaTeX has any formula
  /// there: `\frac{\partial}{\partial x} [x^2]`.
  record Derivative(Syntax of, Syntax wrt, Place place) implements Syntax {}

  /// The operators between two operands. `TIMES` is the product by shape (`*`, juxtaposition),
  /// `HADAMARD` the entrywise one; `QUOTIENT` `/` and `./`; `POWER` `^`, `ENTRY_POWER` `.^`.
  enum Op {
    PLUS,
    MINUS,
    TIMES,
    HADAMARD,
    QUOTIENT,
    ENTRY_QUOTIENT,
    POWER,
    ENTRY_POWER
  }

  /// The six comparisons.
  enum Relation {
    LESS("<"),
    AT_MOST("<="),
    EQUAL("=="),
    DIFFERENT("!="),
    AT_LEAST(">="),
    MORE(">");

    public final String text;

    Relation(String text) {
      this.text = text;
    }
  }
}
