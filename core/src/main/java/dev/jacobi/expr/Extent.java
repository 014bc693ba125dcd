package dev.jacobi.expr;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/// How long an axis is: a polynomial in dimension names with whole coefficients, such as `n`, `2n`,
/// `n + 1` or `5`. Two extents are equal when their polynomials are: `n` and `a` differ even if
/// both are 2 today.
///
/// A term is a sorted list of names (with repetition), the empty list for the constant.
public final class Extent {
  public static final Extent ZERO = new Extent(Map.of());
  public static final Extent ONE = of(1);

  private final Map<List<String>, Long> terms;
  private final int hash;
  private final String name; // of an extent that is one dimension, else empty

  public Extent(Map<List<String>, Long> terms) {
    this.terms = Collections.unmodifiableMap(terms);
    this.hash = terms.hashCode();
    String only = "";
    if (terms.size() == 1) {
      var term = terms.entrySet().iterator().next();
      if (term.getKey().size() == 1 && term.getValue() == 1) only = term.getKey().get(0);
    }
    this.name = only;
  }

  public Map<List<String>, Long> terms() {
    return terms;
  }

  /// A dimension by itself.
  public boolean isName() {
    return !name.isEmpty();
  }

  @Override
  public boolean equals(Object o) {
    return this == o
        || (o instanceof Extent e
            && e.hash == hash
            && e.name.equals(name)
            && (!name.isEmpty() || e.terms.equals(terms)));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  public static Extent of(long value) {
    return value == 0 ? ZERO : new Extent(Map.of(List.of(), value));
  }

  public static Extent of(String name) {
    return new Extent(Map.of(List.of(name), 1L));
  }

  public Extent plus(Extent o) {
    if (o.terms.isEmpty()) return this;
    if (terms.isEmpty()) return o;
    Map<List<String>, Long> sum = ordered();
    sum.putAll(terms);
    o.terms.forEach((k, v) -> sum.merge(k, v, Long::sum));
    sum.values().removeIf(v -> v == 0);
    return new Extent(sum);
  }

  public Extent times(long c) {
    if (c == 1) return this;
    Map<List<String>, Long> r = ordered();
    if (c != 0) terms.forEach((k, v) -> r.put(k, v * c));
    return new Extent(r);
  }

  public Extent minus(Extent o) {
    return plus(o.times(-1));
  }

  public Extent times(Extent o) {
    Map<List<String>, Long> r = ordered();
    terms.forEach((k, v) ->
        o.terms.forEach((k2, v2) -> {
          List<String> names = new ArrayList<>(k);
          names.addAll(k2);
          Collections.sort(names);
          r.merge(names, v * v2, Long::sum);
        }));
    r.values().removeIf(v -> v == 0);
    return new Extent(r);
  }

  private static Map<List<String>, Long> ordered() {
    return new TreeMap<>((a, b) -> {
      int byDegree = Integer.compare(b.size(), a.size());
      return byDegree != 0 ? byDegree : String.join(" ", a).compareTo(String.join(" ", b));
    });
  }

  /// The extent divided by a whole number, when every coefficient is.
  public java.util.Optional<Extent> dividedBy(long c) {
    Map<List<String>, Long> r = ordered();
    for (var e : terms.entrySet()) {
      if (e.getValue() % c != 0) return java.util.Optional.empty();
      r.put(e.getKey(), e.getValue() / c);
    }
    return java.util.Optional.of(new Extent(r));
  }

  public boolean isZero() {
    return terms.isEmpty();
  }

  public boolean isNumber() {
    return terms.isEmpty() || (terms.size() == 1 && terms.containsKey(List.<String>of()));
  }

  /// The value of an extent that is a number.
  public long number() {
    return terms.getOrDefault(List.of(), 0L);
  }

  public java.util.Set<String> names() {
    var names = new TreeSet<String>();
    terms.keySet().forEach(names::addAll);
    return names;
  }

  /// Its value when every dimension has one.
  public long value(ToLongFunction<String> dimension) {
    if (!name.isEmpty()) return dimension.applyAsLong(name);
    long sum = 0;
    for (var e : terms.entrySet()) {
      long product = e.getValue();
      for (String name : e.getKey()) product *= dimension.applyAsLong(name);
      sum += product;
    }
    return sum;
  }

  /// True when it cannot be negative, whatever the dimensions, each being at least 1: every
  /// coefficient of a name is positive, and the value with all names 1 is not negative. Unknown is
  /// no.
  public boolean neverNegative() {
    long atOnes = 0;
    for (var e : terms.entrySet()) {
      if (!e.getKey().isEmpty() && e.getValue() < 0) return false;
      atOnes += e.getValue();
    }
    return atOnes >= 0;
  }

  @Override
  public String toString() {
    if (terms.isEmpty()) return "0";
    var s = new StringBuilder();
    for (var e : terms.entrySet()) {
      long c = e.getValue();
      if (s.length() > 0) s.append(c < 0 ? " - " : " + ");
      else if (c < 0) s.append("-");
      long abs = Math.abs(c);
      String names = String.join(" ", e.getKey());
      if (abs != 1 || names.isEmpty()) s.append(abs);
      s.append(abs != 1 && e.getKey().size() > 1 ? " " + names : names);
    }
    return s.toString();
  }
}
