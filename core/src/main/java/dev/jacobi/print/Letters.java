package dev.jacobi.print;

import dev.jacobi.expr.At;
import dev.jacobi.expr.Index;
import dev.jacobi.notation.Syntax;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Letters for indices: the user's own where there are some, else i, j, k, …; never one that is a
/// name of the model, never one twice in one formula.
final class Letters {
  private static final String POOL = "ijklmpqrsuvw";

  private final Set<String> names; // of the model, shared by all parts
  private final Letters outer; // null around the whole formula
  private final Map<Index, String> letters = new HashMap<>(4);

  Letters(Set<String> names) {
    this.names = names;
    this.outer = null;
  }

  private Letters(Letters outer) {
    this.names = outer.names;
    this.outer = outer;
  }

  /// For a part of the formula: letters given here are free again outside.
  Letters inner() {
    return new Letters(this);
  }

  /// Gives an index a letter.
  String bind(Index i) {
    String l = pick(i);
    letters.put(i, l);
    return l;
  }

  private String pick(Index i) {
    if (!i.letter.isEmpty() && !isTaken(i.letter)) return i.letter;
    for (int q = 0; q < POOL.length(); q++) {
      String l = POOL.substring(q, q + 1);
      if (!isTaken(l)) return l;
    }
    for (int n = 1; ; n++) if (!isTaken("i" + n)) return "i" + n;
  }

  /// Whether the model has a name that is written so, and which then hides what else it means.
  boolean isName(String word) {
    return names.contains(word);
  }

  /// Whether a letter stands for an index or for a name here.
  boolean isTaken(String letter) {
    if (letters.containsValue(letter)) return true;
    return outer != null ? outer.isTaken(letter) : names.contains(letter);
  }

  /// Null where none was given.
  private String given(Index i) {
    String l = letters.get(i);
    return l != null || outer == null ? l : outer.given(i);
  }

  /// A letter that is neither taken here nor used already.
  String free(Set<String> used) {
    for (int q = 0; q < POOL.length(); q++) {
      String l = POOL.substring(q, q + 1);
      if (!isTaken(l) && !used.contains(l)) return l;
    }
    for (int n = 1; ; n++) if (!isTaken("k" + n) && !used.contains("k" + n)) return "k" + n;
  }

  String of(Index i) {
    String l = given(i);
    if (l != null) return l;
    return i.letter.isEmpty() ? bind(i) : i.letter; // a declared integer keeps its name
  }

  /// The first in the alphabet of the letters given so far; after all of them when there is none.
  String first(Index[] indices) {
    String first = "~";
    for (Index i : indices) {
      String l = given(i);
      if (l != null && l.compareTo(first) < 0) first = l;
    }
    return first;
  }

  /// An index term: `i`, `1`, `i + k - 1`.
  Syntax at(At at) {
    Syntax sum = null;
    for (int q = 0; q < at.indices.length; q++) {
      int c = at.coefficients[q];
      Syntax term = Build.times(Build.number(Math.abs(c)), Build.name(of(at.indices[q])));
      if (sum == null) sum = c < 0 ? Build.negate(term) : term;
      else sum = Build.binary(c < 0 ? Syntax.Op.MINUS : Syntax.Op.PLUS, sum, term);
    }
    if (sum == null) return Build.extent(at.offset);
    for (var e : at.offset.terms().entrySet()) {
      Syntax term = Build.number(Math.abs(e.getValue()));
      for (String n : e.getKey()) term = Build.times(term, Build.name(n));
      sum = Build.binary(e.getValue() < 0 ? Syntax.Op.MINUS : Syntax.Op.PLUS, sum, term);
    }
    return sum;
  }
}
