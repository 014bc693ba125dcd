package dev.jacobi.check;

import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Trees;
import java.util.List;

/// A formula that is right in the other layout, where each derivative is the transpose: those on
/// the right turn with the whole.
final class LayoutEdits implements Edits {
  @Override
  public List<Edit> of(Syntax written) {
    boolean[] any = {false};
    Trees.walk(written, x -> any[0] |= x instanceof Syntax.Derivative);
    if (!any[0] || written instanceof Syntax.Derivative) return List.of();
    Syntax turned =
        Trees.map(
            written,
            x ->
                x instanceof Syntax.Transpose t && t.of() instanceof Syntax.Transpose twice
                    ? twice.of()
                    : x instanceof Syntax.Derivative ? new Syntax.Transpose(x, Place.NONE) : x);
    String said = "it holds in the other layout, where derivatives are transposed";
    return List.of(new Edit(Code.LAYOUT, TransposeEdits.turned(turned), said));
  }
}
