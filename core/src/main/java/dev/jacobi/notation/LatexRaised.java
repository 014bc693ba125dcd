package dev.jacobi.notation;

import dev.jacobi.notation.Tex.Leaf;
import dev.jacobi.notation.Tex.Role;
import java.util.ArrayList;
import java.util.List;

/// Sends what has scripts to where it is understood: names, sums, functions, norms.
final class LatexRaised {
  private final LatexFormula formula;

  LatexRaised(LatexFormula formula) {
    this.formula = formula;
  }

  int scripted(List<Tex> items, int i, Tex.Scripted scripted) {
    Tex base = scripted.base();
    List<Tex> sub = LatexFormula.flat(scripted.sub());
    List<Tex> sup = LatexFormula.flat(scripted.sup());
    if (base instanceof Leaf leaf) {
      switch (leaf.role()) {
        case LETTER, WORD -> {
          return isLarge(leaf, sub)
              ? formula.large.read(items, i, large(leaf), sub, sup)
              : formula.naming.named(items, i);
        }
        case FUNCTION -> {
          return formula.calls.apply(leaf.text(), leaf, scripted, items, i + 1, true);
        }
        case LARGE -> {
          return formula.large.read(items, i, leaf, sub, sup);
        }
        case NABLA -> {
          return formula.gradients.nabla(items, i, leaf, sub, sup);
        }
        case PARTIAL -> {
          return formula.derivatives.partialBy(items, i, sub);
        }
        case NUMBER, ONE -> {
          return formula.numbers.scriptedNumber(items, i, leaf, scripted);
        }
        case SIGN, RELATION, STOP, DOTS -> {
          return formula.leaf(items, i, leaf);
        }
        default -> {}
      }
    }
    if (base instanceof Tex.Accent) {
      return formula.naming.named(items, i);
    }
    if (base instanceof Tex.Group(List<Tex> inner, _, _, _)
        && (word(inner, scripted) || styled(inner, base, scripted))) {
      return i + 1;
    }
    int start = formula.out.size();
    if (base instanceof Tex.Fence fence && formula.blocks.norm(fence, scripted)) {
      return i + 1;
    }
    formula.unit(List.of(base), 0);
    if (base instanceof Tex.Scripted) {
      formula.parenthesise(start, base);
    }
    formula.scripts(start, scripted);
    return i + 1;
  }

  /// `\Sigma_{i=1}^n`, as some write a sum.
  private static boolean isLarge(Leaf leaf, List<Tex> sub) {
    boolean capital = leaf.text().equals("Sigma") || leaf.text().equals("Pi");
    return capital && LatexBlocks.hasRelation(sub);
  }

  private static Leaf large(Leaf leaf) {
    String operator = leaf.text().equals("Pi") ? "prod" : "sum";
    return new Leaf(Role.LARGE, operator, leaf.tight(), leaf.from(), leaf.to());
  }

  /// `{dW}_1`, a name of several letters with a script; false when it is none.
  private boolean word(List<Tex> letters, Tex.Scripted scripted) {
    List<Tex> moved = new ArrayList<>(LatexFormula.flat(letters));
    if (moved.isEmpty() || !moved.getLast().is(Role.LETTER)) {
      return false;
    }
    Tex last = moved.removeLast();
    moved.add(
        new Tex.Scripted(
            last, scripted.sub(), scripted.sup(), scripted.primes(), last.from(), scripted.to()));
    boolean whole = LatexRun.at(moved, 0, formula.names).length() == moved.size();
    if (whole) {
      formula.naming.named(moved, 0);
    }
    return whole;
  }

  /// `\mathbf{AB}^T` shows what `\mathbf{A}\mathbf{B}^T` shows; false when it is no style of
  /// several letters.
  private boolean styled(List<Tex> inner, Tex group, Tex.Scripted scripted) {
    List<Tex> letters = LatexFormula.flat(inner);
    boolean command = letters.size() > 1 && letters.getFirst().from() > group.from() + 1;
    if (!command || LatexNaming.letters(letters).isEmpty()) {
      return false;
    }
    List<Tex> moved = new ArrayList<>(letters);
    Tex last = moved.removeLast();
    moved.add(
        new Tex.Scripted(
            last, scripted.sub(), scripted.sup(), scripted.primes(), last.from(), scripted.to()));
    formula.all(moved);
    return true;
  }

  /// `\hat{y_i}` is an entry of ŷ.
  int accent(List<Tex> items, int i, Tex.Accent accent) {
    List<Tex> of = LatexFormula.flat(accent.of());
    if (of.size() != 1 || !(of.getFirst() instanceof Tex.Scripted raw)) {
      return formula.naming.named(items, i);
    }
    Tex.Scripted inner = LatexScripts.merged(raw);
    List<Tex> base = List.of(inner.base());
    Tex over = new Tex.Accent(accent.accent(), base, accent.tight(), accent.from(), accent.to());
    List<Tex> moved = new ArrayList<>(items);
    moved.set(
        i,
        new Tex.Scripted(
            over, inner.sub(), inner.sup(), inner.primes(), accent.from(), accent.to()));
    return formula.unit(moved, i);
  }
}
