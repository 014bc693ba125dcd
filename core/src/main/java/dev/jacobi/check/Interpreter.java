package dev.jacobi.check;

import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Trees;
import dev.jacobi.notation.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Brings a formula of a document into the names of its setting: aliases, `dW1` for a derivative of
/// the cost, `J(x)` for J where J is a value, letters bound twice, matrices with dots.
final class Interpreter {
  private final Setting setting;
  private final Set<String> defects = new LinkedHashSet<>();
  private final Set<String> expanding = new HashSet<>();
  private Set<String> own = Set.of(); // the letters that the formula itself leaves free

  Interpreter(Setting setting) {
    this.setting = setting;
  }

  /// What was read past since this was last asked, a sentence each.
  Set<String> takeDefects() {
    Set<String> taken = new LinkedHashSet<>(defects);
    defects.clear();
    return taken;
  }

  void defect(String sentence) {
    defects.add(sentence);
  }

  /// A formula of a chain in which these letters are free.
  Syntax apply(Syntax s, List<String> free) {
    Syntax named = named(s);
    Syntax dots =
        Trees.map(
            named,
            x ->
                switch (x) {
                  case Syntax.Block b -> Ellipsis.filled(b);
                  case Syntax.Binary b -> Ellipsis.summed(b, setting::isExtent);
                  case Syntax.Bound b -> fromOne(b);
                  default -> x;
                });
    own = new HashSet<>(letters(List.of(dots)));
    return unshadowed(dots, new HashSet<>(free));
  }

  private Syntax fromOne(Syntax.Bound b) {
    Optional<Syntax> shifted = new FromZero(setting).shifted(b);
    if (shifted.isPresent()) defects.add("the indices of a sum are counted from 0");
    return shifted.orElse(b);
  }

  /// The formula in the names of the setting.
  Syntax named(Syntax s) {
    return Trees.map(s, this::node);
  }

  // ---- names

  private Syntax node(Syntax s) {
    return switch (s) {
      case Syntax.Name n -> name(n);
      case Syntax.Call c -> call(c);
      case Syntax.Entry e -> numbered(e).orElseGet(() -> family(e));
      default -> s;
    };
  }

  private Syntax name(Syntax.Name n) {
    String name = Vocabulary.canonicalName(n.text());
    if (setting.model.knows(name)) return n;
    Syntax alias = setting.aliases().get(name);
    if (alias != null) return expanded(name, alias);
    return differential(name, n.place()).orElse(n);
  }

  /// An alias may speak of other aliases; one that comes back to itself stays a name.
  private Syntax expanded(String name, Syntax alias) {
    if (!expanding.add(name)) return new Syntax.Name(name, Place.NONE);
    Syntax s = named(alias);
    expanding.remove(name);
    return s;
  }

  /// The same for an entry that has a name: `δ_k`.
  private Syntax expanded(Syntax.Entry e, Syntax formula) {
    String key = Edits.spelled(e.of()) + "[]";
    if (!expanding.add(key)) return e;
    Syntax s = named(formula);
    expanding.remove(key);
    return s;
  }

  /// `\delta_2`, where the document says what that is, though not what δ is.
  private Optional<Syntax> numbered(Syntax.Entry e) {
    if (!(e.of() instanceof Syntax.Name n)
        || e.indices().size() != 1
        || !(e.indices().getFirst() instanceof Syntax.Num number)) return Optional.empty();
    String base = Vocabulary.canonicalName(n.text());
    String name = Vocabulary.canonicalName(n.text() + number.digits());
    if (setting.model.knows(base)) return Optional.empty();
    return Optional.ofNullable(setting.aliases().get(name)).map(alias -> expanded(name, alias));
  }

  /// `dW1`, `dz_2`: the derivative of the cost by W1, unless the name is defined.
  private Optional<Syntax> differential(String name, Place place) {
    if (!name.startsWith("d") || name.length() < 2 || setting.cost().isEmpty())
      return Optional.empty();
    String rest = name.substring(1);
    for (String by : List.of(rest, rest.replace("_", ""))) {
      if (!setting.knows(by)) continue;
      Syntax wrt = name(new Syntax.Name(by, place));
      return Optional.of(
          new Syntax.Derivative(new Syntax.Name(setting.cost().get(), place), wrt, place));
    }
    return Optional.empty();
  }

  /// A value with names in brackets that it rests on is that value; with anything else, a product.
  private Syntax call(Syntax.Call c) {
    String name = Vocabulary.canonicalName(c.function());
    boolean value = setting.model.definitions().containsKey(name);
    if (!value || setting.isFunction(name)) {
      Syntax alias = setting.aliases().get(name);
      if (alias != null && !setting.isFunction(name) && !Vocabulary.isFunction(name))
        return expanded(name, alias);
      Optional<Syntax> entry = new OfEntry(setting).function(name, c);
      if (entry.isPresent())
        defects.add("`" + c.function() + "` of an entry is read as an entry of it");
      return entry.orElse(c);
    }
    Optional<Syntax> entry = new OfEntry(setting).value(name, c);
    if (entry.isPresent()) return entry.get();
    boolean dependence = c.arguments().stream().allMatch(a -> isDots(a) || restsOn(name, a));
    Syntax n = new Syntax.Name(c.function(), c.place());
    if (dependence) return n;
    if (c.arguments().size() != 1)
      return c.arguments().stream().anyMatch(a -> restsOn(name, a)) ? n : c;
    if (c.arguments().get(0) instanceof Syntax.Num) return c; // its value there
    return new Syntax.Binary(Syntax.Op.TIMES, n, c.arguments().get(0), c.place());
  }

  private static boolean isDots(Syntax s) {
    return s instanceof Syntax.Name n && Ellipsis.isDots(n);
  }

  private boolean restsOn(String value, Syntax argument) {
    Syntax array = argument instanceof Syntax.Entry e ? e.of() : argument;
    return array instanceof Syntax.Name n
        && setting.restsOn(value, Vocabulary.canonicalName(n.text()));
  }

  /// `w_{jm}` where matrices `w_kj` and `w_ji` are known: the one whose indices run alike.
  private Syntax family(Syntax.Entry e) {
    Optional<Syntax> own = setting.entry(e);
    if (own.isPresent()) return expanded(e, own.get());
    if (e.of() instanceof Syntax.Derivative d && isNumbered(e, d)) {
      defects.add("the number on the derivative by " + Edits.spelled(d.wrt()) + " says nothing");
      return d;
    }
    if (!(e.of() instanceof Syntax.Name n)) return e;
    String name = Vocabulary.canonicalName(n.text());
    if (setting.knows(name)) return e;
    return setting
        .family(name, e.indices())
        .<Syntax>map(m -> new Syntax.Entry(new Syntax.Name(m, n.place()), e.indices(), e.place()))
        .orElse(e);
  }

  /// `dh_1` where it is h that is known.
  private boolean isNumbered(Syntax.Entry e, Syntax.Derivative d) {
    if (!(d.wrt() instanceof Syntax.Name by)) return false;
    String name = Vocabulary.canonicalName(by.text());
    boolean fits =
        setting.model.knows(name) && setting.model.shape(name).size() == e.indices().size();
    return !fits && e.indices().stream().allMatch(Syntax.Num.class::isInstance);
  }

  // ---- letters

  /// The letters that formulas leave free: in the place of an index, bound by no operator around
  /// them, and no name of the model that could stand there.
  List<String> letters(List<Syntax> formulas) {
    Set<String> free = new LinkedHashSet<>();
    for (Syntax s : formulas) letters(s, Set.of(), free);
    return List.copyOf(free);
  }

  private void letters(Syntax s, Set<String> bound, Set<String> free) {
    switch (s) {
      case Syntax.Entry e -> {
        letters(e.of(), bound, free);
        for (Syntax i : e.indices()) index(i, bound, free);
      }
      case Syntax.Compare c -> {
        if (isIndex(c.left()) && isIndex(c.right())) {
          index(c.left(), bound, free);
          index(c.right(), bound, free);
        } else {
          letters(c.left(), bound, free);
          letters(c.right(), bound, free);
        }
      }
      case Syntax.Call c -> {
        boolean delta = Vocabulary.canonicalName(c.function()).equals("delta");
        for (Syntax a : c.arguments()) {
          if (delta) index(a, bound, free);
          else letters(a, bound, free);
        }
      }
      case Syntax.Bound b -> {
        Set<String> inner = new HashSet<>(bound);
        b.binders().forEach(x -> inner.add(Vocabulary.canonicalName(x.index())));
        b.conditions().forEach(c -> letters(c, inner, free));
        letters(b.body(), inner, free);
      }
      default -> Trees.parts(s).forEach(p -> letters(p, bound, free));
    }
  }

  private void index(Syntax s, Set<String> bound, Set<String> free) {
    if (s instanceof Syntax.Name n) {
      String name = Vocabulary.canonicalName(n.text());
      if (!bound.contains(name) && !setting.isExtent(name)) free.add(name);
      return;
    }
    Trees.parts(s).forEach(p -> index(p, bound, free));
  }

  /// A sum of letters and numbers; a single letter that is a value of the model is none.
  private boolean isIndex(Syntax s) {
    return switch (s) {
      case Syntax.Name n -> !setting.model.knows(Vocabulary.canonicalName(n.text()));
      case Syntax.Num _ -> true;
      case Syntax.Binary b -> isIndex(b.left()) && isIndex(b.right());
      default -> false;
    };
  }

  /// A letter bound where it is in use already gets a name of its own, as the writer meant it.
  private Syntax unshadowed(Syntax s, Set<String> used) {
    if (!(s instanceof Syntax.Bound b)) {
      List<Syntax> parts = Trees.parts(s);
      if (parts.isEmpty()) return s;
      List<Syntax> changed = new ArrayList<>();
      for (Syntax p : parts) changed.add(unshadowed(p, used));
      return Trees.with(s, changed);
    }
    Set<String> inner = new HashSet<>(used);
    List<Syntax.Binder> binders = new ArrayList<>();
    List<String> from = new ArrayList<>();
    List<Syntax> to = new ArrayList<>();
    for (Syntax.Binder x : b.binders()) {
      String name = Vocabulary.canonicalName(x.index());
      if (inner.contains(name)) {
        String other = name;
        for (int q = 1; inner.contains(other); q++) other = name + "_" + q;
        if (own.contains(name) || !inner.equals(used))
          defects.add(
              "the letter " + x.index() + " is bound where it stands for something already");
        from.add(x.index());
        to.add(new Syntax.Name(other, x.place()));
        binders.add(new Syntax.Binder(other, x.range(), x.place()));
        inner.add(other);
      } else {
        binders.add(x);
        inner.add(name);
      }
    }
    List<Syntax> conditions = new ArrayList<>();
    for (Syntax c : b.conditions()) conditions.add(renamed(c, from, to));
    Syntax body = unshadowed(renamed(b.body(), from, to), inner);
    return new Syntax.Bound(b.operator(), binders, conditions, body, b.place());
  }

  private static Syntax renamed(Syntax s, List<String> from, List<Syntax> to) {
    if (from.isEmpty()) return s;
    if (s instanceof Syntax.Name n && from.contains(n.text()))
      return to.get(from.indexOf(n.text()));
    if (s instanceof Syntax.Bound b && b.binders().stream().anyMatch(x -> from.contains(x.index())))
      return s; // bound once more inside: its own
    List<Syntax> parts = new ArrayList<>();
    for (Syntax p : Trees.parts(s)) parts.add(renamed(p, from, to));
    return parts.isEmpty() ? s : Trees.with(s, parts);
  }

  /// Names that a formula speaks of, without its letters.
  static Set<String> names(Syntax s) {
    Set<String> names = new LinkedHashSet<>();
    Trees.walk(
        s,
        x -> {
          if (x instanceof Syntax.Name n) names.add(Vocabulary.canonicalName(n.text()));
          if (x instanceof Syntax.Call c) names.add(Vocabulary.canonicalName(c.function()));
        });
    return names;
  }
}
