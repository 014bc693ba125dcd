package dev.jacobi.notation;

import dev.jacobi.notation.Tex.Leaf;
import dev.jacobi.notation.Tex.Role;
import dev.jacobi.notation.Token.Kind;
import java.util.List;

/// Functions with their arguments: `f(x)`, `\log x_i`, `\sigma'(W x)`.
final class LatexCalls {
  private final LatexFormula formula;

  LatexCalls(LatexFormula formula) {
    this.formula = formula;
  }

  /// Says `f(…)` with what stands at an index as its arguments, and its scripts after them. When
  /// `bare`, it may go without parentheses: `\log x_i` takes the factors that follow.
  int apply(String name, Tex at, Tex.Scripted own, List<Tex> items, int next, boolean bare) {
    int start = formula.out.size();
    Tex.Scripted scripted = own;
    String function = name;
    if (name.equals("argmax") && !own.sub().isEmpty()) {
      throw formula.unread(at, "what is sought is not read", "");
    }
    String base = LatexResolved.joined(LatexFormula.flat(own.sub()));
    if (name.equals("log") && (base.equals("2") || base.equals("10") || base.equals("e"))) {
      function = base.equals("e") ? "log" : "log" + base;
      scripted =
          new Tex.Scripted(own.base(), List.of(), own.sup(), own.primes(), own.from(), own.to());
    }
    int after = next;
    if (isPlaceholder(items, next)) {
      after = next + 1;
      formula.emit(Kind.NAME, function, at);
    } else if (isAtHead(function, items, next, bare)) {
      formula.call(function, at);
      formula.all(formula.head.at());
      formula.close(at);
    } else if (LatexNaming.isFence(items, next)) {
      after = next + 1;
      arguments(function, at, scripted, items.get(next));
    } else if (bare && LatexArguments.startHere(items, next)) {
      boolean det =
          items.get(next).is(Role.FUNCTION, "det") || items.get(next).is(Role.WORD, "det");
      if (function.equals("log") && det) {
        return apply("logdet", at, own, items, next + 1, true);
      }
      formula.call(function, at);
      after = LatexArguments.read(formula, items, next);
      formula.close(at);
    } else {
      formula.emit(Kind.NAME, function, at);
    }
    boolean primed = LatexNaming.isFence(items, next) && after > next;
    formula.scripts(
        start,
        new Tex.Scripted(
            scripted.base(),
            scripted.sub(),
            scripted.sup(),
            primed ? 0 : scripted.primes(),
            at.from(),
            at.to()));
    return after;
  }

  /// Whether a function without an argument has that of the chain's head: `\sigma (1 - \sigma)`.
  boolean isAtHead(String function, List<Tex> items, int next, boolean bare) {
    if (!bare || !function.equals(formula.head.function())) {
      return false;
    }
    return LatexNaming.isFence(items, next)
        ? LatexNaming.items(items.get(next)).stream()
            .anyMatch(item -> isBareFunction(item, function))
        : !LatexArguments.startHere(items, next);
  }

  private boolean isBareFunction(Tex item, String function) {
    Tex core = item instanceof Tex.Scripted s ? s.base() : item;
    return core instanceof Leaf leaf
        && (leaf.is(Role.LETTER) || leaf.is(Role.FUNCTION))
        && (leaf.text().equals(function)
            || LatexRun.function(leaf.text(), formula.names).equals(function));
  }

  private void arguments(String function, Tex at, Tex.Scripted own, Tex item) {
    boolean outer = formula.naming.isCalling();
    int start = formula.out.size();
    formula.naming.calling(false);
    formula.emit(Kind.NAME, function, at);
    for (int i = 0; i < own.primes(); i++) {
      formula.emit(Kind.PRIME, "'", at, false);
      formula.primed(function);
    }
    formula.emit(Kind.OPEN, "(", item, false);
    List<List<Tex>> entries = LatexScripts.split(LatexNaming.items(item));
    if (function.equals("diag") && entries.size() > 1) {
      stack(entries, item);
    } else {
      formula.all(LatexNaming.items(item));
    }
    formula.close(item);
    if (item instanceof Tex.Scripted scripted) {
      formula.scripts(start, scripted);
    }
    formula.naming.calling(outer);
  }

  /// The entries of `diag(a, \dots, z)`, as one vector.
  private void stack(List<List<Tex>> entries, Tex at) {
    formula.emit(Kind.OPEN_SQUARE, "[", at);
    for (int i = 0; i < entries.size(); i++) {
      if (i > 0) {
        formula.emit(Kind.SEMICOLON, ";", at);
      }
      formula.all(entries.get(i));
    }
    formula.emit(Kind.CLOSE_SQUARE, "]", at);
  }

  /// `(\cdot)`, `(.)`: whatever the argument is.
  private static boolean isPlaceholder(List<Tex> items, int i) {
    List<Tex> inside = LatexNaming.isFence(items, i) ? LatexNaming.items(items.get(i)) : List.of();
    return inside.size() == 1
        && items.get(i) instanceof Tex.Fence
        && (inside.getFirst().is(Role.SIGN, "·") || inside.getFirst().is(Role.STOP, "."));
  }
}
