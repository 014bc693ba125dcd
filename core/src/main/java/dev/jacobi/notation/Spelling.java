package dev.jacobi.notation;

import java.util.List;

/// A way to write formulas. Every spelling writes the fewest parentheses that keep the meaning, and
/// those that a careful person adds; [Precedence] says for all of them where these are.
public sealed interface Spelling permits TextSpelling, LatexSpelling, MathmlSpelling {

  /// A formula on its own.
  String spell(Syntax formula);

  /// Formulas joined by `=`: `a = b = c`.
  String chain(List<Syntax> sides);
}
