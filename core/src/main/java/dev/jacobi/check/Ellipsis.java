package dev.jacobi.check;

import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A matrix or a vector with dots, `[f_1, …, f_b]`: its corners show how an entry goes with its
/// place.
///
/// It is written as a formula by entry that a call of [#BY_PLACE] holds: extents, letters and the
/// entry.
final class Ellipsis {
  /// The name of the call that stands for a filled matrix: `byplace(rows, columns, entry)`.
  static final String BY_PLACE = "byplace";

  static final String ROW = "row";
  static final String COLUMN = "column";
  private static final String PLACE = "place";

  private Ellipsis() {}

  static boolean isDots(Syntax.Name n) {
    String s = n.text();
    return s.equals("…")
        || s.equals("...")
        || s.equals("dots")
        || s.equals("cdots")
        || s.equals("ldots")
        || s.equals("vdots")
        || s.equals("ddots")
        || s.equals("⋯")
        || s.equals("..")
        || s.equals("⋮")
        || s.equals("⋱");
  }

  private static boolean isDots(Syntax s) {
    return s instanceof Syntax.Name n && isDots(n);
  }

  /// The block itself where it has no dots, or where its corners show no pattern.
  static Syntax filled(Syntax.Block b) {
    boolean dots = b.rows().stream().flatMap(List::stream).anyMatch(Ellipsis::isDots);
    if (!dots) return b;
    List<Syntax> top = b.rows().getFirst();
    List<Syntax> bottom = b.rows().getLast();
    Syntax first = top.getFirst();
    boolean manyRows = b.rows().size() > 1;
    boolean manyColumns = top.size() > 1;
    Optional<Pattern> down = manyRows ? pattern(first, bottom.getFirst(), ROW) : none(first);
    Optional<Pattern> across = manyColumns ? pattern(first, top.getLast(), COLUMN) : none(first);
    if (down.isEmpty() || across.isEmpty()) return b;
    Optional<Syntax> entry = both(first, bottom.getFirst(), top.getLast());
    if (entry.isEmpty()) return b;
    return new Syntax.Call(
        BY_PLACE, List.of(down.get().last, across.get().last, entry.get()), b.place());
  }

  /// `x_1 y_1 + \dots + x_n y_n`, a sum over its places; the sum itself where it shows none.
  static Syntax summed(Syntax.Binary b, Predicate<String> isExtent) {
    List<Syntax> terms = new ArrayList<>();
    if (b.op() != Syntax.Op.PLUS || !added(b, terms)) return b;
    int dots = 1;
    while (dots + 1 < terms.size() && !isDots(terms.get(dots))) dots++;
    if (dots + 1 >= terms.size()) return b;
    Syntax last = terms.get(dots + 1);
    for (int q = 0; q < dots; q++) {
      List<Syntax> ends = new ArrayList<>();
      Optional<Syntax> general = general(terms.get(q), last, PLACE, ends);
      boolean one = general.isPresent() && !ends.isEmpty();
      for (Syntax e : ends) one &= same(e, ends.getFirst());
      one = one && (!(ends.getFirst() instanceof Syntax.Name n) || isExtent.test(n.text()));
      if (!one) continue;
      var range = List.<Syntax>of(new Syntax.Num("1", b.place()), ends.getFirst());
      var binder = new Syntax.Binder(PLACE, range, b.place());
      Syntax sum = new Syntax.Bound("sum", List.of(binder), List.of(), general.get(), b.place());
      List<Syntax> all = new ArrayList<>(terms.subList(0, q));
      all.add(sum);
      all.addAll(terms.subList(dots + 2, terms.size()));
      return all.stream()
          .reduce((x, y) -> new Syntax.Binary(Syntax.Op.PLUS, x, y, b.place()))
          .orElseThrow();
    }
    return b;
  }

  /// The terms of a sum from left to right; false where one is taken away.
  private static boolean added(Syntax s, List<Syntax> terms) {
    if (s instanceof Syntax.Binary b && b.op() == Syntax.Op.MINUS) return false;
    if (s instanceof Syntax.Binary b && b.op() == Syntax.Op.PLUS) {
      boolean left = added(b.left(), terms);
      return added(b.right(), terms) && left;
    }
    terms.add(s);
    return true;
  }

  /// What the last place is called, `b` in `f_1, …, f_b`.
  private record Pattern(Syntax last) {}

  private static Optional<Pattern> none(Syntax first) {
    return Optional.of(new Pattern(new Syntax.Num("1", first.place())));
  }

  private static Optional<Pattern> pattern(Syntax first, Syntax last, String letter) {
    List<Syntax> ends = new ArrayList<>();
    Optional<Syntax> general = general(first, last, letter, ends);
    if (general.isEmpty() || ends.isEmpty()) return Optional.empty();
    for (Syntax e : ends) if (!same(e, ends.get(0))) return Optional.empty();
    return Optional.of(new Pattern(ends.get(0)));
  }

  /// The first corner with a letter wherever the other has something else than `1`.
  private static Optional<Syntax> general(
      Syntax first, Syntax last, String letter, List<Syntax> ends) {
    if (same(first, last)) return Optional.of(first);
    if (first instanceof Syntax.Num n && n.digits().equals("1")) {
      ends.add(last);
      return Optional.of(new Syntax.Name(letter, Place.NONE));
    }
    List<Syntax> a = Trees.parts(first);
    List<Syntax> b = Trees.parts(last);
    boolean alike = first.getClass() == last.getClass() && a.size() == b.size() && !a.isEmpty();
    if (!alike) return Optional.empty();
    List<Syntax> parts = new ArrayList<>();
    for (int q = 0; q < a.size(); q++) {
      Optional<Syntax> p = general(a.get(q), b.get(q), letter, ends);
      if (p.isEmpty()) return Optional.empty();
      parts.add(p.get());
    }
    return Optional.of(Trees.with(first, parts));
  }

  private static Optional<Syntax> both(Syntax first, Syntax below, Syntax beside) {
    Optional<Syntax> down =
        same(first, below) ? Optional.of(first) : general(first, below, ROW, new ArrayList<>());
    if (down.isEmpty() || same(first, beside)) return down;
    return merged(first, down.get(), beside);
  }

  /// The one with its letter already in it, and the other letter where the far corner differs.
  private static Optional<Syntax> merged(Syntax first, Syntax down, Syntax beside) {
    if (same(first, beside)) return Optional.of(down);
    if (first instanceof Syntax.Num n && n.digits().equals("1"))
      return same(down, first)
          ? Optional.of(new Syntax.Name(COLUMN, Place.NONE))
          : Optional.empty();
    List<Syntax> a = Trees.parts(first);
    List<Syntax> b = Trees.parts(down);
    List<Syntax> c = Trees.parts(beside);
    if (a.isEmpty() || a.size() != b.size() || a.size() != c.size()) return Optional.empty();
    List<Syntax> parts = new ArrayList<>();
    for (int q = 0; q < a.size(); q++) {
      Optional<Syntax> p = merged(a.get(q), b.get(q), c.get(q));
      if (p.isEmpty()) return Optional.empty();
      parts.add(p.get());
    }
    return Optional.of(Trees.with(first, parts));
  }

  /// Equal but for their places.
  static boolean same(Syntax a, Syntax b) {
    if (a.getClass() != b.getClass()) return false;
    boolean label =
        switch (a) {
          case Syntax.Name n -> n.text().equals(((Syntax.Name) b).text());
          case Syntax.Num n -> n.digits().equals(((Syntax.Num) b).digits());
          case Syntax.Binary x -> x.op() == ((Syntax.Binary) b).op();
          case Syntax.Call c -> c.function().equals(((Syntax.Call) b).function());
          case Syntax.Prime p -> p.function().equals(((Syntax.Prime) b).function());
          case Syntax.Norm n -> n.kind().equals(((Syntax.Norm) b).kind());
          case Syntax.Compare c -> c.relation() == ((Syntax.Compare) b).relation();
          case Syntax.Bound x ->
              x.operator().equals(((Syntax.Bound) b).operator())
                  && x.binders().size() == ((Syntax.Bound) b).binders().size()
                  && x.binders().get(0).index().equals(((Syntax.Bound) b).binders().get(0).index());
          default -> true;
        };
    List<Syntax> p = Trees.parts(a);
    List<Syntax> q = Trees.parts(b);
    if (!label || p.size() != q.size()) return false;
    for (int k = 0; k < p.size(); k++) if (!same(p.get(k), q.get(k))) return false;
    return true;
  }
}
