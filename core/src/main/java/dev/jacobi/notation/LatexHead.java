package dev.jacobi.notation;

import dev.jacobi.notation.Tex.Role;
import java.util.List;

/// What the first side of a chain leaves unsaid in the others: after `\sigma'(x) =`, a bare
/// `\sigma` is σ(x), and after `\nabla f(x) =`, a ∇ before a formula is by x.
///
/// @param function a function of the language; empty when there is none
/// @param at what it is applied to
/// @param by what the gradient is by
record LatexHead(String function, List<Tex> at, List<Tex> by) {
  static final LatexHead NONE = new LatexHead("", List.of(), List.of());

  static LatexHead of(List<Tex> side, LatexNames names) {
    List<Tex> items = LatexFormula.flat(side);
    if (items.isEmpty()) {
      return NONE;
    }
    return switch (items.getFirst()) {
      case Tex.Fraction(List<Tex> over, List<Tex> under, _, _) when items.size() == 1 ->
          slope(LatexFormula.flat(over), LatexFormula.flat(under), names);
      case Tex.Scripted raw when items.size() == 2 && raw.primes() == 1 ->
          function(raw.base(), LatexNaming.items(items.getLast()), names);
      case Tex.Scripted raw when raw.base().is(Role.NABLA) && !raw.sub().isEmpty() ->
          new LatexHead("", List.of(), raw.sub());
      case Tex first when isNabla(first) && isCall(items) ->
          new LatexHead("", List.of(), LatexNaming.items(items.getLast()));
      default -> NONE;
    };
  }

  private static boolean isNabla(Tex item) {
    return item.is(Role.NABLA) || item instanceof Tex.Scripted s && s.base().is(Role.NABLA);
  }

  /// `f(x)` after the ∇.
  private static boolean isCall(List<Tex> items) {
    return items.size() == 3
        && LatexNaming.base(items.get(1)) != null
        && LatexNaming.isFence(items, 2)
        && LatexNaming.items(items.get(2)).size() == 1;
  }

  /// `\frac{d\sigma}{dx}`, `\frac{d\sigma(x)}{dx}`.
  private static LatexHead slope(List<Tex> over, List<Tex> under, LatexNames names) {
    boolean call = over.size() == 3 && LatexNaming.isFence(over, 2);
    if (under.size() != 2 || over.size() != 2 && !call) {
      return NONE;
    }
    List<Tex> at = call ? LatexNaming.items(over.get(2)) : under.subList(1, 2);
    LatexHead head = function(over.get(1), at, names);
    boolean own = names.isFunction(head.function()); // `dL/dx`, whatever L is called with
    return !own && isDifferential(over) && isDifferential(under) ? head : NONE;
  }

  private static boolean isDifferential(List<Tex> half) {
    return half.getFirst().is(Role.PARTIAL) || half.getFirst().is(Role.LETTER, "d");
  }

  private static LatexHead function(Tex item, List<Tex> at, LatexNames names) {
    boolean role = item.is(Role.FUNCTION) || LatexNaming.base(item) != null;
    String written = role && item instanceof Tex.Leaf leaf ? leaf.text() : "";
    if (written.isEmpty() || names.isValue(written)) {
      return NONE;
    }
    String function = LatexRun.function(written, names);
    if (function.isEmpty() && Vocabulary.isFunction(written)) {
      function = written; // σ
    }
    return function.isEmpty() || at.isEmpty() ? NONE : new LatexHead(function, at, List.of());
  }
}
