package dev.jacobi.notation;

import java.util.List;

/// Plain text, as a `.jacobi` file has it; what it writes reads back as the same tree.
///
/// A sign is written where the tree has it: the negative of a product is `-(a b)`, and `-a b` is
/// the product of `-a` and b, as the grammar reads it.
///
/// @param ascii write Greek letters and accents in ASCII (`beta`, `y_hat`) instead of as the user
///   did
public record TextSpelling(boolean ascii) implements Spelling {
  /// Names as the user wrote them.
  public static final TextSpelling PLAIN = new TextSpelling(false);

  @Override
  public String spell(Syntax formula) {
    TextWriter writer = new TextWriter(ascii);
    writer.write(formula, Precedence.COMPARISON, true);
    return writer.written();
  }

  @Override
  public String chain(List<Syntax> sides) {
    StringBuilder chain = new StringBuilder();
    for (Syntax side : sides) {
      chain.append(chain.isEmpty() ? "" : " = ").append(spell(side));
    }
    return chain.toString();
  }
}
