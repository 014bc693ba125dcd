package dev.jacobi.print;

import dev.jacobi.notation.Place;
import dev.jacobi.notation.Renaming;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// How each name of a model is written: as the user spelled it; an adjoint as `dC/ds2`; a
/// definition without a name as its formula.
public final class Spellings {
  private final Map<String, Syntax> arrays = new HashMap<>();
  private final Map<String, Entry> entries = new HashMap<>();

  /// A definition written by entry, with the letters of its axes.
  private record Entry(Syntax syntax, List<String> letters) {}

  private Function<String, Optional<Syntax>> unnamed = _ -> Optional.empty();

  /// How to write names that nobody has spelled.
  void unnamed(Function<String, Optional<Syntax>> source) {
    this.unnamed = source;
  }

  public void name(String name, String spelling) {
    arrays.put(name, new Syntax.Name(spelling, Place.NONE));
  }

  public void array(String name, Syntax syntax) {
    arrays.put(name, syntax);
  }

  public void entry(String name, Syntax syntax, List<String> letters) {
    entries.put(name, new Entry(syntax, List.copyOf(letters)));
  }

  /// The derivative of one name by another, also as a name.
  public void derivative(String symbol, String of, String wrt) {
    arrays.putIfAbsent(symbol, new Syntax.Derivative(of(of), of(wrt), Place.NONE));
  }

  /// The array of a name.
  Syntax of(String name) {
    Syntax s = arrays.get(name);
    if (s == null) s = unnamed.apply(name).orElseGet(() -> new Syntax.Name(name, Place.NONE));
    return s;
  }

  /// Whether a name can be written as an array; one that is given by entry only cannot.
  boolean hasArray(String name) {
    return !entries.containsKey(name);
  }

  /// Whether its entries are those of a name, or of a derivative by one.
  boolean isName(String name) {
    return hasArray(name)
        && (of(name) instanceof Syntax.Name || of(name) instanceof Syntax.Derivative);
  }

  /// One entry. A derivative is written on its two sides: `dy[i]/dx[j]`, the first axes being those
  /// of what is differentiated.
  Syntax entry(String name, List<Syntax> indices, int outer, Letters around) {
    Entry e = entries.get(name);
    if (e != null) return Renaming.of(apart(e.syntax, around), e.letters, indices);
    if (indices.isEmpty()) return apart(of(name), around);
    if (of(name) instanceof Syntax.Derivative d) {
      Syntax top = with(d.of(), indices.subList(0, outer));
      Syntax bottom = with(d.wrt(), indices.subList(outer, indices.size()));
      return new Syntax.Derivative(top, bottom, Place.NONE);
    }
    return with(apart(of(name), around), indices);
  }

  /// The letters that a formula binds itself, where they are taken around it, give way.
  private static Syntax apart(Syntax s, Letters around) {
    return Trees.map(s, x -> x instanceof Syntax.Bound b ? apart(b, around) : x);
  }

  private static Syntax apart(Syntax.Bound b, Letters around) {
    List<String> from = b.binders().stream().map(Syntax.Binder::index).toList();
    if (from.stream().noneMatch(around::isTaken)) return b;
    Set<String> used = new HashSet<>();
    Trees.walk(
        b,
        s -> {
          if (s instanceof Syntax.Name n) used.add(n.text());
          if (s instanceof Syntax.Bound inner) inner.binders().forEach(x -> used.add(x.index()));
        });
    List<Syntax.Binder> binders = new ArrayList<>();
    List<Syntax> to = new ArrayList<>();
    for (Syntax.Binder x : b.binders()) {
      String letter = around.isTaken(x.index()) ? around.free(used) : x.index();
      used.add(letter);
      binders.add(new Syntax.Binder(letter, x.range(), x.place()));
      to.add(new Syntax.Name(letter, Place.NONE));
    }
    List<Syntax> conditions = new ArrayList<>();
    for (Syntax c : b.conditions()) conditions.add(Renaming.of(c, from, to));
    return new Syntax.Bound(
        b.operator(), binders, conditions, Renaming.of(b.body(), from, to), b.place());
  }

  private static Syntax with(Syntax array, List<Syntax> indices) {
    return indices.isEmpty()
        ? array
        : new Syntax.Entry(array, new ArrayList<>(indices), Place.NONE);
  }
}
