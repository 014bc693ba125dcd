package dev.jacobi.notation;

import dev.jacobi.notation.Tex.Leaf;
import dev.jacobi.notation.Tex.Role;
import dev.jacobi.notation.Token.Kind;
import java.util.List;

/// Numbers, and what is written like one: indicators, vectors of ones and of zeros.
final class LatexNumbers {
  private final LatexFormula formula;

  LatexNumbers(LatexFormula formula) {
    this.formula = formula;
  }

  /// A number, or the 1 of an indicator: `1[s > 0]`, `\mathbb{1}\{s > 0\}`.
  int number(List<Tex> items, int i, Leaf leaf) {
    boolean one = !leaf.text().equals("0") && (leaf.is(Role.ONE) || leaf.text().equals("1"));
    if (one && LatexNaming.isFence(items, i + 1)) {
      Tex after = items.get(i + 1);
      List<Tex> condition = LatexNaming.items(after);
      if (LatexBlocks.hasRelation(condition)) {
        int start = formula.out.size();
        formula.blocks.indicator(condition, after);
        if (after instanceof Tex.Scripted scripted) {
          formula.scripts(start, scripted);
        }
        return i + 2;
      }
    }
    if (leaf.text().equals("I")) {
      formula.emit(Kind.NAME, "I", leaf);
    } else if (leaf.is(Role.ONE) && isVector(items, i)) {
      formula.emit(Kind.NAME, leaf.text().equals("0") ? "zeros" : "ones", leaf);
    } else {
      formula.emit(Kind.NUMBER, leaf.text().equals("𝟙") ? "1" : leaf.text(), leaf);
    }
    return i + 1;
  }

  /// A bold 1 that is a factor is a vector of ones; one that is a term is the number too.
  private static boolean isVector(List<Tex> items, int i) {
    return (i > 0 && !LatexArguments.ends(items.get(i - 1)))
        || (i + 1 < items.size() && !LatexArguments.ends(items.get(i + 1)));
  }

  int scriptedNumber(List<Tex> items, int i, Leaf leaf, Tex.Scripted scripted) {
    List<Tex> sub = LatexFormula.flat(scripted.sub());
    boolean one = leaf.is(Role.ONE) || leaf.text().equals("1");
    Tex.Scripted raised =
        new Tex.Scripted(
            leaf, List.of(), scripted.sup(), scripted.primes(), scripted.from(), scripted.to());
    int start = formula.out.size();
    if (one && LatexBlocks.hasRelation(sub)) {
      formula.blocks.indicator(unwrapped(sub), scripted);
      formula.scripts(start, raised);
    } else if (leaf.is(Role.ONE) && !sub.isEmpty()) {
      String made = leaf.text().equals("0") ? "zeros" : leaf.text().equals("I") ? "I" : "ones";
      formula.call(made, scripted);
      extents(sub);
      formula.close(scripted);
      formula.scripts(start, raised);
    } else if (leaf.is(Role.ONE) && !leaf.text().equals("I") && !scripted.sup().isEmpty()) {
      formula.emit(Kind.NAME, leaf.text().equals("0") ? "zeros" : "ones", leaf);
      formula.scripts(start, scripted);
    } else if (one && isExtent(sub)) {
      formula.call("ones", scripted);
      extents(sub);
      formula.close(scripted);
      formula.scripts(start, raised);
    } else if (!sub.isEmpty()) {
      throw formula.unread(scripted, "a number has no indices", "");
    } else {
      number(List.of(leaf), 0, leaf);
      formula.scripts(start, scripted);
    }
    return i + 1;
  }

  /// The m of `1_m`, a vector of ones whatever its style.
  private boolean isExtent(List<Tex> sub) {
    return sub.size() == 1 && sub.getFirst().is(Role.LETTER) && formula.order(sub.getFirst()) == 0;
  }

  /// `\{s > 0\}` below a 1 is `s > 0`.
  private static List<Tex> unwrapped(List<Tex> sub) {
    return sub.size() == 1 && sub.getFirst() instanceof Tex.Fence fence
        ? LatexFormula.flat(fence.items())
        : sub;
  }

  /// Extents below `\mathbf{1}_{m \times n}`.
  void extents(List<Tex> items) {
    for (Tex item : items) {
      if (item.is(Role.SIGN, "×")) {
        formula.emit(Kind.COMMA, ",", item);
      } else {
        formula.unit(List.of(item), 0);
      }
    }
  }
}
