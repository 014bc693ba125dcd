package dev.jacobi.notation;

import java.util.ArrayList;
import java.util.List;

/// A prime before an index, `x'_j`: it may be a name of its own, as x̃ is, and it is one where the
/// document says what it is. Anywhere else it is the prime of `x_j'`.
record LatexPrimes(LatexNames names) {
  private static final String ACCENT = "prime";

  /// Marks a prime that stands before an index.
  static Tex before(Tex base) {
    return new Tex.Accent(ACCENT, List.of(base), true, base.from(), base.to());
  }

  /// The side of a chain; the first says what it is.
  List<Tex> side(List<Tex> items, boolean first) {
    boolean named =
        first
            && items.size() == 1
            && items.getFirst() instanceof Tex.Scripted s
            && isMarked(s.base())
            && !isFunction(s.base());
    return named ? items : all(items);
  }

  private List<Tex> all(List<Tex> items) {
    List<Tex> plain = new ArrayList<>(items.size());
    for (Tex item : items) {
      plain.add(plain(item));
    }
    return LatexSteps.joined(plain, names);
  }

  private static boolean isMarked(Tex base) {
    return base instanceof Tex.Accent accent && accent.accent().equals(ACCENT);
  }

  private boolean isFunction(Tex marked) {
    LatexResolved.Base of = LatexNaming.base(((Tex.Accent) marked).of().getFirst());
    return of == null
        || !LatexRun.function(of.name(), names).isEmpty()
        || !names.isValue(of.name()) && Vocabulary.isFunction(of.name());
  }

  private Tex plain(Tex item) {
    return switch (item) {
      case Tex.Leaf leaf -> leaf;
      case Tex.Group(List<Tex> items, boolean visible, int from, int to) ->
          new Tex.Group(all(items), visible, from, to);
      case Tex.Fence(String open, String close, List<Tex> items, boolean tight, int from, int to) ->
          new Tex.Fence(open, close, all(items), tight, from, to);
      case Tex.Fraction(List<Tex> over, List<Tex> under, int from, int to) ->
          new Tex.Fraction(all(over), all(under), from, to);
      case Tex.Root(List<Tex> degree, List<Tex> of, int from, int to) ->
          new Tex.Root(degree, all(of), from, to);
      case Tex.Accent(String accent, List<Tex> of, boolean tight, int from, int to) ->
          new Tex.Accent(accent, all(of), tight, from, to);
      case Tex.Environment(String name, List<Tex> items, int from, int to) ->
          new Tex.Environment(name, all(items), from, to);
      case Tex.Scripted s -> scripted(s);
    };
  }

  /// Whether all axes have an index: a number has no transpose.
  private boolean isEntry(Tex.Scripted s) {
    LatexResolved.Base of = LatexNaming.base(((Tex.Accent) s.base()).of().getFirst());
    int order = of == null ? -1 : names.order(of.name());
    return order > 0 && LatexScripts.indices(LatexFormula.flat(s.sub()), order).size() == order;
  }

  private Tex scripted(Tex.Scripted s) {
    boolean marked = isMarked(s.base());
    LatexResolved.Base base = marked ? LatexNaming.base(s.base()) : null;
    if (!marked || base != null && names.isEntered(base.name())) {
      Tex of = marked ? s.base() : plain(s.base());
      return new Tex.Scripted(of, indices(s.sub()), all(s.sup()), s.primes(), s.from(), s.to());
    }
    if (base != null && isEntry(s) && !isFunction(s.base())) {
      String message = "the prime may make a new name or a transpose";
      return new Tex.Leaf(Tex.Role.BAD, message, false, s.from(), s.to());
    }
    Tex of = ((Tex.Accent) s.base()).of().getFirst();
    return LatexScripts.parted(
        new Tex.Scripted(of, indices(s.sub()), all(s.sup()), s.primes() + 1, s.from(), s.to()));
  }

  /// The k' of `\sum_{k'} z_{k'}` is a letter of its own.
  private List<Tex> indices(List<Tex> sub) {
    List<Tex> plain = new ArrayList<>(sub.size());
    for (Tex item : all(sub)) {
      plain.add(item instanceof Tex.Scripted s ? index(s) : item);
    }
    return plain;
  }

  private Tex index(Tex.Scripted s) {
    int primes = s.primes() + LatexScripts.primes(LatexFormula.flat(s.sup()));
    boolean letter =
        s.base() instanceof Tex.Leaf(Tex.Role role, String text, _, _, _)
            && role == Tex.Role.LETTER
            && LatexIndices.areLetters(text, names)
            && s.sub().isEmpty();
    boolean primed = primes > 0 && (s.sup().isEmpty() || s.primes() == 0);
    if (!letter || !primed) {
      return s;
    }
    Tex.Leaf of = (Tex.Leaf) s.base();
    String name = of.text() + ("_" + ACCENT).repeat(primes);
    return new Tex.Leaf(Tex.Role.LETTER, name, of.tight(), s.from(), s.to());
  }
}
