package dev.jacobi.check;

import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Written;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// An array set equal to its own entries, written one by one: `z = [z_1, z_2]`, `W = [w_{11}, …]`.
/// It says how they are called, and claims nothing.
final class Spelled {
  private final Run run;

  Spelled(Run run) {
    this.run = run;
  }

  boolean writesOut(int q) {
    Optional<String> name = formula(0).flatMap(Spelled::root);
    if (name.isEmpty() || run.code || run.spelling.equals("text")) return false;
    Syntax side = formula(q).orElse(null);
    if (side instanceof Syntax.Transpose t) side = t.of();
    if (!(side instanceof Syntax.Block b)) return false;
    boolean any = false;
    for (int r = 0; r < b.rows().size(); r++)
      for (int c = 0; c < b.rows().get(r).size(); c++) {
        Syntax cell = b.rows().get(r).get(c);
        if (cell instanceof Syntax.Name n && Ellipsis.isDots(n)) continue;
        if (!root(cell).equals(name) || !isAt(cell, r + 1, c + 1)) return false;
        any = true;
      }
    return any;
  }

  private Optional<Syntax> formula(int q) {
    return run.sides.get(q).side() instanceof Written.Side.Formula f
        ? Optional.of(f.syntax())
        : Optional.empty();
  }

  /// The letters of a name without its scripts, small: `w` of `W_h` and of `w_{h11}`.
  private static Optional<String> root(Syntax s) {
    Syntax array = s instanceof Syntax.Entry e ? e.of() : s;
    if (!(array instanceof Syntax.Name n)) return Optional.empty();
    String text = n.text();
    int to = 0;
    while (to < text.length() && Character.isLetter(text.charAt(to))) to++;
    return Optional.of(text.substring(0, to).toLowerCase(Locale.ROOT));
  }

  /// Whether its indices, where they are numbers, are those of its place.
  private static boolean isAt(Syntax cell, int row, int column) {
    if (!(cell instanceof Syntax.Entry e)) return true;
    List<Syntax> indices = e.indices();
    if (indices.size() == 2)
      return isNumber(indices.get(0), row) && isNumber(indices.get(1), column);
    return isNumber(indices.getFirst(), Math.max(row, column));
  }

  private static boolean isNumber(Syntax s, int expected) {
    return !(s instanceof Syntax.Num n) || n.digits().equals(String.valueOf(expected));
  }
}
