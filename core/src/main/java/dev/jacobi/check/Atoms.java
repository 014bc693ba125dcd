package dev.jacobi.check;

import dev.jacobi.elaborate.Claims;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Index;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Renaming;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.notation.Trees;
import dev.jacobi.print.Printer;
import dev.jacobi.print.Spellings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What may be missing from a formula: the parts of the truth as it is printed, the names of the
/// setting, derivatives of the same output by what it rests on, and slopes of functions; where
/// letters are free, their entries.
final class Atoms {
  private static final int MOST = 60;
  private static final int MOST_SIZE = 24;

  /// A part, and its shape where that is known.
  record Atom(Syntax syntax, Optional<List<Extent>> shape) {}

  private final Setting setting;
  private final Comparison comparison;
  private final Syntax truth;
  private final Map<String, Syntax> found = new LinkedHashMap<>();
  private final List<Atom> simple = new ArrayList<>();
  private Optional<List<Atom>> atoms = Optional.empty();
  private Map<String, Extent> letters = Map.of();

  Atoms(Setting setting, Comparison comparison, Syntax truth) {
    this.setting = setting;
    this.comparison = comparison;
    this.truth = truth;
  }

  boolean isByEntry() {
    return !comparison.letters().isEmpty();
  }

  /// In matrix notation, or with the letters of the truth and of what is written.
  List<Atom> beside(Syntax written) {
    if (atoms.isPresent()) return atoms.get();
    letters = letters(written);
    printed(truth).ifPresent(s -> Trees.parts(s).forEach(this::parts)); // the whole is no part
    if (truth instanceof Syntax.Name n && setting.read.written().containsKey(n.text()))
      parts(setting.read.written().get(n.text()));
    derivatives();
    slopes();
    for (String name : setting.names()) name(new Syntax.Name(name, Place.NONE), shape(name));
    if (!isByEntry())
      for (Syntax s : found.values())
        if (s instanceof Syntax.Name || s instanceof Syntax.Derivative)
          if (!Ellipsis.same(s, truth)) simple.add(new Atom(s, shape(s)));
    List<Atom> all = new ArrayList<>();
    for (Syntax s : List.copyOf(found.values()).subList(0, Math.min(MOST, found.size())))
      if (!Ellipsis.same(s, truth)) all.add(new Atom(s, shape(s)));
    all.sort(Comparator.comparingInt(a -> Trees.size(a.syntax())));
    atoms = Optional.of(all);
    return all;
  }

  /// Whether the truth divides by anything.
  boolean hasQuotient() {
    return found.values().stream()
        .anyMatch(part ->
            part instanceof Syntax.Binary b
                && (b.op() == Syntax.Op.QUOTIENT || b.op() == Syntax.Op.ENTRY_QUOTIENT));
  }

  /// Names and derivatives in matrix notation.
  List<Atom> simple() {
    return simple;
  }

  /// The shape of a part; empty where it cannot be told by itself.
  Optional<List<Extent>> shape(Syntax s) {
    if (isByEntry()) return Optional.of(List.of());
    Claims.Meaning m = comparison.meaning(s);
    if (m.problem().isPresent()) return Optional.empty();
    return Optional.of(m.axes().stream().map(i -> i.extent).toList());
  }

  private List<Extent> shape(String name) {
    return setting.model.shape(name);
  }

  private void add(Syntax s) {
    if (s instanceof Syntax.Num || s instanceof Syntax.Colon) return;
    if (Trees.size(s) > MOST_SIZE) return;
    List<String> foreign = isByEntry() ? foreign(s) : List.of();
    if (foreign.isEmpty()) found.putIfAbsent(TextSpelling.PLAIN.spell(s), s);
    else if (foreign.size() <= 2) renamed(s, foreign);
  }

  /// A part from inside a sum of the truth, with the letters that are bound where it may go.
  private void renamed(Syntax s, List<String> foreign) {
    for (String to : letters.keySet()) {
      if (comparison.isFree(to)) continue;
      add(Renaming.of(s, foreign.subList(0, 1), List.of(Edits.name(to))));
    }
  }

  private List<String> foreign(Syntax s) {
    List<String> all = new ArrayList<>();
    for (String n : Interpreter.names(s)) {
      boolean letter = !setting.knows(n) && !setting.isExtent(n) && !letters.containsKey(n);
      if (letter && !comparison.isFree(n) && n.length() == 1) all.add(n);
    }
    return all;
  }

  // ---- the truth, printed

  /// A formula as it is printed in matrix notation, or by entry with its own letters.
  Optional<Syntax> printed(Syntax s) {
    Claims.Meaning m = comparison.meaning(s);
    if (m.problem().isPresent()) return Optional.empty();
    return printed(m.entry(), m.axes());
  }

  Optional<Syntax> printed(dev.jacobi.expr.Expr e, List<Index> axes) {
    var printer = new Printer(setting.model, new Spellings());
    if (!isByEntry()) return printer.matrix(e, List.of(), axes, Printer.Layout.ML);
    List<Index> free = new ArrayList<>();
    for (Index i : e.free()) if (!setting.model.isInteger(i)) free.add(i);
    Printer.ByEntry p = printer.entry(e, free, List.of());
    List<Syntax> own = free.stream().<Syntax>map(i -> Edits.name(i.letter)).toList();
    if (free.stream().anyMatch(i -> i.letter.isEmpty())) return Optional.empty();
    return Optional.of(Renaming.of(p.syntax(), p.outer(), own));
  }

  /// The terms of the true sum.
  List<Syntax> terms() {
    List<Syntax> all = new ArrayList<>();
    Claims.Meaning m = comparison.meaning(truth);
    if (m.problem().isPresent() || m.entry().size() < 2) return all;
    for (var term : m.entry().terms())
      printed(setting.model.t.of(term), m.axes()).ifPresent(all::add);
    return all;
  }

  private void parts(Syntax s) {
    if (s instanceof Syntax.Compare) return;
    add(s);
    if (s instanceof Syntax.Derivative || s instanceof Syntax.Entry) return;
    Trees.parts(s).forEach(this::parts);
  }

  // ---- names

  private void name(Syntax array, List<Extent> shape) {
    if (!isByEntry()) {
      if (shape.size() <= 2) add(array);
      return;
    }
    if (shape.isEmpty()) add(array);
    else entries(array, shape, List.of());
  }

  /// The array with every choice of letters that run over its axes.
  private void entries(Syntax array, List<Extent> shape, List<Syntax> indices) {
    if (indices.size() == shape.size()) {
      add(
          array instanceof Syntax.Derivative d
              ? new Syntax.Derivative(
                  d.of(), new Syntax.Entry(d.wrt(), indices, Place.NONE), Place.NONE)
              : new Syntax.Entry(array, indices, Place.NONE));
      return;
    }
    letters.forEach((letter, extent) -> {
      if (!extent.equals(shape.get(indices.size()))) return;
      List<Syntax> more = new ArrayList<>(indices);
      more.add(Edits.name(letter));
      entries(array, shape, more);
    });
  }

  private void derivatives() {
    Syntax head = truth instanceof Syntax.Entry e ? e.of() : truth;
    if (!(head instanceof Syntax.Derivative d)) return;
    Syntax of = d.of() instanceof Syntax.Entry e ? e.of() : d.of();
    if (!(of instanceof Syntax.Name n) || !setting.model.knows(n.text())) return;
    if (!shape(n.text()).isEmpty()) return;
    for (String by : setting.names()) {
      boolean between = setting.restsOn(n.text(), by) && !by.equals(n.text());
      Syntax wrt = d.wrt() instanceof Syntax.Entry e ? e.of() : d.wrt();
      boolean itself = wrt instanceof Syntax.Name w && w.text().equals(by);
      boolean declared = setting.model.variables().containsKey(by);
      if (!between || itself || declared) continue;
      name(new Syntax.Derivative(of, Edits.name(by), Place.NONE), shape(by));
    }
  }

  /// f'(u) for every f(u) that a definition is made of.
  private void slopes() {
    for (Syntax body : setting.read.written().values())
      Trees.walk(
          body,
          x -> {
            if (!(x instanceof Syntax.Call c) || c.arguments().size() != 1) return;
            if (!setting.isEntrywise(c.function())) return;
            Syntax at = c.arguments().get(0);
            if (!isByEntry()) add(new Syntax.Prime(c.function(), at, Place.NONE));
            else if (at instanceof Syntax.Name n && setting.model.knows(n.text()))
              letters
                  .keySet()
                  .forEach(l ->
                      add(
                          new Syntax.Prime(
                              c.function(),
                              new Syntax.Entry(n, List.of(Edits.name(l)), Place.NONE),
                              Place.NONE)));
          });
  }

  /// The letters that stand on axes, with the extents of these.
  private Map<String, Extent> letters(Syntax written) {
    Map<String, Extent> all = new LinkedHashMap<>();
    for (Syntax s : List.of(truth, written))
      Trees.walk(
          s,
          x -> {
            if (!(x instanceof Syntax.Entry e)) return;
            List<Extent> shape = axes(e.of());
            for (int q = 0; q < Math.min(shape.size(), e.indices().size()); q++)
              if (e.indices().get(q) instanceof Syntax.Name n && !setting.knows(n.text()))
                all.putIfAbsent(n.text(), shape.get(q));
          });
    return all;
  }

  private List<Extent> axes(Syntax array) {
    List<Extent> all = new ArrayList<>();
    switch (array) {
      case Syntax.Name n when setting.model.knows(n.text()) -> all.addAll(shape(n.text()));
      case Syntax.Derivative d -> {
        all.addAll(axes(d.of()));
        all.addAll(axes(d.wrt()));
      }
      default -> {}
    }
    return all;
  }
}
