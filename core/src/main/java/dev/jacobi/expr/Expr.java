package dev.jacobi.expr;

import java.util.Arrays;
import java.util.List;

/// A formula in index notation: a sum of monomials, sorted and merged. The empty sum is 0. It knows
/// no layout, and it is immutable.
public final class Expr extends Node {
  final Monomial[] terms; // sorted by body hash
  private List<Monomial> list; // of the terms; null until somebody asks

  Expr(Monomial[] terms) {
    super(hashOf(terms), patternOf(terms), freeOf(terms), heightOf(terms), namesOf(terms));
    this.terms = terms;
  }

  public List<Monomial> terms() {
    if (list == null) list = List.of(terms);
    return list;
  }

  public int size() {
    return terms.length;
  }

  public Monomial term(int q) {
    return terms[q];
  }

  public boolean isZero() {
    return terms.length == 0;
  }

  public boolean isNumber() {
    return terms.length == 0 || (terms.length == 1 && terms[0].powers.length == 0);
  }

  /// The value of a formula that is a rational number.
  public Rational number() {
    return terms.length == 0 ? Rational.ZERO : terms[0].coefficient;
  }

  public boolean isOne() {
    return terms.length == 1 && terms[0].powers.length == 0 && terms[0].coefficient.isOne();
  }

  public boolean isWhole() {
    return isNumber() && number().isInteger();
  }

  /// A number by which formulas can be put in an order that is the same in every run.
  public long order() {
    return hash;
  }

  @Override
  public String toString() {
    return Debug.text(this);
  }

  private static long hashOf(Monomial[] terms) {
    long h = terms.length;
    for (Monomial m : terms) h = mix(h, m.hash);
    return mix(h, 30);
  }

  private static long patternOf(Monomial[] terms) {
    long h = 0;
    for (Monomial m : terms) h += mix(m.pattern);
    return mix(h, 31);
  }

  private static Index[] freeOf(Monomial[] terms) {
    Index[] free = NONE;
    for (Monomial m : terms) free = union(free, m.free);
    return free;
  }

  private static long namesOf(Monomial[] terms) {
    long names = 0;
    for (Monomial m : terms) names |= m.names;
    return names;
  }

  private static int heightOf(Monomial[] terms) {
    int h = 0;
    for (Monomial m : terms) h = Math.max(h, m.height);
    return h;
  }

  @Override
  long colour(Colours c) {
    if (!c.touches(this)) return hash;
    long h = 0;
    for (Monomial m : terms) h += mix(m.colour(c));
    return mix(h, 32);
  }

  /// The same for this and its negative: where a sign was taken out, which of the two is left rests
  /// on names.
  long signlessColour(Colours c) {
    if (!c.touches(this)) return hash;
    long plus = 0;
    long minus = 0;
    for (Monomial m : terms) {
      plus += mix(m.colour(c, m.coefficient));
      minus += mix(m.colour(c, m.coefficient.negate()));
    }
    return mix(mix(plus) + mix(minus), 33);
  }

  @Override
  boolean sameAs(Node o) {
    return o instanceof Expr e && Arrays.equals(terms, e.terms);
  }
}
