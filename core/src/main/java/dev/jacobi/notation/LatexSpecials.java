package dev.jacobi.notation;

import dev.jacobi.notation.Tex.Role;
import dev.jacobi.notation.Token.Kind;
import java.util.List;

/// Letters that mean something of their own where they are no names: `e^x`, `\delta_{ij}`, `I_n`.
final class LatexSpecials {
  private final LatexFormula formula;

  LatexSpecials(LatexFormula formula) {
    this.formula = formula;
  }

  /// Says what the letter means, and returns the index after it; 0 when it is a name.
  int read(String letter, Tex.Scripted scripted, Tex at, List<Tex> items, int next) {
    if (formula.names.isValue(letter)) {
      return 0;
    }
    return switch (letter) {
      case "e" -> {
        if (scripted.sup().isEmpty() || isSquare(scripted)) {
          yield 0;
        }
        exponential(scripted);
        yield next;
      }
      case "delta" ->
          scripted.sup().isEmpty()
              ? kronecker(LatexFormula.flat(scripted.sub()), at, items, next)
              : 0;
      case "I" -> identity(scripted, at, items, next);
      default -> 0;
    };
  }

  /// `e_i^2`, `e_i^T`: an e with an index and with what is no exponent of Euler's number.
  private static boolean isSquare(Tex.Scripted s) {
    List<Tex> sup = LatexFormula.flat(s.sup());
    boolean number = sup.size() == 1 && sup.getFirst().is(Role.NUMBER);
    return !s.sub().isEmpty() && (number || LatexScripts.isTransposed(sup));
  }

  /// `I_n`; `I(s > 0)` is an indicator.
  private int identity(Tex.Scripted scripted, Tex at, List<Tex> items, int next) {
    List<Tex> sub = LatexFormula.flat(scripted.sub());
    if (LatexNaming.isFence(items, next) && sub.isEmpty()) {
      List<Tex> inside = LatexNaming.items(items.get(next));
      if (!LatexBlocks.hasRelation(inside)) {
        return 0;
      }
      new LatexBlocks(formula).indicator(inside, at);
      return next + 1;
    }
    if (sub.isEmpty() || !scripted.sup().isEmpty()) {
      return 0;
    }
    formula.call("I", at);
    formula.numbers.extents(sub);
    formula.close(at);
    return next;
  }

  private void exponential(Tex.Scripted scripted) {
    int start = formula.out.size();
    List<Tex> sup = LatexFormula.flat(scripted.sup());
    formula.call("exp", scripted);
    formula.all(sup);
    formula.close(scripted);
    Tex.Scripted rest =
        new Tex.Scripted(
            scripted.base(),
            scripted.sub(),
            List.of(),
            scripted.primes(),
            scripted.from(),
            scripted.to());
    formula.scripts(start, rest);
  }

  /// `\delta_{ij}`, `\delta(i - j)`; 0 when neither stands here.
  private int kronecker(List<Tex> sub, Tex at, List<Tex> items, int next) {
    List<List<Tex>> indices = LatexScripts.indices(sub, -1);
    int after = next;
    if (sub.isEmpty() && next < items.size() && items.get(next) instanceof Tex.Fence fence) {
      List<Tex> inside = LatexFormula.flat(fence.items());
      indices = LatexScripts.split(inside);
      int minus = -1;
      for (int i = 1; i < inside.size() && indices.size() == 1; i++) {
        minus =
            inside.get(i).is(Role.SIGN, "-") || inside.get(i).is(Role.RELATION, "=") ? i : minus;
      }
      if (minus > 0) {
        indices = List.of(inside.subList(0, minus), inside.subList(minus + 1, inside.size()));
      }
      after = next + 1;
    }
    if (indices.size() != 2 || indices.getLast().isEmpty()) {
      return 0;
    }
    formula.call("delta", at);
    formula.all(indices.getFirst());
    formula.emit(Kind.COMMA, ",", at);
    formula.all(indices.getLast());
    formula.close(at);
    return after;
  }
}
