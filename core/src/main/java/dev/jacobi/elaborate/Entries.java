package dev.jacobi.elaborate;

import dev.jacobi.expr.At;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Terms;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Entries of arrays: `x[i]`, `X[i,:]`, `x[i + k]`, `delta[i,j]`, `e[k, n]`.
final class Entries {
  private final Expressions expressions;
  private final Terms t;

  Entries(Expressions expressions) {
    this.expressions = expressions;
    this.t = expressions.t;
  }

  Value entry(Syntax.Entry e, Scope scope) {
    if (e.of() instanceof Syntax.Name n
        && !expressions.model.knows(Vocabulary.canonicalName(n.text()))
        && scope.value(Vocabulary.canonicalName(n.text())).isEmpty()) {
      if (n.text().equals("delta") || n.text().equals("δ")) return delta(e.indices(), scope, e);
      if (n.text().equals("e") && e.indices().size() == 2) return oneHot(e, scope);
    }
    Value array = expressions.value(e.of(), scope);
    List<Syntax> indices = e.indices();
    if (array.isRow() && indices.size() == 1)
      array = new Value(array.entry(), List.of(array.axes().get(1)));
    if (array.order() > 1 && indices.size() == 1) {
      Optional<Value> all = allAxes(array, indices.get(0), scope);
      if (all.isPresent()) return all.get();
    }
    if (array.isScalar() && expressions.manner().isLoose()) {
      expressions.manner().defect(Spelled.of(e.of()) + " is a number: its subscript says nothing");
      return array;
    }
    if (array.order() != indices.size())
      throw new ElaborationException(
          e.place(),
          Spelled.of(e.of())
              + " has "
              + axes(array.order())
              + " and is given "
              + count(indices.size()),
          array.isScalar() ? "a number has no entries" : "write " + example(e, array));
    return entry(array, indices, scope);
  }

  private static String axes(int n) {
    return n == 0 ? "no axes" : n == 1 ? "1 axis" : n + " axes";
  }

  private static String count(int n) {
    return n == 1 ? "1 index" : n + " indices";
  }

  private static String example(Syntax.Entry e, Value array) {
    String[] letters = {"i", "j", "k", "l"};
    var s = new StringBuilder("`" + Spelled.of(e.of()) + "[");
    for (int q = 0; q < array.order(); q++) s.append(q > 0 ? "," : "").append(letters[q % 4]);
    return s + "]`";
  }

  Value entry(Value array, List<Syntax> indices, Scope scope) {
    if (indices.size() > array.order())
      throw new ElaborationException(
          indices.getLast().place(),
          "it has " + axes(array.order()) + " and is given " + count(indices.size()));
    Map<Index, At> map = new HashMap<>();
    List<Index> kept = new ArrayList<>();
    for (int q = 0; q < indices.size(); q++) {
      Index axis = array.axes().get(q);
      Syntax s = indices.get(q);
      if (s instanceof Syntax.Colon) kept.add(axis);
      else map.put(axis, at(s, axis.extent, scope));
    }
    return new Value(t.substitute(array.entry(), map), kept);
  }

  /// A letter that stands for all axes of an array at once, as functions of `all entries` have it.
  private Optional<Value> allAxes(Value array, Syntax index, Scope scope) {
    if (!(index instanceof Syntax.Name n)) return Optional.empty();
    Optional<Scope.Letter> found = scope.letter(n.text());
    if (found.isEmpty() || !scope.value("\u00b7all").isPresent()) return Optional.empty();
    Scope.Letter letter = found.get();
    if (!letter.isKnown()) {
      letter.is(At.of(t.fresh(array.axes().get(0))));
      for (int q = 1; q < array.order(); q++) letter.companions().add(t.fresh(array.axes().get(q)));
    }
    List<Index> to = new ArrayList<>(List.of(letter.at().plain()));
    to.addAll(letter.companions());
    if (to.size() != array.order()) return Optional.empty();
    return Optional.of(Value.scalar(t.substitute(array.entry(), array.axes(), to)));
  }

  /// An index of an axis of known extent; a letter met for the first time gets that extent.
  private At at(Syntax s, Extent extent, Scope scope) {
    if (s instanceof Syntax.Name n) {
      Optional<Scope.Letter> letter = scope.letter(Vocabulary.canonicalName(n.text()));
      if (letter.isPresent() && !letter.get().isKnown())
        letter.get().is(At.of(t.index(extent, n.text())));
    }
    At at =
        affine(s, scope)
            .orElseThrow(() ->
                new ElaborationException.Unknown(
                    s.place(),
                    "`" + Spelled.of(s) + "` is not an index here",
                    "an index is bound by the left side or by a sum: `sum["
                        + Spelled.of(s)
                        + "] …`"));
    boolean within = at.isPlain() && extent.minus(at.plain().extent).neverNegative();
    if (at.isPlain() && !at.plain().extent.equals(extent) && !within)
      throw new ElaborationException(
          s.place(),
          "the index "
              + Spelled.of(s)
              + " runs over "
              + at.plain().extent
              + " and stands on an axis of extent "
              + extent);
    if (!at.isPlain()) {
      if (at.indices.length == 0 && at.offset.isNumber() && at.offset.number() < 1)
        throw new ElaborationException(s.place(), "indices count from 1", "");
      boolean numbers = at.indices.length == 0 && at.offset.isNumber() && extent.isNumber();
      if (numbers && at.offset.number() > extent.number())
        throw new ElaborationException(
            s.place(), "the index " + at.offset + " is outside 1.." + extent);
      scope.range(t.inRange(at, extent));
    }
    return at;
  }

  /// A whole combination of letters, numbers and extents; empty when it is something else.
  Optional<At> affine(Syntax s, Scope scope) {
    return switch (s) {
      case Syntax.Num n -> {
        var r = Expressions.number(n);
        yield r.isSmallInteger() ? Optional.of(At.of(Extent.of(r.intValue()))) : Optional.empty();
      }
      case Syntax.Name n -> letterOrExtent(Vocabulary.canonicalName(n.text()), scope);
      case Syntax.Negate n -> affine(n.of(), scope).map(a -> a.times(-1));
      case Syntax.Binary b -> combined(b, scope);
      case Syntax.Entry _, Syntax.Transpose _, Syntax.Call _, Syntax.Prime _ -> Optional.empty();
      case Syntax.Bound _, Syntax.Norm _, Syntax.Indicator _, Syntax.Compare _ -> Optional.empty();
      case Syntax.Block _, Syntax.Derivative _, Syntax.Colon _ -> Optional.empty();
    };
  }

  private Optional<At> letterOrExtent(String name, Scope scope) {
    Optional<Scope.Letter> letter = scope.letter(name);
    if (letter.isPresent()) return letter.filter(Scope.Letter::isKnown).map(Scope.Letter::at);
    Optional<Index> integer = expressions.model.integer(name);
    if (integer.isPresent()) return integer.map(At::of);
    Optional<Extent> extent = scope.extent(name);
    if (extent.isPresent()) return extent.map(At::of);
    if (expressions.model.dimensions().contains(name)) return Optional.of(At.of(Extent.of(name)));
    return Optional.empty();
  }

  private Optional<At> combined(Syntax.Binary b, Scope scope) {
    Optional<At> l = affine(b.left(), scope);
    Optional<At> r = affine(b.right(), scope);
    if (l.isEmpty() || r.isEmpty()) return Optional.empty();
    return switch (b.op()) {
      case PLUS -> Optional.of(l.get().plus(r.get()));
      case MINUS -> Optional.of(l.get().minus(r.get()));
      case TIMES -> product(l.get(), r.get());
      case HADAMARD, QUOTIENT, ENTRY_QUOTIENT, POWER, ENTRY_POWER -> Optional.empty();
    };
  }

  private static Optional<At> product(At l, At r) {
    if (l.indices.length == 0 && r.indices.length == 0)
      return Optional.of(At.of(l.offset.times(r.offset)));
    At number = l.indices.length == 0 ? l : r;
    At other = l.indices.length == 0 ? r : l;
    if (number.indices.length > 0 || !number.offset.isNumber()) return Optional.empty();
    return Optional.of(other.times((int) number.offset.number()));
  }

  Value delta(List<Syntax> indices, Scope scope, Syntax whole) {
    if (indices.size() == 2) {
      Optional<At> a = affine(indices.get(0), scope);
      Optional<At> b = affine(indices.get(1), scope);
      if (a.isPresent() && b.isPresent() && meetNowhere(a.get(), b.get()))
        throw new ElaborationException.Unknown(
            whole.place(),
            Spelled.of(whole)
                + ": its letters run over different axes, so that it is not Kronecker's delta, and"
                + " nothing defines it",
            "");
      if (a.isPresent() && b.isPresent()) return Value.scalar(t.delta(a.get(), b.get()));
      if (a.isPresent() || b.isPresent()) return unknownLetter(indices, a, b, scope);
    }
    throw new ElaborationException.Unknown(
        whole.place(), "delta takes two indices, `delta[i, j]`", "");
  }

  /// On paper, two letters of different extents are never compared.
  private boolean meetNowhere(At a, At b) {
    return expressions.manner().isLoose()
        && a.isPlain()
        && b.isPlain()
        && !a.plain().extent.equals(b.plain().extent);
  }

  /// In `delta[i, j]` a letter not met before runs over what the other does.
  private Value unknownLetter(List<Syntax> indices, Optional<At> a, Optional<At> b, Scope scope) {
    int known = a.isPresent() ? 0 : 1;
    At at = a.isPresent() ? a.get() : b.get();
    Syntax other = indices.get(1 - known);
    if (other instanceof Syntax.Name n && at.isPlain()) {
      var letter = scope.letter(Vocabulary.canonicalName(n.text()));
      if (letter.isPresent() && !letter.get().isKnown()) {
        letter.get().is(At.of(t.index(at.plain().extent, n.text())));
        return Value.scalar(t.delta(at, letter.get().at()));
      }
    }
    throw new ElaborationException(
        other.place(), "`" + Spelled.of(other) + "` is not an index here");
  }

  /// `e[k, n]`: the k-th column of the identity of n.
  Value oneHot(Syntax.Entry e, Scope scope) {
    return oneHot(e.indices(), scope, e);
  }

  Value oneHot(List<Syntax> indices, Scope scope, Syntax whole) {
    if (indices.size() != 2)
      throw new ElaborationException(whole.place(), "e takes a place and a length, `e[k, n]`");
    Extent n = extent(indices.get(1), scope);
    Index i = t.index(n, "");
    return new Value(t.delta(At.of(i), at(indices.get(0), n, scope)), List.of(i));
  }

  /// An extent written in a formula: a dimension, a number, or arithmetic on them.
  Extent extent(Syntax s, Scope scope) {
    Optional<At> at = affine(s, scope);
    if (at.isPresent() && at.get().indices.length == 0) return at.get().offset;
    throw new ElaborationException.Unknown(
        s.place(),
        "`" + Spelled.of(s) + "` is not an extent",
        "an extent is a dimension, a number, or a sum of them");
  }
}
