package dev.jacobi.notation;

import java.util.List;

/// A formula laid out in two dimensions. [Typesetter] makes it, [LatexSpelling] and
/// [MathmlSpelling] write it down, so that the two always look alike.
sealed interface Box {
  Box EMPTY = new Row(List.of());

  /// Boxes side by side.
  record Row(List<Box> parts) implements Box {
    public Row {
      parts = List.copyOf(parts);
    }
  }

  /// One sign, in both spellings, and the name that it is a part of; none has an empty one.
  record Glyph(String latex, String unicode, Role role, String name) implements Box {
    Glyph(String latex, String unicode, Role role) {
      this(latex, unicode, role, "");
    }
  }

  record Fraction(Box over, Box under) implements Box {}

  /// A base with what hangs below and above it; either may be [#EMPTY].
  record Scripts(Box base, Box sub, Box sup) implements Box {}

  record Accent(String latex, String unicode, Box of) implements Box {}

  record Fence(Fences kind, Box of) implements Box {}

  record Root(Box of) implements Box {}

  /// A function and its arguments in brackets, with nothing between.
  record Applied(Box function, Box arguments) implements Box {}

  record Matrix(List<List<Box>> rows) implements Box {}

  /// `Σ` and its kin, with its indices below and the end of its range above.
  record Large(Glyph operator, Box under, Box over) implements Box {}

  /// What a sign is, which says how it is spaced and slanted.
  enum Role {
    VARIABLE,
    /// Upright: a word, a function, a constant.
    WORD,
    NUMBER,
    /// Between two operands.
    OPERATOR,
    /// Before one.
    PREFIX,
    COMMA,
    /// A product without a sign.
    NOTHING,
    /// The same, with a thin space.
    SPACE
  }

  /// Brackets and bars.
  enum Fences {
    PARENTHESES("(", ")", "(", ")"),
    SQUARE("[", "]", "[", "]"),
    BAR("\\lvert", "\\rvert", "|", "|"),
    DOUBLE_BAR("\\lVert", "\\rVert", "‖", "‖"),
    FLOOR("\\lfloor", "\\rfloor", "⌊", "⌋"),
    ANGLE("\\langle", "\\rangle", "⟨", "⟩");

    final String latexOpen;
    final String latexClose;
    final String open;
    final String close;

    Fences(String latexOpen, String latexClose, String open, String close) {
      this.latexOpen = latexOpen;
      this.latexClose = latexClose;
      this.open = open;
      this.close = close;
    }
  }

  /// The box of a name: each of its signs knows what it belongs to.
  static Box named(Box box, String name) {
    return switch (box) {
      case Glyph g -> new Glyph(g.latex(), g.unicode(), g.role(), name);
      case Row(List<Box> parts) -> new Row(parts.stream().map(p -> named(p, name)).toList());
      case Scripts(Box base, Box sub, Box sup) ->
          new Scripts(named(base, name), named(sub, name), named(sup, name));
      case Accent(String latex, String unicode, Box of) ->
          new Accent(latex, unicode, named(of, name));
      case Fraction _, Fence _, Root _, Applied _, Matrix _, Large _ -> box;
    };
  }

  static Glyph operator(String latex, String unicode) {
    return new Glyph(latex, unicode, Role.OPERATOR);
  }

  static Box row(Box... parts) {
    return new Row(List.of(parts));
  }

  static Box parenthesised(Box of) {
    return new Fence(Fences.PARENTHESES, of);
  }

  /// A power or another raised mark; joins a subscript that is there already.
  static Box raised(Box base, Box sup) {
    return base instanceof Scripts(Box inner, Box sub, Box above) && above.equals(EMPTY)
        ? new Scripts(inner, sub, sup)
        : new Scripts(base, EMPTY, sup);
  }

  static Box lowered(Box base, Box sub) {
    return new Scripts(base, sub, EMPTY);
  }
}
