package dev.jacobi.notation;

import java.util.List;

/// What one stretch of mathematics in a document says: chains such as `a = b = c`, memberships such
/// as `x ∈ ℝⁿ`, bare formulas and conditions. Every spelling (LaTeX, code) is read into this.
public record Written(List<Chain> chains) {
  public Written {
    chains = List.copyOf(chains);
  }

  /// A run of links, `a = b = c`. One that `continues` begins with its relation sign: its left side
  /// stands in the row or display before. `conditions` were written with it (`if i ≠ j`).
  public record Chain(boolean continues, List<Link> links, List<Syntax> conditions) {
    public Chain {
      links = List.copyOf(links);
      conditions = List.copyOf(conditions);
    }
  }

  /// One side and the sign before it; `from` and `to` are offsets in the text that was read, from
  /// the sign (the side, for the first) to the end of the side.
  public record Link(Sign sign, Side side, int from, int to) {}

  /// What stands on one side of a relation.
  public sealed interface Side {
    /// A formula. A name in words (`\text{Loss output}`) is a [Syntax.Name] with its blanks.
    record Formula(Syntax syntax) implements Side {}

    /// `\mathbb{R}^{a \times n}`, `[N, D_x]`, `(0,1)`: a set and its extents, as in
    /// [Statement.Declaration].
    record Shape(String set, List<Syntax> extents) implements Side {
      public Shape {
        extents = List.copyOf(extents);
      }
    }

    /// What the reader does not understand, with the token that stopped it.
    record Unread(Problem problem) implements Side {}
  }

  /// The relation before a side.
  public enum Sign {
    /// Nothing: the first side of a chain.
    FIRST,
    EQUALS,
    /// `:=`, `≜`, `≡`.
    DEFINES,
    IN,
    DIFFERENT,
    LESS,
    MORE,
    AT_MOST,
    AT_LEAST,
    /// `≈`, `∼`, `∝`, `→`: read, and never judged.
    OTHER
  }
}
