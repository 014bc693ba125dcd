package dev.jacobi.print;

import dev.jacobi.expr.At;
import dev.jacobi.expr.Index;
import dev.jacobi.notation.Syntax;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Letters for indices: the user's own where there are some, else i, j, k, …; never one that is a name of
/// the model, never one twice in one formula.
final class Letters {
  private static final String POOL = "ijklmpqrsuvw";

  private final Set<String> taken = new HashSet<>();
  private final Map<Index, String> letters = new HashMap<>();

  Letters(Set<String> names) {
    taken.addAll(names);
  }

  private Letters(Letters outer) {
    taken.addAll(outer.taken);
    letters.putAll(outer.letters);
  }

  /// For a part of the formula: letters given here are free again outside.
  Letters inner() {
    return new Letters(this);
  }

  /// Gives an index a letter.
  String bind(Index i) {
    String l = pick(i);
    taken.add(l);
    letters.put(i, l);
    return l;
  }

  private String pick(Index i) {
    if (!i.letter.isEmpty() && !taken.contains(i.letter)) return i.letter;
    for (int q = 0; q < POOL.length(); q++) {
      String l = POOL.substring(q, q + 1);
      if (!taken.contains(l)) return l;
    }
    for (int n = 1; ; n++) if (!taken.contains("i" + n)) return "i" + n;
  }

  String of(Index i) {
    String l = letters.get(i);
    if (l != null) return l;
    return i.letter.isEmpty() ? bind(i) : i.letter; // a declared integer keeps its name
  }

  /// The first in the alphabet of the letters given so far; after all of them when there is none.
  String first(Index[] indices) {
    String first = "~";
    for (Index i : indices) {
      String l = letters.get(i);
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
