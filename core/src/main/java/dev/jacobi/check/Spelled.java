package dev.jacobi.check;

import dev.jacobi.expr.ValueSet;
import dev.jacobi.expr.Variable;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Trees;
import dev.jacobi.notation.Vocabulary;
import dev.jacobi.notation.Written;
import java.util.ArrayList;
import java.util.List;
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

  /// The name in `−log y if t = 1, −log(1 − y) if t = 0`, where t is not one of finitely many
  /// numbers: almost everywhere neither case holds.
  Optional<String> casesByValue(Syntax side) {
    List<String> found = new ArrayList<>();
    Trees.walk(
        side,
        x -> {
          boolean cases = x instanceof Syntax.Call c && c.function().equals("where");
          if (cases
              && ((Syntax.Call) x).arguments().getFirst() instanceof Syntax.Compare c
              && c.relation() == Syntax.Relation.EQUAL
              && c.right() instanceof Syntax.Num) value(c.left()).ifPresent(found::add);
        });
    return found.stream().findFirst();
  }

  private Optional<String> value(Syntax s) {
    Syntax array = s instanceof Syntax.Entry e ? e.of() : s;
    if (!(array instanceof Syntax.Name n)) return Optional.empty();
    String name = Vocabulary.canonicalName(n.text());
    if (!run.setting.model.knows(name) || run.setting.isExtent(name)) return Optional.empty();
    Variable v = run.setting.model.variables().get(name);
    boolean any =
        v == null
            || !v.set().isIdempotent() && v.set() != ValueSet.INTEGERS && v.set() != ValueSet.SIGNS;
    return any ? Optional.of(name) : Optional.empty();
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
    return Optional.of(text.substring(0, to).toLowerCase(java.util.Locale.ROOT));
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
