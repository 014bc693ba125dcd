package dev.jacobi.notation;

import java.util.List;

/// LaTeX as TeX sees it: things in a row, some of them with scripts. [LatexTree] makes it; what it
/// means is found by [LatexFormula]. `from` and `to` are offsets in the text that was read.
sealed interface Tex {
  int from();

  int to();

  /// What a leaf is.
  enum Role {
    LETTER,
    /// Letters that stand together: `\mathrm{diag}`, `\text{Loss output}`.
    WORD,
    NUMBER,
    /// `\log`, `\tanh`: a function that needs no parentheses.
    FUNCTION,
    /// `\sum`, `\max`: binds indices.
    LARGE,
    /// An operator, by its spelling in plain text.
    SIGN,
    RELATION,
    /// `\Rightarrow`: what follows is another statement.
    ARROW,
    /// `,` `;` `:` `.`
    STOP,
    PARTIAL,
    NABLA,
    DOTS,
    /// `\quad`.
    WIDE,
    /// `\mathbb{R}`, by its letter.
    SET,
    /// `\mathbb{1}`, `\mathbf{1}`, `\mathbf{0}`.
    ONE,
    /// `\top`, `\prime`: what is only raised.
    MARK,
    CELL,
    ROW,
    /// What nobody understands, or a bracket without its partner; the text says so.
    BAD
  }

  /// One sign. `tight` when nothing, not even a blank, stands before it.
  record Leaf(Role role, String text, boolean tight, int from, int to) implements Tex {}

  /// `{…}`; `visible` when the page shows that it is one thing, as `\boxed` does.
  record Group(List<Tex> items, boolean visible, int from, int to) implements Tex {}

  /// `(…)`, `|…|`. The delimiters are `(`, `[`, `{`, `|`, `||`, `<`, `_` (floor), `.` (none).
  record Fence(String open, String close, List<Tex> items, boolean tight, int from, int to)
      implements Tex {}

  record Fraction(List<Tex> over, List<Tex> under, int from, int to) implements Tex {}

  record Root(List<Tex> degree, List<Tex> of, int from, int to) implements Tex {}

  /// `\hat{y}`, with the word of the accent.
  record Accent(String accent, List<Tex> of, boolean tight, int from, int to) implements Tex {}

  record Scripted(Tex base, List<Tex> sub, List<Tex> sup, int primes, int from, int to)
      implements Tex {}

  /// `\begin{cases} … \end{cases}`, with [Role#CELL] and [Role#ROW] between its parts.
  record Environment(String name, List<Tex> items, int from, int to) implements Tex {}

  default boolean is(Role role) {
    return this instanceof Leaf(Role own, _, _, _, _) && own == role;
  }

  default boolean is(Role role, String text) {
    return this instanceof Leaf(Role own, String word, _, _, _) && own == role && word.equals(text);
  }
}
